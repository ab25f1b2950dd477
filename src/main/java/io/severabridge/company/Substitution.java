package io.severabridge.company;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts in what a company file only names: {@code ${NAME}} of the environment, {@code ${file:PATH}} beside the
 * company file.
 */
record Substitution(Path folder, Map<String, String> environment) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)(}?)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern TRAILING_NEWLINES = Pattern.compile("[\r\n]+\\z");
    private static final String FILE = "file:";

    /** Says what is missing; never holds a value. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String message;

        Failed(String message) {
            this.message = message;
        }

        @Override
        public String getMessage() {
            return message;
        }
    }

    static boolean isIn(String raw) {
        return raw.contains("${");
    }

    /** What was put in is not looked at again: a value may hold <code>${</code> itself. */
    String apply(String raw) throws Failed {
        Matcher place = PLACE.matcher(raw);
        StringBuilder text = new StringBuilder();
        while (place.find()) {
            if (place.group(2).isEmpty()) {
                throw new Failed("has a ${ without its }");
            }
            place.appendReplacement(text, Matcher.quoteReplacement(value(place.group(1))));
        }
        return place.appendTail(text).toString();
    }

    private String value(String reference) throws Failed {
        if (reference.startsWith(FILE)) {
            return content(reference.substring(FILE.length()));
        }
        // Not echoed: what is no name may be a part of a password.
        if (!NAME.matcher(reference).matches()) {
            throw new Failed("expected ${NAME} or ${file:PATH}");
        }
        String value = environment.get(reference);
        if (value == null) {
            throw new Failed("environment variable " + reference + " is not set");
        }
        return value;
    }

    private String content(String path) throws Failed {
        try {
            String text = Files.readString(folder.resolve(path));
            // What editors of Windows put before a text is no part of it.
            return TRAILING_NEWLINES
                    .matcher(text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .replaceFirst("");
        } catch (CharacterCodingException notText) {
            throw new Failed("file " + path + " is not UTF-8 text: store it as UTF-8");
        } catch (IOException | InvalidPathException unreadable) {
            throw new Failed("file " + path + " cannot be read");
        }
    }
}
