package io.severabridge.sync.plan;

import io.severabridge.severa.Json;
import io.severabridge.severa.PatchOperation;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Request bodies out of the shape that Severa takes. */
public final class Patch {
    private Patch() {}

    /** A body for a create: the fields that have a value. */
    public static ObjectNode create(Object shape) {
        ObjectNode body = Json.MAPPER.valueToTree(shape);
        List<String> empty = new ArrayList<>();
        body.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                empty.add(field.getKey());
            }
        });
        empty.forEach(body::remove);
        return body;
    }

    /** The replacements that make one body the other. A nested reference is replaced by its GUID, other objects whole. */
    public static List<PatchOperation> replace(Object from, Object to) {
        JsonNode before = Json.MAPPER.valueToTree(from);
        JsonNode after = Json.MAPPER.valueToTree(to);
        List<PatchOperation> operations = new ArrayList<>();
        after.properties().forEach(field -> {
            JsonNode old = before.path(field.getKey());
            JsonNode now = field.getValue();
            if (!old.equals(now) && !(old.isMissingNode() && now.isNull())) {
                operations.add(operation(field.getKey(), old, now));
            }
        });
        return operations;
    }

    private static PatchOperation operation(String field, JsonNode old, JsonNode now) {
        if (isPointer(old) || isPointer(now)) {
            JsonNode guid = now.path("guid");
            return PatchOperation.replace("/" + field + "/guid", guid.isString() ? guid.asString() : null);
        }
        return PatchOperation.replace("/" + field, now.isNull() ? null : now);
    }

    private static boolean isPointer(JsonNode node) {
        return node.isObject() && node.size() == 1 && node.has("guid");
    }

    /** A record as it is after replacements of fields, or of what they point to. */
    public static <S extends Record> S applied(S record, List<PatchOperation> operations, Class<S> type) {
        ObjectNode body = Json.MAPPER.valueToTree(record);
        for (PatchOperation operation : operations) {
            String[] path = operation.path().substring(1).split("/", 2);
            JsonNode value = Json.MAPPER.valueToTree(operation.value());
            boolean points = path.length > 1 && !value.isNull();
            body.set(path[0], points ? body.objectNode().set(path[1], value) : value);
        }
        return Json.MAPPER.treeToValue(body, type);
    }
}
