package io.severabridge.report;

/** Text that every format can hold. */
final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** The text with U+FFFD for each character that XML 1.0 does not allow, and for half of a surrogate pair. */
    static String text(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> printable.appendCodePoint(allowed(point) ? point : REPLACEMENT));
        return printable.toString();
    }

    /** XML 1.0, production Char; and not the controls from U+007F on, which XML allows but discourages. */
    private static boolean allowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point < 0x7F)
                || (point >= 0xA0 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
