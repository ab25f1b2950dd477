package io.severabridge.sandbox;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes what a create or a patch says, and refuses what the API document does not allow. */
final class Input {
    private final Store store;

    Input(Store store) {
        this.store = store;
    }

    /** A whole body: known fields with their fallbacks, unknown ones are ignored. */
    ObjectNode create(ResourceSpec kind, JsonNode body) {
        if (!body.isObject()) {
            throw Problem.request("The body must be an object.");
        }
        ObjectNode record = Store.JSON.createObjectNode();
        for (Field field : kind.fields.values()) {
            JsonNode value = body.get(field.name());
            if (value == null || value.isNull()) {
                if (value != null) {
                    mayBeNull(field);
                }
                if (field.required()) {
                    throw Problem.parameter(field.name(), field.name() + " is required.");
                }
                if (field.fallback() != null) {
                    record.set(field.name(), Store.JSON.readTree(field.fallback()));
                }
            } else {
                record.set(field.name(), checked(field, value));
            }
        }
        return record;
    }

    /** A truth value of the API document is never null. */
    private static void mayBeNull(Field field) {
        if (field.type() == Field.Type.TRUTH) {
            throw Problem.parameter(field.name(), field.name() + " must be true or false.");
        }
    }

    /**
     * JSON Patch: only Replace is supported.
     *
     * @param record as it is
     */
    ObjectNode patch(ResourceSpec kind, ObjectNode record, JsonNode operations) {
        if (!operations.isArray()) {
            throw Problem.request("The body must be an array of operations.");
        }
        ObjectNode changed = Store.JSON.createObjectNode();
        for (JsonNode operation : operations) {
            if (!operation.path("op").asString("").toLowerCase(Locale.ROOT).equals("replace")) {
                throw Problem.operation("Only Replace is supported.");
            }
            String[] path = operation.path("path").asString("").split("/", -1);
            Field field = path.length < 2 ? null : kind.fields.get(path[1]);
            if (field == null || !path[0].isEmpty() || path.length > 3) {
                throw Problem.operation(
                        "There is no field " + operation.path("path").asString("") + " to replace.");
            }
            JsonNode now = changed.has(field.name()) ? changed.get(field.name()) : record.get(field.name());
            changed.set(field.name(), replacement(field, path, now, operation.get("value")));
        }
        return changed;
    }

    private JsonNode replacement(Field field, String[] path, @Nullable JsonNode now, @Nullable JsonNode value) {
        boolean whole = path.length == 2 || field.type() == Field.Type.REFERENCE;
        if (whole && (value == null || value.isNull())) {
            mayBeNull(field);
            if (path.length > 2 && field.whole()) {
                throw withoutGuid(field);
            }
            if (field.required()) {
                throw Problem.parameter(field.name(), field.name() + " is required.");
            }
            return Store.JSON.nullNode();
        }
        JsonNode given = value == null ? Store.JSON.nullNode() : value;
        if (path.length == 2) {
            return checked(field, given);
        }
        boolean guidOfReference = field.type() == Field.Type.REFERENCE && path[2].equals("guid");
        boolean partOfObject = field.type() == Field.Type.OBJECT || field.type() == Field.Type.MONEY;
        if (!guidOfReference && !partOfObject) {
            throw Problem.operation("There is no field " + String.join("/", path) + " to replace.");
        }
        // The other fields of an object stay as they are.
        ObjectNode nested =
                partOfObject && now instanceof ObjectNode object ? object.deepCopy() : Store.JSON.createObjectNode();
        nested.set(path[2], given);
        return checked(field, nested);
    }

    private JsonNode checked(Field field, JsonNode value) {
        return switch (field.type()) {
            case TEXT -> text(field, value);
            case WHOLE ->
                kept(field, value, value.isIntegralNumber() && value.canConvertToInt(), "a whole number of 32 bits");
            case LARGE ->
                kept(field, value, value.isIntegralNumber() && value.canConvertToLong(), "a whole number of 64 bits");
            case DECIMAL -> kept(field, value, value.isNumber(), "a number");
            case TRUTH -> kept(field, value, value.isBoolean(), "true or false");
            case DATE -> kept(field, value, isDate(value), "a date");
            case MONEY ->
                kept(
                        field,
                        value,
                        value.isObject()
                                && value.path("currencyCode").isString()
                                && (value.path("amount").isNumber()
                                        || value.path("amount").isMissingNode()),
                        "an amount with a currency code");
            case OBJECT -> kept(field, value, value.isObject(), "an object");
            case LIST -> kept(field, value, value.isArray(), "a list");
            case REFERENCE -> reference(field, value);
            case GUID -> kept(field, value, value.isString() && exists(field, value.asString()), "a known GUID");
        };
    }

    private static boolean isDate(JsonNode value) {
        try {
            return value.isString() && LocalDate.parse(value.asString()) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static JsonNode text(Field field, JsonNode value) {
        if (!value.isString()) {
            throw Problem.parameter(field.name(), field.name() + " must be text.");
        }
        String text = value.asString();
        if (field.required() && text.isBlank()) {
            throw Problem.parameter(field.name(), field.name() + " is required.");
        }
        if (field.maxLength() > 0 && text.length() > field.maxLength()) {
            throw Problem.parameter(
                    field.name(), field.name() + " must have at most " + field.maxLength() + " characters.");
        }
        if (!field.choices().isEmpty()) {
            return field.choices().stream()
                    .filter(text::equals)
                    .findFirst()
                    .map(same -> value)
                    .orElseThrow(() -> Problem.parameter(
                            field.name(),
                            field.name() + " must be one of " + String.join(", ", field.choices()) + "."));
        }
        return value;
    }

    private static JsonNode kept(Field field, JsonNode value, boolean fits, String expected) {
        if (!fits) {
            throw Problem.parameter(field.name(), field.name() + " must be " + expected + ".");
        }
        return value;
    }

    private JsonNode reference(Field field, JsonNode value) {
        String guid = value.path("guid").asString("");
        if (guid.isEmpty()) {
            if (field.required() && !field.name().equals("projectOwner")) {
                throw Problem.parameter(field.name(), field.name() + " needs a GUID.");
            }
            if (field.whole()) {
                throw withoutGuid(field);
            }
            return Store.JSON.nullNode();
        }
        if (!exists(field, guid)) {
            throw Problem.parameter(field.name(), "There is no record " + guid + " for " + field.name() + ".");
        }
        return Store.JSON.createObjectNode().put("guid", guid);
    }

    private static Problem withoutGuid(Field field) {
        return Problem.parameter(
                field.name(),
                field.name() + " needs a GUID; to empty it, replace " + field.name() + " itself by null.");
    }

    private boolean exists(Field field, String guid) {
        return field.target() != null && store.find(field.target(), guid) != null;
    }
}
