package io.severabridge.severa;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Times of Severa (API document: ISO 8601 with offset). One without an offset is taken for UTC. */
final class Times extends StdDeserializer<OffsetDateTime> {
    private Times() {
        super(OffsetDateTime.class);
    }

    static SimpleModule module() {
        return new SimpleModule("times").addDeserializer(OffsetDateTime.class, new Times());
    }

    @Override
    public @Nullable OffsetDateTime deserialize(JsonParser json, DeserializationContext context) {
        String text = json.getValueAsString();
        if (text == null) {
            return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, json);
        }
        String time = text.strip();
        if (time.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(time);
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(time).atOffset(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return (OffsetDateTime) context.handleWeirdStringValue(OffsetDateTime.class, text, "no time");
            }
        }
    }
}
