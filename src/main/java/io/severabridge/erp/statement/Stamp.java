package io.severabridge.erp.statement;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is written with each change, whether or not anything else of it is given.
 *
 * @param parameters of the columns that statements name for it
 * @param columns others that are written where a table has them, by name, with the parameter that they get
 */
public record Stamp(Set<String> parameters, Map<String, String> columns) {
    /** Changes are not stamped. */
    public static final Stamp NONE = new Stamp(Set.of(), Map.of());

    public Stamp {
        parameters = Set.copyOf(parameters);
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(columns);
        columns = java.util.Collections.unmodifiableMap(byName);
    }
}
