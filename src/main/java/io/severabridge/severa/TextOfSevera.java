package io.severabridge.severa;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Texts as they are taken in, like those of the ERP: trimmed at both ends, inner blanks kept. GUIDs in small letters, since case
 * makes no difference in them. What is made of blanks alone stays one blank, so that it is seen not to be missing.
 */
final class TextOfSevera extends StringDeserializer {
    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        return text == null ? null : normal(text);
    }

    static String normal(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return text.isEmpty() ? "" : " ";
        }
        return GUID.matcher(trimmed).matches() ? trimmed.toLowerCase(Locale.ROOT) : trimmed;
    }
}
