package io.severabridge.check;

import io.severabridge.job.Rehearsed;
import io.severabridge.reference.CodeBook;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.Json;
import io.severabridge.store.StoredRecords;
import io.severabridge.sync.record.TextNormalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What people call the record that a GUID stands for. */
final class Named {
    private final StoredRecords stored;
    private final Map<String, String> known = new HashMap<>();

    private final List<CodeBook> codes;

    Named(Rehearsed rehearsed) {
        stored = rehearsed.stored();
        CodeTables.Severa tables = rehearsed.codes().severa();
        codes = List.of(tables.countries(), tables.currencies(), tables.languages(), tables.accountSets());
        Stream.of(tables.salesStatuses(), tables.communicationTypes(), tables.permissionProfiles())
                .forEach(table -> table.forEach((name, guid) -> known.put(guid, name)));
    }

    /** A text that is no GUID, or the GUID of something unknown, stays as it is. */
    String name(String text) {
        return TextNormalizer.isGuid(text) ? known.computeIfAbsent(text, this::lookUp) : text;
    }

    /** Whether the rehearsal made it up for a record that is not there yet. */
    boolean isMade(String guid) {
        return guid.startsWith(Rehearsed.MADE_GUID);
    }

    private String lookUp(String guid) {
        for (CodeBook table : codes) {
            String code = table.code(guid);
            if (code != null && !code.equals(guid)) {
                return code;
            }
        }
        String label = stored.label(guid);
        return label == null ? inSevera(guid) : label;
    }

    private String inSevera(String guid) {
        return stored.bodies(guid).stream()
                .map(Json.MAPPER::readTree)
                .map(Named::called)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(guid);
    }

    private static String called(JsonNode record) {
        return Stream.of("name", "firstName", "lastName")
                .map(field -> record.path(field).asString(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
