package io.severabridge.sandbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The records, kept as they were sent, with indexes by unique field and by parent. Guarded by the caller. */
final class Store {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(tools.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** A page of a list that grows while it is read starts where the last one ended: records know their place. */
    record Stored(long place, ObjectNode record) {}

    private final Map<String, ResourceSpec> kinds;
    private final Clock clock;
    private final Random guids;
    private final Map<String, LinkedHashMap<String, Stored>> records = new HashMap<>();
    private final Map<String, Map<String, String>> unique = new HashMap<>();
    private final Map<String, Map<String, TreeMap<Long, Stored>>> byField = new HashMap<>();
    private final Map<String, OffsetDateTime> fieldChanges = new HashMap<>();
    private long places;

    Store(Map<String, ResourceSpec> kinds, Clock clock, Random guids) {
        this.kinds = kinds;
        this.clock = clock;
        this.guids = guids;
        kinds.keySet().forEach(kind -> records.put(kind, new LinkedHashMap<>()));
    }

    ResourceSpec kind(String name) {
        ResourceSpec kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("there is no resource " + name);
        }
        return kind;
    }

    Collection<Stored> all(String kind) {
        return rows(kind).values();
    }

    /** The records that have a GUID in a reference field, in the order in which they were made, however often they have changed. */
    Collection<Stored> having(String kind, String field, String guid) {
        return byField.getOrDefault(kind + "." + field, Map.of())
                .getOrDefault(guid, new TreeMap<>())
                .values();
    }

    @Nullable
    ObjectNode find(String kind, String guid) {
        Stored stored = rows(kind).get(guid);
        return stored == null ? null : stored.record();
    }

    /** The one record that has a value in a unique field. */
    @Nullable
    ObjectNode findUnique(String kind, String field, String value) {
        String guid = unique.getOrDefault(kind + "." + field, Map.of()).get(value.toLowerCase(Locale.ROOT));
        return guid == null ? null : find(kind, guid);
    }

    private Map<String, Stored> rows(String kind) {
        Map<String, Stored> rows = records.get(kind);
        if (rows == null) {
            throw new IllegalArgumentException("there is no resource " + kind);
        }
        return rows;
    }

    /** Adds a record; a GUID that it brings along is kept. */
    ObjectNode insert(ResourceSpec kind, ObjectNode record) {
        checkUnique(kind, record, "");
        if (!record.hasNonNull("guid")) {
            record.put("guid", new UUID(guids.nextLong(), guids.nextLong()).toString());
        }
        if (kind.audited) {
            record.put("createdDateTime", now());
        }
        fieldsChanged(
                kind, Store.JSON.createObjectNode(), record, record.get("guid").asString());
        index(kind, new Stored(++places, record));
        return record;
    }

    /** Replaces the fields of a record. */
    void update(ResourceSpec kind, ObjectNode record, ObjectNode changed) {
        String guid = record.get("guid").asString();
        checkUnique(kind, changed, guid);
        Stored stored = rows(kind.name).get(guid);
        if (stored == null) {
            throw Problem.notFound();
        }
        unindex(kind, stored);
        fieldsChanged(kind, stored.record(), changed, guid);
        record.setAll(changed);
        touch(kind, record);
        index(kind, new Stored(stored.place(), record));
    }

    /** When a field that the list can be asked about was last given another value. */
    private void fieldsChanged(ResourceSpec kind, ObjectNode before, ObjectNode changed, String guid) {
        for (String field : kind.changedFields.values()) {
            if (changed.hasNonNull(field) && !changed.get(field).equals(before.get(field))) {
                fieldChanges.put(guid + " " + field, OffsetDateTime.now(clock));
            }
        }
    }

    /** Null where it never was. */
    @Nullable
    OffsetDateTime fieldChanged(ObjectNode record, String field) {
        return fieldChanges.get(record.path("guid").asString() + " " + field);
    }

    void touch(ResourceSpec kind, ObjectNode record) {
        if (kind.audited) {
            record.put("lastUpdatedDateTime", now());
        }
    }

    void delete(ResourceSpec kind, String guid) {
        Stored stored = rows(kind.name).get(guid);
        if (stored == null) {
            throw Problem.notFound();
        }
        unindex(kind, stored);
        rows(kind.name).remove(guid);
        if (kind.deletedIn != null) {
            ResourceSpec deleted = kind(kind.deletedIn);
            ObjectNode kept = JSON.createObjectNode().put("guid", guid).put("deletedDateTime", now());
            deleted.fields.keySet().stream()
                    .filter(stored.record()::has)
                    .forEach(field -> kept.set(field, stored.record().get(field)));
            rows(deleted.name).put(guid, new Stored(++places, kept));
        }
    }

    private void checkUnique(ResourceSpec kind, ObjectNode record, String own) {
        for (String field : kind.unique) {
            JsonNode value = record.get(field);
            if (value == null || value.isNull()) {
                continue;
            }
            String holder = unique.getOrDefault(kind.name + "." + field, Map.of())
                    .get(value.asString().toLowerCase(Locale.ROOT));
            if (holder != null && !holder.equals(own)) {
                throw Problem.parameter(field, "Another record has " + field + " " + value.asString() + " already.");
            }
        }
    }

    private void index(ResourceSpec kind, Stored stored) {
        String guid = stored.record().get("guid").asString();
        rows(kind.name).put(guid, stored);
        for (String field : kind.unique) {
            JsonNode value = stored.record().get(field);
            if (value != null && !value.isNull()) {
                unique.computeIfAbsent(kind.name + "." + field, any -> new HashMap<>())
                        .put(value.asString().toLowerCase(Locale.ROOT), guid);
            }
        }
        for (String field : indexed(kind)) {
            byField.computeIfAbsent(kind.name + "." + field, any -> new HashMap<>())
                    .computeIfAbsent(parent(stored, field), any -> new TreeMap<>())
                    .put(stored.place(), stored);
        }
    }

    private void unindex(ResourceSpec kind, Stored stored) {
        for (String field : kind.unique) {
            JsonNode value = stored.record().get(field);
            if (value != null && !value.isNull()) {
                unique.getOrDefault(kind.name + "." + field, new HashMap<>())
                        .remove(value.asString().toLowerCase(Locale.ROOT));
            }
        }
        for (String field : indexed(kind)) {
            byField.getOrDefault(kind.name + "." + field, new HashMap<>())
                    .getOrDefault(parent(stored, field), new TreeMap<>())
                    .remove(stored.place());
        }
    }

    private static Set<String> indexed(ResourceSpec kind) {
        Set<String> fields = new LinkedHashSet<>(kind.indexed);
        kind.below.forEach(below -> fields.add(below.field()));
        return fields;
    }

    /** A parent is pointed to by an object with a GUID, or by the plain GUID. */
    private static String parent(Stored stored, String field) {
        JsonNode pointer = stored.record().path(field);
        return pointer.isObject() ? pointer.path("guid").asString("") : pointer.asString("");
    }

    List<String> names() {
        return List.copyOf(records.keySet());
    }

    private String now() {
        return OffsetDateTime.now(clock)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }
}
