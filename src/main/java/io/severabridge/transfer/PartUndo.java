package io.severabridge.transfer;

import io.severabridge.bridge.Changes.Change;
import io.severabridge.bridge.Journal;
import io.severabridge.bridge.Journal.Action;
import io.severabridge.bridge.Journal.Side;
import io.severabridge.bridge.Links.Link;
import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Doubtful;
import io.severabridge.severa.Refused;
import io.severabridge.severa.SeveraClient;
import io.severabridge.transfer.Undo.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Takes back changes of the records of one part. Both sides are read before the first, each with as few calls as a run takes. */
final class PartUndo<E extends Record, S extends Record, A extends Record> {
    /** No run does it. */
    private static final long NO_EXECUTION = 0;

    private final Part<E, S, A> part;
    private final Workplace work;
    private final StoredReferences references;
    private final boolean act;
    private final Agreed<A> agreed;
    private final SeveraReading reading;
    private final ErpReading<E> erpReading;
    private final Map<String, E> rows;
    private final SeveraWrites writes;

    private PartUndo(
            Part<E, S, A> part, Workplace work, StoredReferences references, Collection<String> keys, boolean act) {
        this.part = part;
        this.work = work;
        this.references = references;
        this.act = act;
        agreed = new Agreed<>(part.mapping.agreed());
        reading = new SeveraReading(work, work.severa);
        erpReading = new ErpReading<>(part, work, references);
        writes = work.writes(work.severa);
        long look = work.watermarks.nextLook();
        var perParent = part.resource.perParent;
        if (perParent == null) {
            reading.stage(part.resource, look);
        } else {
            reading.stagePerParent(part.resource, perParent, List::of, look);
        }
        rows = new ErpRows<>(part, work).these(work.erpRecords.places(part.entity, keys));
    }

    static <E extends Record, S extends Record, A extends Record> PartUndo<E, S, A> of(
            Part<E, S, A> part, Workplace work, StoredReferences references, Collection<String> keys, boolean act) {
        return new PartUndo<>(part, work, references, keys, act);
    }

    /** Whether the record is removed with the one whose facet it is. */
    boolean goesWithItsOwner(List<Change> group, Set<String> made) {
        return part.facetOf != null
                && made.contains(part.facetOf + " " + group.get(0).erpKey());
    }

    /** The changes of one record, in their order. */
    List<Line> undo(List<Change> group) {
        Change first = group.get(0);
        Side madeIn = group.stream()
                .filter(change -> change.action() == Action.CREATE)
                .map(Change::side)
                .findFirst()
                .orElse(null);
        List<Line> lines = new ArrayList<>();
        for (Change change : group) {
            if (change.action() == Action.DELETE && change.side() == Side.SEVERA) {
                lines.add(makeAgain(change));
            }
        }
        if (madeIn == Side.SEVERA) {
            lines.add(0, removeFromSevera(last(group, Action.CREATE)));
        } else if (madeIn == Side.ERP) {
            lines.add(0, removeFromErp(first));
        } else {
            lines.addAll(restore(group, Side.SEVERA));
            lines.addAll(restore(group, Side.ERP));
            if (group.stream().anyMatch(change -> change.action() == Action.LINK)) {
                lines.add(unlink(first));
            }
        }
        return lines;
    }

    private static Change last(List<Change> group, Action action) {
        return group.stream()
                .filter(change -> change.action() == action)
                .reduce((one, two) -> two)
                .orElseThrow();
    }

    private @Nullable S severa(@Nullable String guid) {
        String body = guid == null
                ? null
                : work.stage.bodies(part.resource.name, List.of(guid)).get(guid);
        return body == null ? null : SeveraClient.JSON.readValue(body, part.resource.type);
    }

    private @Nullable Link link(String key) {
        return work.links.of(part.entity, List.of(key)).get(key);
    }

    private Facts facts() {
        return new Facts(work.company, work.codes, references);
    }

    private static Line line(Change change, Side side, String what, String note) {
        return new Line(change.label(), change.entity(), side, note.isEmpty() ? what : "left", "", "", "", note);
    }

    private Line removeFromSevera(Change made) {
        S severa = severa(made.guid());
        Link link = link(made.erpKey());
        if (severa != null && link != null && link.severaSeen() != null) {
            A now = part.mapping.fromSevera().apply(severa, facts());
            if (!agreed.same(now, agreed.parse(link.severaSeen()))) {
                return line(made, Side.SEVERA, "remove", "somebody has changed it in Severa since");
            }
        }
        if (act) {
            try {
                if (severa != null) {
                    writes.delete(Objects.requireNonNull(part.updatePath.apply(severa)));
                }
            } catch (Refused refused) {
                return line(made, Side.SEVERA, "remove", "Severa refuses: " + refused.getMessage());
            }
            work.stage.remove(part.resource.name, List.of(Objects.requireNonNullElse(made.guid(), "")));
            forget(made);
            journal(made, Side.SEVERA, Action.DELETE, null, null);
        }
        return line(made, Side.SEVERA, "remove", "");
    }

    /** The link goes, and the GUID with it. */
    private void forget(Change change) {
        E row = rows.get(change.erpKey());
        if (row != null) {
            new GuidFields<>(part, work).fill(Map.of(row, ""));
        }
        unlinkAll(change);
        lookedAtAgain(change);
    }

    /** With the links of its facets. */
    private void unlinkAll(Change change) {
        work.links.removeOf(Objects.requireNonNullElse(change.guid(), ""));
    }

    private Line removeFromErp(Change made) {
        E row = rows.get(made.erpKey());
        Link link = link(made.erpKey());
        String why = row == null ? "" : keptInErp(row, link);
        if (!why.isEmpty()) {
            return line(made, Side.ERP, "remove", why);
        }
        if (act) {
            try {
                if (row != null) {
                    delete(row);
                }
            } catch (ErpDatabase.Refused refused) {
                return line(made, Side.ERP, "remove", "the ERP refuses: " + refused.getMessage());
            }
            work.bridge.atOnce(() -> {
                work.erpRecords.remove(part.entity, List.of(made.erpKey()));
                unlinkAll(made);
                lookedAtAgain(made);
            });
            journal(made, Side.ERP, Action.DELETE, null, null);
        }
        return line(made, Side.ERP, "remove", "");
    }

    /** Why a row stays; empty where it may go. */
    private String keptInErp(E row, @Nullable Link link) {
        if (link != null && link.erpSeen() != null && !agreed.same(fromErp(row), agreed.parse(link.erpSeen()))) {
            return "somebody has changed it in the ERP since";
        }
        if (part.usedStatement == null) {
            return "";
        }
        Map<String, Object> key = Map.of(
                "key", new ErpRows<>(part, work).parameter(part.source.key().apply(row)));
        long uses = work.erp
                .rows(work.statements.get(part.usedStatement), Uses.class, key)
                .get(0)
                .number();
        return uses == 0 ? "" : "it is in use in the ERP, in " + uses + " rows of other tables";
    }

    /** A row of a statement that counts where a record is used. */
    record Uses(int number) {}

    private A fromErp(E row) {
        return part.mapping.fromErp().apply(row, facts());
    }

    private void delete(E row) {
        ErpRows<E> keys = new ErpRows<>(part, work);
        work.erp.inTransaction(write -> {
            for (int place = part.tables.size() - 1; place >= 0; place--) {
                ErpTable<E> table = part.tables.get(place);
                String key = table.key().apply(row);
                if (key != null) {
                    write.delete(
                            work.statements.write(table.update()),
                            Map.of("key", place == 0 ? keys.parameter(key) : (Object) Long.valueOf(key)));
                }
            }
            return true;
        });
    }

    private Line unlink(Change linked) {
        if (act) {
            forget(linked);
            journal(linked, Side.ERP, Action.UNLINK, null, null);
        }
        return line(linked, Side.ERP, "unlink", "");
    }

    /** A field with what the execution found and left, as JSON. */
    private record Field(
            Change change, @Nullable String old, @Nullable String made) {}

    private List<Line> restore(List<Change> group, Side side) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Change change : group) {
            if (change.action() == Action.UPDATE && change.side() == side && change.field() != null) {
                Field before = fields.get(change.field());
                fields.put(
                        change.field(),
                        new Field(change, before == null ? change.oldValue() : before.old(), change.newValue()));
            }
        }
        if (fields.isEmpty()) {
            return List.of();
        }
        S severa = severa(group.get(0).guid());
        E row = rows.get(group.get(0).erpKey());
        if (side == Side.SEVERA ? severa == null : row == null) {
            return List.of(line(group.get(0), side, "restore", "it is there no more"));
        }
        A now = side == Side.SEVERA
                ? part.mapping.fromSevera().apply(Objects.requireNonNull(severa), facts())
                : fromErp(Objects.requireNonNull(row));
        List<Line> lines = new ArrayList<>();
        Map<String, Field> back = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            Line line = restored(name, field, now, side);
            lines.add(line);
            if (!line.isLeft()) {
                back.put(name, field);
            }
        });
        if (act && !back.isEmpty()) {
            String refused = side == Side.SEVERA
                    ? toSevera(Objects.requireNonNull(severa), now, with(now, back))
                    : toErp(Objects.requireNonNull(row), group.get(0), now, with(now, back));
            if (!refused.isEmpty()) {
                return List.of(line(group.get(0), side, "restore", refused));
            }
            remember(group.get(0), back);
            back.forEach((name, field) -> journal(field.change(), side, Action.UPDATE, field.made(), field.old()));
        }
        return lines;
    }

    private Line restored(String name, Field field, A now, Side side) {
        int index = agreed.index(name);
        Object is = agreed.values(now)[index];
        boolean untouched = agreed.same(index, is, value(now, name, field.made()));
        boolean already = agreed.same(index, is, value(now, name, field.old()));
        return new Line(
                field.change().label(),
                field.change().entity(),
                side,
                untouched || already ? "restore" : "left",
                name,
                is == null ? "" : is.toString(),
                Objects.toString(value(now, name, field.old()), ""),
                untouched || already ? "" : "somebody has changed it since");
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
        ObjectNode tree = (ObjectNode) SeveraClient.JSON.readTree(agreed.json(record));
        tree.set(field, json == null ? tree.nullNode() : SeveraClient.JSON.readTree(json));
        return agreed.parse(tree.toString());
    }

    /** Answers why it was refused; empty where it was not. */
    private String toSevera(S severa, A now, A back) {
        var body = part.mapping.toSevera();
        var operations = Patch.replace(body.body(now, "", facts()), body.body(back, "", facts()));
        if (operations.isEmpty()) {
            return "";
        }
        try {
            String path = Objects.requireNonNull(part.updatePath.apply(severa));
            S answered;
            if (part.answersOtherRecord) {
                writes.patch(path, operations);
                answered = Patch.applied(severa, operations, part.resource.type);
            } else {
                answered = writes.patch(path, severa, operations, part.resource.type);
            }
            work.stage.answered(part.resource.name, List.of(reading.staged(part.resource, answered)));
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
            ErpPlan.Update<E, S, A> update = new ErpPlanner<>(part, work, references)
                    .update(new Planned<>(row, change.erpKey(), change.label(), facts(), keep), keep);
            if (!update.changed().isEmpty()) {
                Map<String, ErpExecution.Written<E>> written = new ErpExecution<>(part, work).run(List.of(update));
                ErpExecution.Written<E> is = written.get(change.erpKey());
                if (is != null) {
                    work.erpRecords.refresh(part.entity, List.of(erpReading.entry(is.row())));
                }
            }
            return "";
        } catch (Rejected | ErpDatabase.Refused e) {
            return "the ERP refuses: " + e.getMessage();
        }
    }

    /** As before the execution: the next run finds what it found. */
    private void remember(Change change, Map<String, Field> back) {
        Link link = link(change.erpKey());
        if (link == null || link.erpSeen() == null || link.severaSeen() == null) {
            return;
        }
        work.links.put(
                part.entity,
                new Link(
                        link.erpKey(),
                        link.guid(),
                        agreed.json(with(agreed.parse(link.erpSeen()), back)),
                        agreed.json(with(agreed.parse(link.severaSeen()), back)),
                        link.madeBy(),
                        link.madeIn(),
                        link.open()),
                work.clock.instant());
        lookedAtAgain(change);
    }

    /** The next run has something to do with it, whether or not somebody touches it. */
    private void lookedAtAgain(Change change) {
        long look = work.watermarks.nextLook();
        work.erpRecords.changed(part.entity, List.of(change.erpKey()), look);
        work.stage.changed(part.resource.name, List.of(Objects.requireNonNullElse(change.guid(), "")), look);
    }

    /** A part that was removed because it was emptied, or gave way to another. */
    private Line makeAgain(Change removed) {
        S old = SeveraClient.JSON.readValue(Objects.requireNonNull(removed.oldValue()), part.resource.type);
        String parent = Objects.requireNonNullElse(part.resource.parent.apply(old), "");
        A meant = part.mapping.fromSevera().apply(old, facts());
        boolean there = work.stage.below(part.resource.name, parent).stream()
                .map(this::severa)
                .filter(Objects::nonNull)
                .anyMatch(other -> agreed.same(meant, part.mapping.fromSevera().apply(other, facts())));
        if (act && !there) {
            ObjectNode body = Patch.create(part.mapping.toSevera().body(meant, parent, facts()));
            part.onCreate
                    .apply(meant, facts())
                    .forEach((field, value) -> body.set(field, SeveraClient.JSON.valueToTree(value)));
            try {
                S made = writes.create(part.createPath.apply(parent), body, Map.of(), part.resource.type);
                work.stage.answered(part.resource.name, List.of(reading.staged(part.resource, made)));
            } catch (Refused | Doubtful e) {
                return line(removed, Side.SEVERA, "make again", "Severa refuses: " + e.getMessage());
            }
            journal(removed, Side.SEVERA, Action.CREATE, null, removed.oldValue());
        }
        return line(removed, Side.SEVERA, "make again", "");
    }

    private void journal(Change change, Side side, Action action, @Nullable String old, @Nullable String now) {
        new Journal(work.bridge, work.company.name(), NO_EXECUTION)
                .write(
                        List.of(new Journal.Entry(
                                part.entity,
                                change.erpKey(),
                                change.guid(),
                                side,
                                action,
                                action == Action.UPDATE ? change.field() : null,
                                old,
                                now)),
                        work.clock.instant());
    }
}
