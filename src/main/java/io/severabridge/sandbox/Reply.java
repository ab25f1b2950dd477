package io.severabridge.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An answer. */
record Reply(int status, String contentType, @Nullable String body, Map<String, String> headers) {
    static Reply json(int status, JsonNode body) {
        return new Reply(status, "application/json; charset=utf-8", body.toString(), new LinkedHashMap<>());
    }

    static Reply text(int status, String body) {
        return new Reply(status, "text/plain; charset=utf-8", body, new LinkedHashMap<>());
    }

    static Reply empty(int status) {
        return new Reply(status, "", null, new LinkedHashMap<>());
    }
}
