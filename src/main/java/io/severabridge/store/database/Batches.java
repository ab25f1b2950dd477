package io.severabridge.store.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;

/** Statements for many keys, {@code IN (:keys)}, in portions that one statement can take: SQL Server allows 2,100 parameters. */
public final class Batches {
    private static final int MOST = 500;

    private Batches() {}

    public static <T> List<T> query(
            BridgeDatabase database, String sql, Map<String, ?> parameters, Collection<String> keys, RowMapper<T> row) {
        List<T> found = new ArrayList<>();
        for (List<String> some : of(keys)) {
            found.addAll(database.jdbc()
                    .sql(sql)
                    .params(parameters)
                    .param("keys", some)
                    .query(row)
                    .list());
        }
        return found;
    }

    /** The same, each row as an entry. */
    public static <V> Map<String, V> map(
            BridgeDatabase database,
            String sql,
            Map<String, ?> parameters,
            Collection<String> keys,
            RowMapper<Map.Entry<String, V>> row) {
        Map<String, V> found = new HashMap<>();
        query(database, sql, parameters, keys, row).forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    public static void update(BridgeDatabase database, String sql, Map<String, ?> parameters, Collection<String> keys) {
        for (List<String> some : of(keys)) {
            database.jdbc().sql(sql).params(parameters).param("keys", some).update();
        }
    }

    private static List<List<String>> of(Collection<String> keys) {
        List<String> all = keys.stream().distinct().toList();
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            batches.add(all.subList(from, Math.min(all.size(), from + MOST)));
        }
        return batches;
    }
}
