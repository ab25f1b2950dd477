package io.severabridge.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A call that is refused, with the API's ExceptionModel as its answer. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;
    private final String type;
    private final @Nullable String field;

    private Problem(int status, String type, @Nullable String field, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.field = field;
    }

    static Problem parameter(String field, String message) {
        return new Problem(400, "InvalidParameter", field, message);
    }

    static Problem operation(String message) {
        return new Problem(400, "InvalidOperation", null, message);
    }

    static Problem request(String message) {
        return new Problem(400, "InvalidRequest", null, message);
    }

    static Problem unauthorized(String message) {
        return new Problem(401, "AuthenticationRequired", null, message);
    }

    static Problem scope(String scope) {
        return new Problem(403, "InsufficientApiScope", null, "Scope " + scope + " is needed.");
    }

    static Problem notFound() {
        return new Problem(404, "InvalidRequest", null, "Resource not found");
    }

    ObjectNode body(JsonMapper json) {
        ObjectNode error = json.createObjectNode();
        error.put("httpStatusCode", status);
        error.put("type", type);
        ObjectNode detail = error.putArray("details").addObject();
        detail.put("message", getMessage());
        if (field != null) {
            detail.putObject("location")
                    .put("type", "RequestBody")
                    .put("name", field)
                    .putNull("identifier");
        }
        ObjectNode body = json.createObjectNode();
        body.set("error", error);
        return body;
    }
}
