package io.severabridge.sync.undo;

import io.severabridge.severa.ListRequest;
import io.severabridge.severa.SeveraClient;
import io.severabridge.sync.definition.EntityDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Which records of Severa other records refer to. Each list is read once, when it is asked for first. */
final class UsesInSevera {
    private final SeveraClient severa;
    private final Map<ListRequest, Set<String>> fields = new HashMap<>();

    /** By list and field: the records that refer to a record, by its GUID. */
    private final Map<ListRequest, Map<String, Map<String, Set<String>>>> read = new HashMap<>();

    UsesInSevera(SeveraClient severa, Collection<EntityDefinition<?, ?, ?>> definitions) {
        this.severa = severa;
        definitions.forEach(definition -> definition
                .undo()
                .usedInSevera()
                .forEach((list, field) ->
                        fields.computeIfAbsent(list, any -> new HashSet<>()).add(field)));
    }

    /** Whether a record of the list, other than those that are gone by then, refers to {@code guid} in {@code field}. */
    public boolean of(ListRequest list, String field, String guid, Predicate<String> gone) {
        Map<String, Map<String, Set<String>>> known = read.get(list);
        if (known == null) {
            known = read(list);
            read.put(list, known);
        }
        return known.getOrDefault(field, Map.of()).getOrDefault(guid.toLowerCase(Locale.ROOT), Set.of()).stream()
                .anyMatch(gone.negate());
    }

    private Map<String, Map<String, Set<String>>> read(ListRequest list) {
        Map<String, Map<String, Set<String>>> found = new HashMap<>();
        severa.list(list, JsonNode.class, record -> {
            String referring = lower(record.path("guid").asString(""));
            for (String field : fields.getOrDefault(list, Set.of())) {
                record.path(field)
                        .findValuesAsString("guid")
                        .forEach(guid -> found.computeIfAbsent(field, any -> new HashMap<>())
                                .computeIfAbsent(lower(guid), any -> new HashSet<>(1))
                                .add(referring));
            }
        });
        return found;
    }

    private static String lower(String guid) {
        return guid.toLowerCase(Locale.ROOT);
    }
}
