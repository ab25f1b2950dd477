package io.severabridge.sync.undo;

import io.severabridge.failure.Rejected;
import io.severabridge.severa.Json;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.RecordFields;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.run.SeveraWrites;
import io.severabridge.sync.staging.ErpReading;
import io.severabridge.sync.staging.ErpRows;
import io.severabridge.sync.staging.SeveraReading;
import io.severabridge.sync.staging.StoredReferences;
import io.severabridge.sync.toerp.GuidFields;
import io.severabridge.sync.undo.Undo.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes back changes of the records of one part. Both sides are read before the first, each with as few calls as a run takes. */
final class EntityUndo<E extends Record, S extends Record, A extends Record> {
    /** Why something is left that Severa has no call for. */
    static final String NO_WAY = "Severa's API cannot do it: do it in Severa by hand";

    private final EntityDefinition<E, S, A> definition;
    private final RunContext work;
    private final StoredReferences references;
    private final Undo.Scope scope;
    private final boolean act;
    private final RecordFields<A> agreed;
    private final FieldRestore<E, S, A> fields;
    private final RecordRemoval<E, S, A> removal;
    private final RecordRemake<S, A> remake;
    final SeveraReading reading;
    final ErpReading<E> erpReading;
    final Map<String, E> rows;
    final SeveraWrites writes;

    private EntityUndo(
            EntityDefinition<E, S, A> definition,
            RunContext work,
            StoredReferences references,
            Collection<String> keys,
            Undo.Scope scope,
            UsesInSevera uses,
            boolean act) {
        this.definition = definition;
        this.work = work;
        this.references = references;
        this.scope = scope;
        this.act = act;
        agreed = new RecordFields<>(definition.mapping().agreed());
        reading = new SeveraReading(work, work.severa);
        erpReading = new ErpReading<>(definition, work);
        writes = work.writes(work.severa);
        fields = new FieldRestore<>(this, definition, work, agreed, act);
        removal = new RecordRemoval<>(this, definition, work, agreed, scope, uses, act);
        remake = new RecordRemake<>(this, definition, work, agreed, act);
        long look = work.watermarks.nextLook();
        var perParent = definition.severa().resource().perParent();
        if (perParent == null) {
            reading.stage(definition.severa().resource(), look);
        } else {
            reading.stagePerParent(definition.severa().resource(), perParent, List::of, look);
        }
        rows = new ErpRows<>(definition, work).these(work.erpPlaces.places(definition.entity(), keys));
    }

    public static <E extends Record, S extends Record, A extends Record> EntityUndo<E, S, A> of(
            EntityDefinition<E, S, A> definition,
            RunContext work,
            StoredReferences references,
            Collection<String> keys,
            Undo.Scope scope,
            UsesInSevera uses,
            boolean act) {
        return new EntityUndo<>(definition, work, references, keys, scope, uses, act);
    }

    /** The changes of one record, in their order. */
    List<Line> undo(List<Change> group) {
        if (definition.belonging().facetOf() != null
                && scope.removed(definition.belonging().facetOf(), group.get(0).erpKey())) {
            return ofWhatStays(definition.belonging().facetOf(), group);
        }
        Change first = group.get(0);
        Side madeIn = group.stream()
                .filter(change -> change.action() == Action.CREATE)
                .map(Change::side)
                .findFirst()
                .orElse(null);
        List<Line> lines = new ArrayList<>();
        group.forEach(change -> lines.addAll(unlinkElsewhere(change)));
        if (madeIn == Side.SEVERA) {
            lines.addAll(removal.fromSevera(last(group, Action.CREATE)));
        } else if (madeIn == Side.ERP) {
            lines.addAll(removal.fromErp(first));
        } else {
            lines.addAll(fields.restore(group, Side.SEVERA));
            lines.addAll(fields.restore(group, Side.ERP));
            boolean linked = group.stream().anyMatch(change -> change.action() == Action.LINK);
            Link link = link(first.erpKey());
            if (linked && link != null && link.guid().equalsIgnoreCase(first.guid())) {
                lines.add(unlink(last(group, Action.LINK)));
            }
        }
        for (Change change : group) {
            if (change.action() == Action.DELETE && change.side() == Side.SEVERA) {
                lines.addAll(remake.of(change));
            }
        }
        return lines;
    }

    /** A facet is removed with its owner, but only on the side where the owner was made: the other side gets its values back. */
    private List<Line> ofWhatStays(String owner, List<Change> group) {
        List<Line> lines = new ArrayList<>();
        String key = group.get(0).erpKey();
        if (!scope.removedInSevera(owner, key)) {
            lines.addAll(fields.restore(group, Side.SEVERA));
        }
        if (!scope.removedInErp(owner, key)) {
            lines.addAll(fields.restore(group, Side.ERP));
        }
        return lines;
    }

    private static Change last(List<Change> group, Action action) {
        return group.stream()
                .filter(change -> change.action() == action)
                .reduce((one, two) -> two)
                .orElseThrow();
    }

    @Nullable
    S severa(@Nullable String guid) {
        String body = guid == null
                ? null
                : work.stage
                        .bodies(definition.severa().resource().name(), List.of(guid))
                        .get(guid);
        return body == null
                ? null
                : Json.MAPPER.readValue(body, definition.severa().resource().type());
    }

    @Nullable
    Link link(String key) {
        return work.links.of(definition.entity(), List.of(key)).get(key);
    }

    MappingContext context() {
        return new MappingContext(work.company, work.codes, references.ofPage());
    }

    static Line line(Change change, Side side, String what, String note) {
        return new Line(change.label(), change.entity(), side, note.isEmpty() ? what : "left", "", "", "", note);
    }

    String laterField(Change change) {
        Long execution = scope.later().get(definition.entity() + " " + change.erpKey() + " " + change.field());
        return execution == null ? "" : "execution " + execution + " has changed it since: take that back first";
    }

    /** Whether the ERP's field holds the GUID of the record that was made or linked, and no other. */
    boolean carries(E row, Change change) {
        return definition.erp().hasGuid() && definition.erp().guid(row).equalsIgnoreCase(change.guid());
    }

    /** The link goes. */
    void forget(Change change) {
        unlinkAll(change);
        lookedAtAgain(change);
    }

    /** Takes the GUID out of the ERP's field; answers why it is still there, empty where it is not. */
    String emptied(Change change) {
        E row = rows.get(change.erpKey());
        if (row == null || !carries(row, change)) {
            return "";
        }
        Rejected refused =
                new GuidFields<>(definition, work).fill(Map.of(row, "")).get(row);
        return refused == null ? "" : String.valueOf(refused.getMessage());
    }

    /** With the links of its facets. */
    void unlinkAll(Change change) {
        work.links.removeOf(Objects.requireNonNullElse(change.guid(), ""));
    }

    A fromErp(E row) {
        return definition.mapping().fromErp(row, context());
    }

    /** What a row was linked to as the record of another kind. */
    private List<Line> unlinkElsewhere(Change change) {
        String types = EntityDefinition.typesOf(definition.entity());
        String key = change.erpKey() + "|" + change.guid();
        if (change.action() != Action.LINK || work.links.of(types, List.of(key)).isEmpty()) {
            return List.of();
        }
        if (act) {
            work.links.remove(types, key);
            lookedAtAgain(change);
            journal(change, Side.ERP, Action.UNLINK, null, null);
        }
        return List.of(line(change, Side.ERP, "unlink", ""));
    }

    /** A field that held the GUID before keeps it. */
    private Line unlink(Change linked) {
        if (act) {
            if ("\"guid\"".equals(linked.newValue())) {
                forget(linked);
            } else {
                String stays = emptied(linked);
                if (!stays.isEmpty()) {
                    // The next run would link both again by the GUID.
                    return line(linked, Side.ERP, "unlink", stays);
                }
                forget(linked);
            }
            journal(linked, Side.ERP, Action.UNLINK, null, null);
        }
        return line(linked, Side.ERP, "unlink", "");
    }

    /** The next run has something to do with it, whether or not somebody touches it. */
    void lookedAtAgain(Change change) {
        long look = work.watermarks.nextLook();
        work.erpRecords.changed(definition.entity(), List.of(change.erpKey()), look);
        work.stage.changed(
                definition.severa().resource().name(), List.of(Objects.requireNonNullElse(change.guid(), "")), look);
    }

    void journal(Change change, Side side, Action action, @Nullable String old, @Nullable String now) {
        new Journal(work.bridge, work.company.name(), Journal.BY_HAND)
                .write(
                        List.of(new Journal.Entry(
                                definition.entity(),
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
