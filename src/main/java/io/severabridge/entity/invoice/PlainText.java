package io.severabridge.entity.invoice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with mark-up (HTML) as people read it: each block begins on a line of its own, characters stand for themselves. */
final class PlainText {
    /** What is no text at all. */
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<!--.*?-->|<(script|style|head|title)\\b[^>]*>.*?</\\1\\s*>");

    private static final String BLOCKS =
            "address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|html|li"
                    + "|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul";
    private static final Pattern BLOCK = Pattern.compile("(?i)</?(?:" + BLOCKS + ")(?:\\s[^<>]*|/)?>");
    private static final Pattern CELL = Pattern.compile("(?i)</?t[dh](?:\\s[^<>]*)?>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>|<![A-Za-z][^<>]*>");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));");

    /** The names of the characters 160 to 255, in their order (HTML 4, Latin-1). */
    private static final String LATIN =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro"
                    + " para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring"
                    + " AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde"
                    + " Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring"
                    + " aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde"
                    + " ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private static final Map<String, String> NAMED = named();

    private PlainText() {}

    /** A text without any mark-up keeps its line breaks. */
    static String of(String markup) {
        String seen = UNSEEN.matcher(markup).replaceAll(" ");
        boolean marked = TAG.matcher(seen).find();
        String blocks = marked ? seen.replaceAll("\\s+", " ") : seen;
        blocks = BLOCK.matcher(blocks).replaceAll("\n");
        blocks = CELL.matcher(blocks).replaceAll(" ");
        return decoded(TAG.matcher(blocks).replaceAll(""))
                .replaceAll("[ \\t]*\\n[ \\t\\n]*", "\n")
                .strip();
    }

    /** Last, so that a character which is written as an entity is never taken for mark-up. */
    private static String decoded(String text) {
        Matcher entity = ENTITY.matcher(text);
        return entity.replaceAll(match -> {
            String character = match.group(3) != null
                    ? NAMED.get(match.group(3))
                    : numbered(
                            match.group(1) == null
                                    ? Integer.parseInt(match.group(2), 16)
                                    : Integer.parseInt(match.group(1)));
            return Matcher.quoteReplacement(character == null ? match.group() : character);
        });
    }

    private static @Nullable String numbered(int point) {
        boolean character = Character.isValidCodePoint(point)
                && !Character.isISOControl(point)
                && (point < 0xD800 || point > 0xDFFF);
        return point == 0xA0 || point == '\t' || point == '\n' || point == '\r'
                ? " "
                : point == 0xAD ? "" : character ? Character.toString(point) : null;
    }

    private static Map<String, String> named() {
        Map<String, String> named = new HashMap<>(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'"));
        List<String> latin = List.of(LATIN.split(" ", -1));
        for (int i = 0; i < latin.size(); i++) {
            named.put(latin.get(i), String.valueOf(numbered(160 + i)));
        }
        Map.of(
                        "euro", 0x20AC, "ndash", 0x2013, "mdash", 0x2014, "lsquo", 0x2018, "rsquo", 0x2019, "sbquo",
                        0x201A, "ldquo", 0x201C, "rdquo", 0x201D, "bdquo", 0x201E, "hellip", 0x2026)
                .forEach((name, point) -> named.put(name, Character.toString(point)));
        Map.of(
                        "bull", 0x2022, "trade", 0x2122, "minus", 0x2212, "OElig", 0x152, "oelig", 0x153, "Scaron",
                        0x160, "scaron", 0x161, "permil", 0x2030, "rarr", 0x2192, "Yuml", 0x178)
                .forEach((name, point) -> named.put(name, Character.toString(point)));
        List.of("ensp", "emsp", "thinsp").forEach(blank -> named.put(blank, " "));
        List.of("zwj", "zwnj").forEach(none -> named.put(none, ""));
        return named;
    }
}
