package io.severabridge.transfer;

import io.severabridge.erp.ColumnRejects;
import io.severabridge.erp.ErpWrite;
import io.severabridge.failure.Rejected;
import io.severabridge.failure.WrongSetUp;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what was planned, in one transaction of the ERP, and reads the rows back. */
final class ErpExecution<E extends Record, S extends Record, A extends Record> {
    /** A row as it is after the write. */
    record Written<E extends Record>(String key, E row) {}

    /** The associate that new ones are made like. */
    private static final String TEMPLATE = "reference/associate";

    /** What belongs to a row alone. */
    private static final Set<String> OWN = Set.of("lckst", "chprc", "chsm", "chtmms", "credt", "cretm", "creusr");

    private final Part<E, S, A> part;
    private final Workplace work;
    private final ErpRows<E> rows;
    private @Nullable Map<String, Object> template;

    ErpExecution(Part<E, S, A> part, Workplace work) {
        this.part = part;
        this.work = work;
        this.rows = new ErpRows<>(part, work);
    }

    /** The rows by the plans' keys; one that is missing was not there to be changed. */
    Map<String, Written<E>> run(List<? extends ErpPlan<E, S, A>> plans) {
        return work.erp.inTransaction(write -> {
            Map<String, Object> positions = new LinkedHashMap<>();
            Map<String, Long> next = new HashMap<>();
            for (ErpPlan<E, S, A> plan : plans) {
                Object position = plan instanceof ErpPlan.Update<E, S, A> update
                        ? update(write, update, next)
                        : insert(write, (ErpPlan.Insert<E, S, A>) plan, next);
                if (position != null) {
                    positions.put(plan.key(), position);
                }
            }
            return readBack(write, positions);
        });
    }

    private @Nullable Object update(ErpWrite write, ErpPlan.Update<E, S, A> update, Map<String, Long> next) {
        E row = update.planned().row();
        for (int place = 0; place < part.tables.size(); place++) {
            ErpTable<E> table = part.tables.get(place);
            var statement = work.statements.write(table.update());
            if (statement.parameters().stream().noneMatch(update.changed()::contains)) {
                continue;
            }
            Map<String, Object> values = new HashMap<>(update.values());
            String key = table.key().apply(row);
            if (key == null) {
                insert(write, table, numbered(write, table, values, next));
                continue;
            }
            values.put("key", place == 0 ? rows.parameter(key) : (Object) Long.valueOf(key));
            if (write.update(statement, update.changed(), values) == 0) {
                return null;
            }
        }
        return rows.parameter(part.source.position().apply(row));
    }

    private Object insert(ErpWrite write, ErpPlan.Insert<E, S, A> insert, Map<String, Long> next) {
        Map<String, Object> values = new HashMap<>(insert.values());
        for (int place = 0; place < part.tables.size(); place++) {
            ErpTable<E> table = part.tables.get(place);
            if (place == 0 || table.insert() != null) {
                values = numbered(write, table, values, next);
                insert(write, table, values);
            }
        }
        Object position = Objects.requireNonNull(values.get(part.source.positionColumn()));
        return rows.parameter(String.valueOf(position));
    }

    private void insert(ErpWrite write, ErpTable<E> table, Map<String, Object> values) {
        var statement = work.statements.write(Objects.requireNonNull(table.insert(), "no insert is declared"));
        write.insert(statement, values, table.equals(part.tables.get(0)) ? template(write) : Map.of());
    }

    /** Numbers that the ERP gives: the next one under a lock, then counting on within the transaction. */
    private Map<String, Object> numbered(
            ErpWrite write, ErpTable<E> table, Map<String, Object> values, Map<String, Long> next) {
        Map<String, Object> all = new HashMap<>(values);
        table.next().forEach((parameter, number) -> {
            if (!all.containsKey(parameter)) {
                all.put(parameter, next(write, parameter, number, next));
            }
        });
        return all;
    }

    private long next(ErpWrite write, String parameter, ErpTable.Next number, Map<String, Long> next) {
        var series = work.company.numberSeries().customers();
        long from = series == null ? 1 : series.from();
        long to = series == null ? Integer.MAX_VALUE : series.to();
        Map<String, Object> range = Map.of("seriesFrom", from, "seriesTo", to);
        long given = next.computeIfAbsent(
                number.statement(), statement -> write.number(work.statements.get(statement), range));
        if (number.ofSeries() && given > to) {
            throw new Rejected(
                    ColumnRejects.NUMBER_DOES_NOT_FIT,
                    parameter,
                    String.valueOf(given),
                    "the ERP's number series ends at " + to);
        }
        next.put(number.statement(), given + 1);
        return given;
    }

    private Map<String, Object> template(ErpWrite write) {
        Map<String, Object> known = template;
        if (known != null) {
            return known;
        }
        int key = part.template == null ? 0 : part.template.apply(work.company);
        known = key == 0 ? Map.of() : write.template(work.statements.get(TEMPLATE), key);
        if (key != 0 && known.isEmpty()) {
            throw new WrongSetUp("template: the ERP has no associate " + key);
        }
        Map<String, Object> usable = new HashMap<>(known);
        usable.keySet().removeAll(OWN);
        for (String statement : work.inRowsOf(part.entity)) {
            work.statements
                    .write(statement)
                    .values()
                    .forEach(value -> usable.remove(value.physicalColumn().toLowerCase(Locale.ROOT)));
        }
        usable.keySet().removeAll(work.statements.guidColumns());
        template = usable;
        return usable;
    }

    private Map<String, Written<E>> readBack(ErpWrite write, Map<String, Object> positions) {
        Map<String, Written<E>> found = new LinkedHashMap<>();
        if (positions.isEmpty()) {
            return found;
        }
        Map<String, Object> parameters = rows.parameters();
        Collection<Object> keys = positions.values();
        parameters.put("keys", List.copyOf(keys));
        Map<String, E> byPosition = new HashMap<>();
        write.rows(
                        work.statements.these(part.source.rows(), part.source.positionColumn()),
                        part.source.type(),
                        parameters)
                .forEach(row -> byPosition.put(part.source.position().apply(row), row));
        positions.forEach((key, position) -> {
            E row = byPosition.get(String.valueOf(position));
            if (row != null) {
                found.put(key, new Written<>(part.source.key().apply(row), row));
            }
        });
        return found;
    }
}
