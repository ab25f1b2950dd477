package io.severabridge.sync.record;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normal forms of texts: for comparing, never for sending. */
public final class TextNormalizer {
    private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

    private TextNormalizer() {}

    /** A text of one line. Null and empty are the same: none. Trimmed at both ends, a line break is a blank. */
    public static @Nullable String orNull(@Nullable String text) {
        String line = line(text);
        return line.isEmpty() ? null : line;
    }

    /** The same, empty for none: a name, a number or code that is a text. */
    public static String line(@Nullable String text) {
        return text == null ? "" : BREAKS.matcher(text.strip()).replaceAll(" ");
    }

    /** A name or e-mail address to match by: trimmed, in small letters; null for none. */
    public static @Nullable String folded(@Nullable String text) {
        String trimmed = orNull(text);
        return trimmed == null ? null : trimmed.toLowerCase(Locale.ROOT);
    }

    /** A number to match by: without leading zeros; null for none and for zero. */
    public static @Nullable String number(@Nullable String text) {
        String trimmed = orNull(text);
        if (trimmed == null) {
            return null;
        }
        String plain = trimmed.replaceFirst("^0+", "");
        return plain.isEmpty() ? null : plain;
    }

    /** A GUID with its hyphens, in small letters. */
    public static boolean isGuid(String text) {
        try {
            return text.length() == 36 && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
