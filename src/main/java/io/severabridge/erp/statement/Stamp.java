package io.severabridge.erp.statement;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is written with each change, whether or not anything else of it is given: columns with the parameters that they get.
 *
 * @param changes of each row that is written
 * @param additions of each new row
 * @param ifThere written where a table has them
 */
public record Stamp(Map<String, String> changes, Map<String, String> additions, Map<String, String> ifThere) {
    /** Changes are not stamped. */
    public static final Stamp NONE = new Stamp(Map.of(), Map.of(), Map.of());

    public Stamp {
        changes = sorted(changes);
        additions = sorted(additions);
        ifThere = sorted(ifThere);
    }

    private static Map<String, String> sorted(Map<String, String> columns) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(columns);
        return java.util.Collections.unmodifiableMap(byName);
    }

    /** The parameters of a change. */
    public Set<String> parameters() {
        return Set.copyOf(changes.values());
    }
}
