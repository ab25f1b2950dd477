package io.severabridge.severa;

import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads records out of answers. One that is not as the API document has it is refused by name, with its field. */
final class Records {
    private static final int LONGEST = 60;

    private Records() {}

    /**
     * The record.
     *
     * @param call that was answered
     * @throws Refused if it cannot be read
     */
    static <T> T read(JsonNode record, Class<T> type, String call) {
        if (type.isInstance(record)) {
            return type.cast(record);
        }
        if (!record.isObject()) {
            throw unreadable(call, "record", "is " + shape(record) + " where an object is due");
        }
        String of = name(record);
        JsonNode guid = record.path("guid");
        if (!guid.isMissingNode() && !guid.isNull() && !isGuid(guid)) {
            throw unreadable(call, "guid", "is no GUID: " + shape(guid));
        }
        try {
            return Json.MAPPER.treeToValue(record, type);
        } catch (JacksonException e) {
            String field = path(e);
            throw unreadable(call, field, "of " + of + " is " + shape(at(record, e)) + ", which it should not be");
        }
    }

    private static Refused unreadable(String call, String field, String what) {
        return new Refused(
                200,
                "",
                field,
                "the answer to " + call + " does not fit the API document: " + field + " " + what
                        + "; correct the record in Severa, or report it to Severa's support",
                call);
    }

    private static boolean isGuid(JsonNode node) {
        if (!node.isString() || node.asString().length() != 36) {
            return false;
        }
        try {
            return UUID.fromString(node.asString()).toString().equalsIgnoreCase(node.asString());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String name(JsonNode record) {
        JsonNode guid = record.path("guid");
        return guid.isString() ? "record " + guid.asString() : "a record";
    }

    private static String path(JacksonException e) {
        List<JacksonException.Reference> path = e.getPath();
        String dotted = path.stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .reduce((first, next) -> first + "." + next)
                .orElse("record");
        return dotted.isEmpty() ? "record" : dotted;
    }

    private static JsonNode at(JsonNode record, JacksonException e) {
        JsonNode node = record;
        for (JacksonException.Reference step : e.getPath()) {
            node = step.getPropertyName() == null ? node.path(step.getIndex()) : node.path(step.getPropertyName());
        }
        return node;
    }

    /** Text and numbers as they are: those that cannot be read are days, times and amounts. */
    private static String shape(JsonNode node) {
        if (node.isObject()) {
            return "an object";
        }
        if (node.isArray()) {
            return "a list";
        }
        if (node.isMissingNode()) {
            return "nothing";
        }
        String text = node.asString("null").replaceAll("[\\p{Cntrl}\\s]+", " ");
        return '"' + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text) + '"';
    }
}
