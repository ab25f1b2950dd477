package io.severabridge.sync.toerp;

import io.severabridge.erp.ColumnRejects;
import io.severabridge.erp.ErpSystem.Numbering;
import io.severabridge.erp.ErpSystem.Template;
import io.severabridge.erp.ErpWrite;
import io.severabridge.failure.Rejected;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpTable;
import io.severabridge.sync.plan.ErpDecider;
import io.severabridge.sync.plan.ErpDecision;
import io.severabridge.sync.record.RowHash;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.staging.ErpRows;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what was planned, in one transaction of the ERP, and reads the rows back. */
public final class ErpExecution<E extends Record, S extends Record, A extends Record> {
    /** A row as it is after the write. */
    public record Written<E extends Record>(String key, E row) {}

    /**
     * What came of a transaction.
     *
     * @param written the rows by the decisions' keys; one that is missing was not there to be changed
     * @param changedMeanwhile keys of rows that somebody has changed since they were read, and that were left alone
     */
    public record Done<E extends Record>(Map<String, Written<E>> written, Set<String> changedMeanwhile) {}

    private final EntityDefinition<E, S, A> definition;
    private final RunContext work;
    private final ErpRows<E> rows;
    private @Nullable Map<String, Object> template;

    public ErpExecution(EntityDefinition<E, S, A> definition, RunContext work) {
        this.definition = definition;
        this.work = work;
        this.rows = new ErpRows<>(definition, work);
    }

    public Done<E> run(List<? extends ErpDecision.Write<E, S, A>> plans) {
        return work.erp.inTransaction(write -> {
            Set<String> changed = changedMeanwhile(write, plans);
            Map<String, Object> positions = new LinkedHashMap<>();
            Numbering next = work.system.numbering(write, work.statements);
            for (ErpDecision.Write<E, S, A> plan : plans) {
                if (changed.contains(plan.key())) {
                    continue;
                }
                Object position = plan instanceof ErpDecision.Update<E, S, A> update
                        ? update(write, update, next)
                        : insert(write, (ErpDecision.Insert<E, S, A>) plan, next);
                if (position != null) {
                    positions.put(plan.key(), position);
                }
            }
            return new Done<>(readBack(write, positions), changed);
        });
    }

    /** A row was decided on as it was read: what somebody has written since is not overwritten. */
    private Set<String> changedMeanwhile(ErpWrite write, List<? extends ErpDecision.Write<E, S, A>> plans) {
        Map<String, ErpDecision.Update<E, S, A>> updates = new HashMap<>();
        for (ErpDecision.Write<E, S, A> plan : plans) {
            if (plan instanceof ErpDecision.Update<E, S, A> update) {
                updates.put(definition.erp().position(update.planned().row()), update);
            }
        }
        Set<String> changed = new HashSet<>();
        Map<String, E> now =
                read(write, updates.keySet().stream().map(rows::parameter).toList());
        Set<String> found = Set.copyOf(now.keySet());
        now.forEach((position, row) -> {
            ErpDecision.Update<E, S, A> update = updates.remove(position);
            if (update != null && !isAsDecided(row, update)) {
                changed.add(update.key());
            }
        });
        // A text key whose letters were changed is found by a database that ignores case, under another position.
        updates.forEach((position, update) -> {
            if (found.stream().anyMatch(position::equalsIgnoreCase)) {
                changed.add(update.key());
            }
        });
        return changed;
    }

    /** As it was read; or as it is to be, after a commit whose answer was lost. */
    private boolean isAsDecided(E now, ErpDecision.Update<E, S, A> update) {
        if (RowHash.of(now).equals(RowHash.of(update.planned().row()))) {
            return true;
        }
        Map<String, Object> stands = RowHash.values(now);
        return update.changed().stream()
                .allMatch(parameter ->
                        ErpDecider.same(Objects.requireNonNull(update.values().get(parameter)), stands.get(parameter)));
    }

    private @Nullable Object update(ErpWrite write, ErpDecision.Update<E, S, A> update, Numbering next) {
        E row = update.planned().row();
        for (int place = 0; place < definition.erp().tables().size(); place++) {
            ErpTable<E> table = definition.erp().tables().get(place);
            if (!work.statements.has(table.update())) {
                continue;
            }
            var statement = work.statements.write(table.update());
            if (statement.parameters().stream().noneMatch(update.changed()::contains)) {
                continue;
            }
            Map<String, Object> values = stamped(update);
            String key = table.key().apply(row);
            if (key == null) {
                insert(write, table, numbered(table, values, next));
                continue;
            }
            values.put("key", place == 0 ? rows.parameter(key) : (Object) Long.valueOf(key));
            if (write.update(statement, update.changed(), values) == 0) {
                return null;
            }
        }
        return rows.parameter(definition.erp().position(row));
    }

    private Map<String, Object> stamped(ErpDecision.Write<E, S, A> write) {
        Map<String, Object> values = new HashMap<>(write.values());
        values.putAll(work.erpTime.change());
        return values;
    }

    private Object insert(ErpWrite write, ErpDecision.Insert<E, S, A> insert, Numbering next) {
        Map<String, Object> values = stamped(insert);
        for (int place = 0; place < definition.erp().tables().size(); place++) {
            ErpTable<E> table = definition.erp().tables().get(place);
            if (place == 0 || (table.insert() != null && work.statements.has(table.insert()))) {
                values = numbered(table, values, next);
                insert(write, table, values);
            }
        }
        Object key = values.get(definition.erp().positionColumn());
        // An ERP that hands out no keys of its own keeps its rows by the number that people use.
        Object position =
                Objects.requireNonNull(key == null ? values.get(definition.erp().givenNumber()) : key);
        return rows.parameter(String.valueOf(position));
    }

    private void insert(ErpWrite write, ErpTable<E> table, Map<String, Object> values) {
        var statement = work.statements.write(Objects.requireNonNull(table.insert(), "no insert is declared"));
        write.insert(statement, values, table.equals(definition.erp().tables().get(0)) ? template(write) : Map.of());
    }

    /** With the numbers that the ERP gives. */
    private Map<String, Object> numbered(ErpTable<E> table, Map<String, Object> values, Numbering next) {
        Map<String, Object> all = new HashMap<>(values);
        table.next().forEach((parameter, number) -> {
            if (!all.containsKey(parameter) && work.statements.has(number.statement())) {
                all.put(parameter, next(parameter, number, next));
            }
        });
        return all;
    }

    private long next(String parameter, ErpTable.Next number, Numbering next) {
        var series = work.company.numberSeries().customers();
        long from = series == null ? 1 : series.from();
        long to = series == null ? Integer.MAX_VALUE : series.to();
        long given = next.next(number.statement(), from, to);
        if (number.ofSeries() && given > to) {
            throw new Rejected(
                    ColumnRejects.NUMBER_DOES_NOT_FIT,
                    parameter,
                    String.valueOf(given),
                    "the ERP's number series ends at " + to);
        }
        return given;
    }

    private Map<String, Object> template(ErpWrite write) {
        Map<String, Object> known = template;
        if (known != null) {
            return known;
        }
        int key = definition.erp().template(work.company);
        Template like = work.system.template();
        if (key == 0 || like == null) {
            template = Map.of();
            return Map.of();
        }
        known = write.template(work.statements.get(like.statement()), key);
        if (known.isEmpty()) {
            throw new WrongSetUp("template: the ERP has no " + like.record() + " " + key);
        }
        Map<String, Object> usable = new HashMap<>(known);
        usable.keySet().removeAll(like.own());
        for (String statement : work.inRowsOf(definition.entity())) {
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
        Map<String, E> byPosition = read(write, List.copyOf(positions.values()));
        positions.forEach((key, position) -> {
            E row = byPosition.get(String.valueOf(position));
            if (row != null) {
                found.put(key, new Written<>(definition.erp().key(row), row));
            }
        });
        return found;
    }

    /** The rows at these positions, by position. */
    private Map<String, E> read(ErpWrite write, List<Object> positions) {
        Map<String, E> found = new HashMap<>();
        if (positions.isEmpty()) {
            return found;
        }
        Map<String, Object> parameters = rows.parameters();
        parameters.put("keys", positions);
        write.rows(
                        work.statements
                                .rows(definition.erp().rows(), definition.erp().positionColumn())
                                .these(),
                        definition.erp().type(),
                        parameters)
                .forEach(row -> found.put(definition.erp().position(row), row));
        return found;
    }
}
