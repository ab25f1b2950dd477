package io.severabridge.sync.staging;

import io.severabridge.erp.statement.RowStatements;
import io.severabridge.store.staging.ErpPlaces.Place;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.run.RunContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of an entity: those that changed page by page, or those of certain positions. */
public final class ErpRows<E extends Record> {
    private static final int DIGITS = 19;

    /** As many as one statement takes comfortably; SQL Server allows 2,100 parameters. */
    private static final int MOST_KEYS = 500;

    private final EntityDefinition<E, ?, ?> definition;
    private final RunContext work;
    private final boolean text;

    public ErpRows(EntityDefinition<E, ?, ?> definition, RunContext work) {
        this.definition = definition;
        this.work = work;
        this.text = definition.erp().isTextKey(work.company);
    }

    /** The next rows behind a position, changed since a mark or not known when. */
    List<E> page(@Nullable E last, long since, int page) {
        Object after = last == null ? (text ? "" : (Object) Long.valueOf(-1)) : parameter(rawPosition(last));
        Map<String, Object> parameters = parameters();
        parameters.put("after", after);
        parameters.put("since", since);
        if (definition.erp().numberOfPosition() != null) {
            long behind = last == null ? 0 : definition.erp().numberOfPosition().applyAsLong(rawPosition(last));
            numbers(parameters, Math.max(behind, since - ErpReading.NUMBERED), Long.MAX_VALUE);
        }
        parameters.put("page", page);
        return work.erp.page(statements(), last == null, definition.erp().type(), parameters);
    }

    /** All rows that were added with a number. */
    List<E> ofNumber(long number) {
        List<E> all = new ArrayList<>();
        E last = null;
        List<E> some;
        do {
            Map<String, Object> parameters = parameters();
            parameters.put("after", last == null ? "" : parameter(rawPosition(last)));
            parameters.put("since", 0);
            parameters.put("page", MOST_KEYS);
            numbers(parameters, number, number);
            some = work.erp.rows(statements().next(), definition.erp().type(), parameters);
            all.addAll(some);
            last = some.isEmpty() ? null : some.get(some.size() - 1);
        } while (some.size() == MOST_KEYS);
        return all;
    }

    /** The rows of these places that are still there, by key. */
    public Map<String, E> these(Collection<Place> places) {
        List<String> positions = places.stream().map(Place::position).toList();
        Map<String, E> found = new HashMap<>();
        for (int from = 0; from < positions.size(); from += MOST_KEYS) {
            List<Object> keys = positions.subList(from, Math.min(positions.size(), from + MOST_KEYS)).stream()
                    .map(position -> parameter(text ? position : String.valueOf(Long.parseLong(position))))
                    .toList();
            Map<String, Object> parameters = parameters();
            parameters.put("keys", keys);
            if (definition.erp().numberOfPosition() != null) {
                var numbers = keys.stream()
                        .map(String::valueOf)
                        .mapToLong(definition.erp().numberOfPosition())
                        .summaryStatistics();
                numbers(parameters, numbers.getMin(), numbers.getMax());
            }
            work.erp
                    .rows(statements().these(), definition.erp().type(), parameters)
                    .forEach(row -> found.put(definition.erp().key(row), row));
        }
        return found;
    }

    private RowStatements statements() {
        return work.statements.rows(definition.erp().rows(), definition.erp().positionColumn());
    }

    private static void numbers(Map<String, Object> parameters, long first, long last) {
        parameters.put("firstNumber", first);
        parameters.put("lastNumber", last);
    }

    /** What every statement that reads rows may use. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(work.erpTime.reading());
        parameters.put("homeCurrency", work.company.erp().homeCurrency());
        parameters.putAll(definition.erp().parameters(work.company));
        return parameters;
    }

    private String rawPosition(E row) {
        return definition.erp().position(row);
    }

    /** A position as a parameter: a number, unless the column is a text. */
    public Object parameter(String raw) {
        return text ? raw : (Object) Long.valueOf(raw);
    }

    /** A position in a form whose text order is that of the numbers. */
    String position(E row) {
        return position(rawPosition(row));
    }

    String position(String raw) {
        return text ? raw : "0".repeat(Math.max(0, DIGITS - raw.length())) + raw;
    }

    /** All rows of an entity whose rows fit into memory. */
    List<E> all(int page) {
        List<E> all = new ArrayList<>();
        List<E> rows = page(null, 0, page);
        while (true) {
            all.addAll(rows);
            if (rows.size() < page) {
                return all;
            }
            rows = page(rows.get(rows.size() - 1), 0, page);
        }
    }
}
