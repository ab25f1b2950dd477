package io.severabridge.sync.undo;

import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.erp.ErpAccess;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Json;
import io.severabridge.severa.Refused;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.plan.DecidedRow;
import io.severabridge.sync.plan.Decision;
import io.severabridge.sync.plan.ErpDecision;
import io.severabridge.sync.plan.Merge;
import io.severabridge.sync.plan.Patch;
import io.severabridge.sync.record.RecordFields;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.toerp.ErpExecution;
import io.severabridge.sync.undo.Undo.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Gives changed fields of a record their old values, but those that somebody has changed since. */
final class FieldRestore<E extends Record, S extends Record, A extends Record> {
    private final EntityUndo<E, S, A> undo;
    private final EntityDefinition<E, S, A> definition;
    private final RunContext work;
    private final RecordFields<A> agreed;
    private final boolean act;

    FieldRestore(
            EntityUndo<E, S, A> undo,
            EntityDefinition<E, S, A> definition,
            RunContext work,
            RecordFields<A> agreed,
            boolean act) {
        this.undo = undo;
        this.definition = definition;
        this.work = work;
        this.agreed = agreed;
        this.act = act;
    }

    /** A field with what the execution found and left, as JSON. */
    private record Field(
            Change change, @Nullable String old, @Nullable String made) {}

    List<Line> restore(List<Change> group, Side side) {
        Map<String, Field> fields = changed(group, side);
        // Without a link it was taken back already, by an undo that did not finish.
        if (fields.isEmpty() || undo.link(group.get(0).erpKey()) == null) {
            return List.of();
        }
        S severa = undo.severa(group.get(0).guid());
        E row = undo.rows.get(group.get(0).erpKey());
        if (side == Side.SEVERA ? severa == null : row == null) {
            return List.of(EntityUndo.line(group.get(0), side, "restore", "it is no longer there"));
        }
        if (side == Side.SEVERA && severa != null && definition.severa().updatePath(severa) == null) {
            return List.of(EntityUndo.line(group.get(0), side, "restore", EntityUndo.NO_WAY));
        }
        A now;
        try {
            now = side == Side.SEVERA
                    ? definition.mapping().fromSevera(Objects.requireNonNull(severa), undo.context())
                    : undo.fromErp(Objects.requireNonNull(row));
        } catch (Rejected rejected) {
            return List.of(EntityUndo.line(group.get(0), side, "restore", String.valueOf(rejected.getMessage())));
        }
        List<Line> lines = new ArrayList<>();
        Map<String, Field> back = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            Line line = restored(name, field, now, side);
            if (line != null) {
                lines.add(line);
                if (!line.isLeft()) {
                    back.put(name, field);
                }
            }
        });
        if (!act || back.isEmpty()) {
            return lines;
        }
        String refused = side == Side.SEVERA
                ? toSevera(Objects.requireNonNull(severa), now, with(now, back))
                : toErp(Objects.requireNonNull(row), group.get(0), now, with(now, back));
        if (!refused.isEmpty()) {
            return List.of(EntityUndo.line(group.get(0), side, "restore", refused));
        }
        remember(group.get(0), back);
        back.forEach((name, field) -> undo.journal(field.change(), side, Action.UPDATE, field.made(), field.old()));
        return lines;
    }

    /** The fields that were changed on a side, each from its first value to its last. */
    private Map<String, Field> changed(List<Change> group, Side side) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Change change : group) {
            if (change.action() == Action.UPDATE && change.side() == side && change.field() != null) {
                Field before = fields.get(change.field());
                fields.put(
                        change.field(),
                        new Field(change, before == null ? change.oldValue() : before.old(), change.newValue()));
            }
        }
        return fields;
    }

    /** Null where it is as it was already. */
    private @Nullable Line restored(String name, Field field, A now, Side side) {
        int index = agreed.index(name);
        Object is = agreed.values(now)[index];
        if (agreed.same(index, is, value(now, name, field.old()))) {
            return null;
        }
        String later = undo.laterField(field.change());
        boolean untouched = later.isEmpty() && agreed.same(index, is, value(now, name, field.made()));
        return new Line(
                field.change().label(),
                field.change().entity(),
                side,
                untouched ? "restore" : "left",
                name,
                is == null ? "" : is.toString(),
                Objects.toString(value(now, name, field.old()), ""),
                untouched ? "" : later.isEmpty() ? "somebody has changed it since" : later);
    }

    private @Nullable Object value(A like, String name, @Nullable String json) {
        return agreed.values(with(like, name, json))[agreed.index(name)];
    }

    private A with(A record, Map<String, Field> fields) {
        A with = record;
        for (Map.Entry<String, Field> field : fields.entrySet()) {
            with = with(with, field.getKey(), field.getValue().old());
        }
        return with;
    }

    private A with(A record, String field, @Nullable String json) {
        ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(agreed.json(record));
        tree.set(field, json == null ? tree.nullNode() : Json.MAPPER.readTree(json));
        return agreed.parse(tree.toString());
    }

    /** Answers why it was refused; empty where it was not. */
    private String toSevera(S severa, A now, A back) {
        var operations = Patch.replace(
                definition.mapping().toSevera(now, "", undo.context()),
                definition.mapping().toSevera(back, "", undo.context()));
        if (operations.isEmpty()) {
            return "";
        }
        try {
            String path = Objects.requireNonNull(definition.severa().updatePath(severa));
            S answered;
            if (definition.severa().answersOtherRecord()) {
                undo.writes.patch(path, operations);
                answered = Patch.applied(
                        severa, operations, definition.severa().resource().type());
            } else {
                answered = undo.writes.patch(
                        path, severa, operations, definition.severa().resource().type());
            }
            work.stage.answered(
                    definition.severa().resource().name(),
                    List.of(undo.reading.staged(definition.severa().resource(), answered)));
            return "";
        } catch (Refused refused) {
            return "Severa refuses: " + refused.getMessage();
        }
    }

    private String toErp(E row, Change change, A now, A back) {
        Merge.Seen<A> seen = new Merge.Seen<>(now, now, Set.of());
        Merge<A> merge = Merge.of(agreed, now, back, seen, Master.SEVERA, Company.Side.SEVERA);
        Decision.Keep<S, A> keep = new Decision.Keep<>(
                now,
                back,
                null,
                Objects.requireNonNullElse(change.guid(), ""),
                null,
                null,
                seen,
                merge,
                false,
                List.of());
        try {
            DecidedRow<E, S, A> planned = new DecidedRow<>(row, change.erpKey(), change.label(), undo.context(), keep);
            if (work.erpDecider(definition).update(planned, keep) instanceof ErpDecision.Update<E, S, A> update) {
                ErpExecution.Done<E> done = new ErpExecution<>(definition, work).run(List.of(update));
                if (!done.changedMeanwhile().isEmpty()) {
                    return "somebody has just changed it in the ERP: take it back again";
                }
                ErpExecution.Written<E> is = done.written().get(change.erpKey());
                if (is != null) {
                    work.erpRecords.refresh(definition.entity(), List.of(undo.erpReading.entry(is.row())));
                }
            }
            return "";
        } catch (Rejected | ErpAccess.Refused e) {
            return "the ERP refuses: " + e.getMessage();
        }
    }

    /** As before the execution: the next run finds what it found. */
    private void remember(Change change, Map<String, Field> back) {
        Link link = undo.link(change.erpKey());
        if (link == null || link.erpSeen() == null || link.severaSeen() == null) {
            return;
        }
        work.links.put(
                definition.entity(),
                new Link(
                        link.erpKey(),
                        link.guid(),
                        agreed.json(with(agreed.parse(link.erpSeen()), back)),
                        agreed.json(with(agreed.parse(link.severaSeen()), back)),
                        link.madeBy(),
                        link.madeIn(),
                        link.open()),
                work.clock.instant());
        undo.lookedAtAgain(change);
    }
}
