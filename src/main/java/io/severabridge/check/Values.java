package io.severabridge.check;

import io.severabridge.severa.Json;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal.Action;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Values of the journal as people read them. */
record Values(Named named) {
    /** A field with what it was and becomes; empty for none. */
    record Field(String name, String old, String now) {}

    /** The field of a change; all fields of a record that is made or removed. */
    List<Field> rows(Change change) {
        if (change.field() != null) {
            return List.of(new Field(change.field(), text(change.oldValue()), text(change.newValue())));
        }
        boolean removed = change.action() == Action.DELETE;
        String record = removed ? change.oldValue() : change.newValue();
        List<Field> fields = new ArrayList<>();
        if (record != null && Json.MAPPER.readTree(record) instanceof ObjectNode body) {
            body.properties().forEach(field -> {
                String value = text(field.getValue());
                if (!value.isEmpty()) {
                    fields.add(new Field(field.getKey(), removed ? value : "", removed ? "" : value));
                }
            });
        }
        return fields.isEmpty() ? List.of(new Field("", "", "")) : fields;
    }

    /** JSON as text: a reference is the GUID that it names. */
    String text(@Nullable String json) {
        return json == null ? "" : text(Json.MAPPER.readTree(json));
    }

    private String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isObject() && value.size() == 1) {
            return text(value.iterator().next());
        }
        return value.isValueNode() ? named.name(value.asString()) : value.toString();
    }
}
