package io.severabridge.store.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rejects people ask for; what is null does not matter. One that is named, by its number or by its execution, is shown
 * closed too.
 *
 * @param id its number
 * @param execution the execution that rejected it last
 * @param all closed ones too
 */
public record RejectFilter(
        @Nullable Long id,
        @Nullable Long execution,
        @Nullable String code,
        @Nullable String transfer,
        @Nullable String entity,
        boolean all) {
    /** All that are open. */
    public static final RejectFilter OPEN = new RejectFilter(null, null, null, null, null, false);

    /** Conditions behind others; each column is compared with the parameter of its name. */
    String conditions() {
        StringBuilder text = new StringBuilder(all || id != null || execution != null ? "" : " AND STATUS = 'open'");
        values().keySet()
                .forEach(column ->
                        text.append(" AND ").append(column).append(" = :").append(column));
        return text.toString();
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "REJECT_ID", id);
        put(values, "JOB_EXECUTION_ID", execution);
        put(values, "CODE", code);
        put(values, "TRANSFER", transfer);
        put(values, "ENTITY", entity);
        return values;
    }

    private static void put(Map<String, Object> values, String column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
    }
}
