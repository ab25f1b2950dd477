package io.severabridge.sandbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds what a call is for, and does it. What is not served is not found. */
final class Api {
    /** Lists that the API keeps below another word than their own. */
    private static final Map<String, String> PATHS =
            Map.of("countries", "localization/countries", "languages", "localization/languages");

    /** What a parent is called in paths, where it is not the resource. */
    private static final Map<String, String> PARENTS = Map.of("contacts", "contactpersons");

    private final Store store;
    private final Input input;
    private final Output output;
    private final Lists lists;
    private final Rules rules;
    private final Map<String, ResourceSpec> byPath = new HashMap<>();

    Api(Store store, Map<String, ResourceSpec> kinds) {
        this.store = store;
        this.input = new Input(store);
        this.output = new Output(store);
        this.lists = new Lists(store, output);
        this.rules = new Rules(store);
        kinds.values().forEach(kind -> byPath.put(PATHS.getOrDefault(kind.name, kind.name), kind));
    }

    /** A call that is known, with the scope that it needs. */
    record Operation(String scope, java.util.function.Supplier<Reply> work) {}

    /** Null for what is not served. */
    @Nullable
    Operation operation(Call call) {
        String path = String.join("/", call.parts());
        ResourceSpec whole = byPath.get(path);
        if (whole != null && call.method().equals("GET") && whole.alone) {
            return read(whole, () -> alone(whole));
        }
        if (whole != null && call.method().equals("PATCH") && whole.alone && whole.verbs.contains("PATCH")) {
            return write(whole, () -> patch(whole, only(whole).path("guid").asString(), body(call)));
        }
        if (whole != null && call.method().equals("GET") && whole.listed) {
            return read(whole, () -> lists.list(whole, whole.paging, store.all(whole.name), call));
        }
        if (whole != null && call.method().equals("POST") && whole.verbs.contains("POST")) {
            return write(whole, () -> create(whole, body(call)));
        }
        if (path.equals("guids/convert") && call.method().equals("POST")) {
            return new Operation("settings:read", () -> convert(body(call)));
        }
        int slash = path.lastIndexOf('/');
        ResourceSpec one = slash < 0 ? null : byPath.get(path.substring(0, slash));
        if (one != null) {
            return single(one, path.substring(slash + 1), call);
        }
        return call.parts().length == 3 ? below(call) : null;
    }

    private static Operation read(ResourceSpec kind, java.util.function.Supplier<Reply> work) {
        return new Operation(kind.scope + ":read", work);
    }

    private static Operation write(ResourceSpec kind, java.util.function.Supplier<Reply> work) {
        return new Operation(kind.scope + ":write", work);
    }

    private @Nullable Operation single(ResourceSpec kind, String guid, Call call) {
        if (!kind.verbs.contains(call.method())) {
            return null;
        }
        return switch (call.method()) {
            case "GET" -> read(kind, () -> read(kind, guid));
            case "PATCH" -> write(kind, () -> patch(kind, guid, body(call)));
            case "DELETE" ->
                new Operation(kind.scope + ":delete", () -> {
                    rules.beforeDelete(kind, found(kind, guid));
                    new References(store).delete(kind, guid);
                    return Reply.empty(204);
                });
            default -> null;
        };
    }

    private @Nullable Operation below(Call call) {
        String[] parts = call.parts();
        String parent = PARENTS.getOrDefault(parts[0], parts[0]);
        for (ResourceSpec kind : byPath.values()) {
            for (ResourceSpec.Below below : kind.below) {
                if (!below.parent().equals(parts[0]) || !below.path().equals(parts[2])) {
                    continue;
                }
                if (call.method().equals("GET")) {
                    String scope = below.scope() == null ? kind.scope : below.scope();
                    return new Operation(scope + ":read", () -> {
                        found(store.kind(parent), parts[1]);
                        if (below.one()) {
                            return one(kind, store.having(kind.name, below.field(), parts[1]));
                        }
                        return lists.list(kind, below.paging(), store.having(kind.name, below.field(), parts[1]), call);
                    });
                }
                if (call.method().equals("POST") && below.create()) {
                    return write(kind, () -> {
                        found(store.kind(parent), parts[1]);
                        ObjectNode body = object(body(call));
                        body.putObject(below.field()).put("guid", parts[1]);
                        return create(kind, body);
                    });
                }
            }
        }
        return null;
    }

    /** A seed file may have one of its own, or none. */
    private Reply alone(ResourceSpec kind) {
        ObjectNode answer = output.answer(kind, only(kind));
        if (kind.name.equals("organizationsettings")) {
            answer.remove("guid");
        }
        return Reply.json(200, answer);
    }

    private ObjectNode only(ResourceSpec kind) {
        return store.all(kind.name).stream()
                .reduce((before, last) -> last)
                .map(Store.Stored::record)
                .orElseGet(() -> Store.JSON.createObjectNode().set("workWeek", Store.JSON.createArrayNode()));
    }

    private Reply one(ResourceSpec kind, Collection<Store.Stored> records) {
        return records.stream()
                .findFirst()
                .map(stored -> Reply.json(200, output.answer(kind, stored.record())))
                .orElseThrow(Problem::notFound);
    }

    private static JsonNode body(Call call) {
        try {
            return Store.JSON.readTree(call.body());
        } catch (JacksonException e) {
            throw Problem.request("The body is not JSON.");
        }
    }

    private static ObjectNode object(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw Problem.request("The body must be an object.");
    }

    /** One record by its GUID; a list of those that have the code or name, where the resource is also found by these. */
    private Reply read(ResourceSpec kind, String name) {
        ArrayNode named = Store.JSON.createArrayNode();
        for (Store.Stored stored : store.all(kind.name)) {
            if (kind.foundBy.stream()
                    .anyMatch(field -> stored.record().path(field).asString("").equalsIgnoreCase(name))) {
                named.add(output.answer(kind, stored.record()));
            }
        }
        return Reply.json(200, named.isEmpty() ? output.answer(kind, found(kind, name)) : named);
    }

    private ObjectNode found(ResourceSpec kind, String guid) {
        ObjectNode record = store.find(kind.name, guid);
        if (record == null) {
            throw Problem.notFound();
        }
        return record;
    }

    private Reply create(ResourceSpec kind, JsonNode body) {
        ObjectNode record = input.create(kind, body);
        rules.beforeInsert(kind, record);
        store.insert(kind, record);
        rules.afterInsert(kind, record, body);
        ObjectNode answer = output.answer(kind, record);
        return Reply.json(
                201, kind.createAnswersArray ? Store.JSON.createArrayNode().add(answer) : answer);
    }

    private Reply patch(ResourceSpec kind, String guid, JsonNode operations) {
        ObjectNode record = found(kind, guid);
        ObjectNode changed = input.patch(kind, record, operations);
        rules.beforeUpdate(kind, record, changed);
        store.update(kind, record, changed);
        rules.afterUpdate(kind, record);
        ObjectNode answer = output.answer(kind, record);
        if (kind.patchAnswersOne) {
            return Reply.json(200, answer);
        }
        ArrayNode answers = Store.JSON.createArrayNode();
        answers.add(answer);
        return Reply.json(200, answers);
    }

    /** GUIDs of the older interface: here, those whose first digit is an f are the newer one's with a 0 there. */
    private static Reply convert(JsonNode body) {
        ArrayNode pairs = Store.JSON.createArrayNode();
        for (JsonNode guid : body) {
            ObjectNode pair = pairs.addObject().put("guid", guid.asString());
            String text = guid.asString();
            if (text.startsWith("f")) {
                pair.put("converted", "0" + text.substring(1));
            } else {
                pair.putNull("converted");
            }
        }
        return Reply.json(200, pairs);
    }

    /** Adds a record as a seed file or a test has it, through the same checks as a call. */
    ObjectNode seed(String name, ObjectNode body) {
        ResourceSpec kind = store.kind(name);
        ObjectNode record = input.create(kind, body);
        if (body.hasNonNull("guid")) {
            record.put("guid", body.get("guid").asString());
        }
        rules.beforeInsert(kind, record);
        store.insert(kind, record);
        rules.afterInsert(kind, record, body);
        return record;
    }

    /** Replaces one field, through the same checks as a call. */
    Reply change(String name, String guid, String path, String value) {
        return change(name, guid, path, Store.JSON.getNodeFactory().stringNode(value));
    }

    Reply change(String name, String guid, String path, JsonNode value) {
        ArrayNode operations = Store.JSON.createArrayNode();
        operations.addObject().put("op", "Replace").put("path", path).set("value", value);
        return patch(store.kind(name), guid, operations);
    }

    /** Deletes a record. */
    Reply remove(String name, String guid) {
        store.delete(store.kind(name), guid);
        return Reply.empty(204);
    }

    /** All records of a resource, as answered. */
    ArrayNode records(String name) {
        ResourceSpec kind = store.kind(name);
        ArrayNode all = Store.JSON.createArrayNode();
        List.copyOf(store.all(name)).forEach(stored -> all.add(output.answer(kind, stored.record())));
        return Objects.requireNonNull(all);
    }
}
