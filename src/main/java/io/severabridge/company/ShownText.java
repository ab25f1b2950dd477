package io.severabridge.company;

/** How messages show words of the file. */
final class ShownText {
    private static final int LONGEST = 60;

    private ShownText() {}

    /** One line, not too long. */
    static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        return '"' + (line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line) + '"';
    }

    /**
     * A key, unless it is no plain word: then it may be a value in the wrong place, as in {@code password:abc},
     * and is not shown.
     */
    static String shown(String key) {
        return key.matches("[A-Za-z][A-Za-z0-9_-]{0,39}") ? key : "?";
    }
}
