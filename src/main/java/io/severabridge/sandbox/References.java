package io.severabridge.sandbox;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What records point to: what is in use is not deleted, and what belongs to a record goes with it. */
final class References {
    private record Pointing(ResourceSpec kind, Field field, String guid) {}

    private final Store store;

    References(Store store) {
        this.store = store;
    }

    /** Deletes a record with those that belong to it. */
    void delete(ResourceSpec kind, String guid) {
        List<Pointing> pointing = pointing(kind, guid);
        pointing.stream()
                .filter(each -> !each.kind().ownedBy.contains(each.field().name()))
                .findFirst()
                .ifPresent(each -> {
                    throw Problem.operation("The record is in use: "
                            + each.field().name() + " of a record of " + each.kind().name + ", " + each.guid() + ".");
                });
        pointing.stream().distinct().forEach(each -> {
            if (store.find(each.kind().name, each.guid()) != null) {
                delete(each.kind(), each.guid());
            }
        });
        store.delete(kind, guid);
    }

    private List<Pointing> pointing(ResourceSpec kind, String guid) {
        List<Pointing> found = new ArrayList<>();
        for (String name : store.names()) {
            ResourceSpec other = store.kind(name);
            for (Field field : other.fields.values()) {
                // A parent that names one of its own children, as its headquarters' address, lets it go.
                boolean parent = kind.ownedBy.stream()
                        .map(kind.fields::get)
                        .anyMatch(owner -> owner != null && name.equals(owner.target()));
                if (!kind.name.equals(field.target()) || other.remembers || parent) {
                    continue;
                }
                for (Store.Stored stored : store.all(name)) {
                    JsonNode pointer = stored.record().path(field.name());
                    String to = pointer.isObject() ? pointer.path("guid").asString("") : pointer.asString("");
                    if (to.equals(guid)) {
                        found.add(new Pointing(
                                other, field, stored.record().path("guid").asString()));
                    }
                }
            }
        }
        return found;
    }
}
