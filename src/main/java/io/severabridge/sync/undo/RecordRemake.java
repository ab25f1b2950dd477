package io.severabridge.sync.undo;

import io.severabridge.severa.Json;
import io.severabridge.severa.Refused;
import io.severabridge.severa.UncertainCreateException;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.ledger.LinkStore.MadeBy;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.plan.Patch;
import io.severabridge.sync.record.RecordFields;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.undo.Undo.Line;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** Makes records of Severa again that a run removed. */
final class RecordRemake<S extends Record, A extends Record> {
    private final EntityUndo<?, S, A> undo;
    private final EntityDefinition<?, S, A> definition;
    private final RunContext work;
    private final RecordFields<A> agreed;
    private final boolean act;

    RecordRemake(
            EntityUndo<?, S, A> undo,
            EntityDefinition<?, S, A> definition,
            RunContext work,
            RecordFields<A> agreed,
            boolean act) {
        this.undo = undo;
        this.definition = definition;
        this.work = work;
        this.agreed = agreed;
        this.act = act;
    }

    /** As before the execution: the next run finds what it found. */
    private void linkAgain(Change removed, String guid, A meant) {
        String seen = agreed.json(meant);
        work.links.remove(definition.entity(), removed.erpKey());
        work.links.put(
                definition.entity(),
                new Link(removed.erpKey(), guid, seen, seen, MadeBy.LINKED, Journal.BY_HAND, null),
                work.clock.instant());
        undo.lookedAtAgain(removed);
    }

    /** A part that was removed because it was emptied, or gave way to another. */
    List<Line> of(Change removed) {
        S old = Json.MAPPER.readValue(
                Objects.requireNonNull(removed.oldValue()),
                definition.severa().resource().type());
        String parent =
                Objects.requireNonNullElse(definition.severa().resource().parent(old), "");
        A meant = definition.mapping().fromSevera(old, undo.context());
        boolean there = work.stage.below(definition.severa().resource().name(), parent).stream()
                .map(undo::severa)
                .filter(Objects::nonNull)
                .anyMatch(other -> agreed.same(meant, definition.mapping().fromSevera(other, undo.context())));
        if (there) {
            return List.of();
        }
        if (act) {
            ObjectNode body = Patch.create(definition.mapping().toSevera(meant, parent, undo.context()));
            definition
                    .mapping()
                    .onCreate(meant, undo.context())
                    .forEach((field, value) -> body.set(field, Json.MAPPER.valueToTree(value)));
            try {
                S made = undo.writes.create(
                        definition.severa().createPath(parent),
                        body,
                        Map.of(),
                        definition.severa().resource().type());
                work.stage.answered(
                        definition.severa().resource().name(),
                        List.of(undo.reading.staged(definition.severa().resource(), made)));
                linkAgain(
                        removed,
                        Objects.requireNonNull(definition.severa().resource().guid(made)),
                        meant);
            } catch (Refused | UncertainCreateException e) {
                return List.of(
                        EntityUndo.line(removed, Side.SEVERA, "make again", "Severa refuses: " + e.getMessage()));
            }
            undo.journal(removed, Side.SEVERA, Action.CREATE, null, removed.oldValue());
        }
        return List.of(EntityUndo.line(removed, Side.SEVERA, "make again", ""));
    }
}
