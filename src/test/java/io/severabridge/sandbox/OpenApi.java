package io.severabridge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vendor's API document, which calls and answers must fit. */
public final class OpenApi {
    private static final Path DOCUMENT = Path.of("../shared/reference/severa-openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
    }

    /** Empty where the document does not lie beside the project. */
    public static Optional<OpenApi> load() {
        try {
            return Files.exists(DOCUMENT)
                    ? Optional.of(new OpenApi(JSON.readTree(Files.readString(DOCUMENT))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What does not fit; empty where all does. What the sandbox does not serve, and answers without JSON, always fit. */
    public List<String> problems(Sandbox.Exchange exchange) {
        List<String> problems = new ArrayList<>();
        JsonNode operation = operation(exchange.method(), exchange.path());
        String call = exchange.method() + " " + exchange.path();
        if (operation == null) {
            if (exchange.status() < 400) {
                problems.add(call + " is not in the document");
            }
            return problems;
        }
        Set<String> parameters = new java.util.HashSet<>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.add(parameter.path("name").asString()));
        exchange.query().keySet().stream()
                .filter(name -> !parameters.contains(name.replaceFirst("\\[\\d+]\\.(key|value)$", "")))
                .forEach(name -> problems.add(call + ": there is no parameter " + name));
        JsonNode request = schema(operation.path("requestBody"));
        if (!exchange.requestBody().isEmpty() && request != null && exchange.status() < 300) {
            check(request, JSON.readTree(exchange.requestBody()), call + " request", true, problems);
        }
        if (exchange.method().equals("PATCH") && exchange.status() < 300) {
            emptied(exchange, call, problems);
        }
        String body = exchange.responseBody();
        JsonNode answers = operation.path("responses");
        JsonNode answer = answers.has(String.valueOf(exchange.status()))
                ? answers.path(String.valueOf(exchange.status()))
                : answers.path("default");
        JsonNode response = schema(answer);
        if (body != null && body.matches("(?s)[\\[{].*") && response != null) {
            check(response, JSON.readTree(body), call + " answer", false, problems);
        }
        return problems;
    }

    /** A GUID within a reference is emptied only where the input model allows it to be null. */
    private void emptied(Sandbox.Exchange exchange, String call, List<String> problems) {
        JsonNode create = operation("POST", exchange.path().replaceFirst("/[^/]+$", ""));
        JsonNode model = create == null ? null : schema(create.path("requestBody"));
        if (model == null) {
            return;
        }
        for (JsonNode operation : JSON.readTree(exchange.requestBody())) {
            String[] path = operation.path("path").asString("").split("/", -1);
            JsonNode field = resolved(model).path("properties").path(path[1]);
            if (!operation.path("value").isNull() || field.isMissingNode()) {
                continue;
            }
            JsonNode guid = resolved(field).path("properties").path("guid");
            if (path.length > 2 && !guid.path("nullable").asBoolean(false)) {
                problems.add(call + ": " + path[1] + " has a GUID that may not be emptied, only as a whole");
            }
            if (path.length == 2 && field.has("type") && !field.path("nullable").asBoolean(false)) {
                problems.add(call + ": " + path[1] + " may not be emptied");
            }
        }
    }

    private @Nullable JsonNode operation(String method, String path) {
        JsonNode found = null;
        int literals = -1;
        for (var entry : document.path("paths").properties()) {
            String[] template = entry.getKey().split("/", -1);
            String[] parts = path.split("/", -1);
            int same = matching(template, parts);
            JsonNode operation = entry.getValue().path(method.toLowerCase(Locale.ROOT));
            if (same > literals && operation.isObject()) {
                literals = same;
                found = operation;
            }
        }
        return found;
    }

    /** How many parts are the same to the letter; -1 where the path is another. */
    private static int matching(String[] template, String[] parts) {
        int same = 0;
        for (int i = 0; i < template.length; i++) {
            if (template.length != parts.length) {
                return -1;
            }
            if (template[i].equals(parts[i])) {
                same++;
            } else if (!template[i].startsWith("{")) {
                return -1;
            }
        }
        return same;
    }

    private static @Nullable JsonNode schema(JsonNode holder) {
        JsonNode schema = holder.path("content").path("application/json").path("schema");
        return schema.isObject() ? schema : null;
    }

    private void check(JsonNode schema, JsonNode value, String where, boolean request, List<String> problems) {
        if (value.isNull()) {
            boolean nullable = schema.path("nullable").asBoolean(false) || !schema.has("type");
            if (!nullable) {
                problems.add(where + " is null");
            }
            return;
        }
        JsonNode is = resolved(schema);
        if (is.has("enum") && !contains(is.path("enum"), value)) {
            problems.add(where + ": " + value + " is none of " + is.path("enum"));
        }
        switch (is.path("type").asString("object")) {
            case "array" -> {
                if (!value.isArray()) {
                    problems.add(where + " is no array");
                }
                int at = 0;
                for (JsonNode item : value) {
                    check(is.path("items"), item, where + "[" + at++ + "]", request, problems);
                }
            }
            case "string" -> text(is, value, where, problems);
            case "integer" -> expect(value.isIntegralNumber(), where, "an integer", value, problems);
            case "number" -> expect(value.isNumber(), where, "a number", value, problems);
            case "boolean" -> expect(value.isBoolean(), where, "true or false", value, problems);
            default -> object(is, value, where, request, problems);
        }
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode at = schema;
        while (true) {
            JsonNode reference = at.has("$ref")
                    ? at
                    : at.path("allOf").path(0).has("$ref")
                            ? at.path("allOf").path(0)
                            : at.path("oneOf").path(0);
            if (!reference.has("$ref")) {
                return at;
            }
            at = document.at(reference.path("$ref").asString().substring(1));
        }
    }

    private void object(JsonNode is, JsonNode value, String where, boolean request, List<String> problems) {
        if (!is.has("properties")) {
            return;
        }
        expect(value.isObject(), where, "an object", value, problems);
        for (JsonNode name : is.path("required")) {
            if (!value.has(name.asString())) {
                problems.add(where + ": " + name.asString() + " is required");
            }
        }
        value.properties().forEach(field -> {
            JsonNode schema = is.path("properties").path(field.getKey());
            String at = where + "." + field.getKey();
            if (schema.isMissingNode()) {
                problems.add(at + " is not in the document");
                return;
            }
            if (request && schema.path("readOnly").asBoolean(false)) {
                problems.add(at + " is read-only");
            }
            // The document types the value of a patch as text; clients put truth values, numbers and objects there.
            if (!(request && value.has("op") && field.getKey().equals("value"))) {
                check(schema, field.getValue(), at, request, problems);
            }
        });
    }

    private static void text(JsonNode is, JsonNode value, String where, List<String> problems) {
        expect(value.isString(), where, "text", value, problems);
        String text = value.asString("");
        int most = is.path("maxLength").asInt(Integer.MAX_VALUE);
        expect(text.length() <= most, where, "at most " + most + " characters", value, problems);
        try {
            switch (is.path("format").asString("")) {
                case "date" -> expect(LocalDate.parse(text).getYear() > 0, where, "a date", value, problems);
                case "date-time" -> expect(OffsetDateTime.parse(text).getYear() > 0, where, "a time", value, problems);
                default -> {
                    // any text
                }
            }
        } catch (DateTimeParseException e) {
            problems.add(where + ": expected a date or time, found " + value);
        }
    }

    private static void expect(boolean holds, String where, String what, JsonNode found, List<String> problems) {
        if (!holds) {
            problems.add(where + ": expected " + what + ", found " + found);
        }
    }
}
