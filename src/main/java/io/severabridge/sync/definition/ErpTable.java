package io.severabridge.sync.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of the ERP that an entity is written to, declared by the statements that do it.
 *
 * @param update changes a row; takes {@code @key}
 * @param insert adds one; null where the entity never does
 * @param next statements that give a number to a parameter of the insert for which there is no value, by parameter
 * @param key of the row that is updated, as text; null where there is none yet
 */
public record ErpTable<E extends Record>(
        String update, @Nullable String insert, Map<String, Next> next, Function<E, @Nullable String> key) {
    /**
     * Where a number comes from.
     *
     * @param statement asks for it under a lock
     * @param ofSeries it is one of the ERP's own customer number series, and may not lie behind its end
     */
    public record Next(String statement, boolean ofSeries) {}

    /** A table whose rows are only changed. */
    public static <E extends Record> ErpTable<E> updated(String update, Function<E, @Nullable String> key) {
        return new ErpTable<>(update, null, Map.of(), key);
    }

    /** A table that gets rows. */
    public static <E extends Record> ErpTable<E> of(String update, String insert, Function<E, @Nullable String> key) {
        return new ErpTable<>(update, insert, Map.of(), key);
    }

    /** The same, with a number that the ERP gives. */
    public ErpTable<E> numbered(String parameter, String statement) {
        return with(parameter, new Next(statement, false));
    }

    /** The same, with a number of the ERP's own customer number series. */
    public ErpTable<E> numberedBySeries(String parameter, String statement) {
        return with(parameter, new Next(statement, true));
    }

    private ErpTable<E> with(String parameter, Next number) {
        Map<String, Next> more = new LinkedHashMap<>(next);
        more.put(parameter, number);
        return new ErpTable<>(update, insert, more, key);
    }

    /** The statements that write. */
    public List<String> writes() {
        List<String> names = new ArrayList<>(List.of(update));
        if (insert != null) {
            names.add(insert);
        }
        return names;
    }
}
