package io.severabridge.sync.run;

import io.severabridge.severa.Json;
import io.severabridge.store.ledger.Journal;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Entry;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.ledger.LinkStore.MadeBy;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.plan.Decision;
import io.severabridge.sync.plan.Merge;
import io.severabridge.sync.record.RecordFields;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links and journal of one part in one direction: what is linked, what each side was seen to hold, what was changed. */
public final class SyncState<A extends Record> {
    private final EntityDefinition<?, ?, A> definition;
    private final RunContext work;
    private final RecordFields<A> agreed;
    private final Direction direction;
    private final Journal journal;
    private final long jobInstance;

    public SyncState(
            EntityDefinition<?, ?, A> definition,
            RunContext work,
            RecordFields<A> agreed,
            Direction direction,
            long jobInstance,
            long jobExecution) {
        this.definition = definition;
        this.work = work;
        this.agreed = agreed;
        this.direction = direction;
        this.jobInstance = jobInstance;
        this.journal = new Journal(work.bridge, work.company.name(), jobExecution);
    }

    /** {@code from} and {@code to} are kept as JSON; {@code field} is null for a record as a whole. */
    public Entry entry(
            String key,
            String guid,
            Action action,
            @Nullable String field,
            @Nullable Object from,
            @Nullable Object to) {
        return new Entry(definition.entity(), key, guid, side(), action, field, json(from), json(to));
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : Json.MAPPER.writeValueAsString(value);
    }

    /** The side that this direction writes to. */
    private Journal.Side side() {
        return direction == Direction.TO_ERP ? Journal.Side.ERP : Journal.Side.SEVERA;
    }

    /** Takes back what was noted of changes that were then not made. */
    public void notUpdated(Collection<String> keys) {
        journal.removeUpdates(definition.entity(), side(), keys);
    }

    public void write(Collection<Entry> entries) {
        if (!entries.isEmpty()) {
            journal.write(entries, work.clock.instant());
        }
    }

    /** The fields that this direction is about to change. */
    public List<Entry> updates(String key, Decision.Keep<?, A> keep) {
        return keep.merge().changes(direction).stream()
                .map(change -> entry(key, keep.guid(), Action.UPDATE, change.field(), change.from(), change.to()))
                .toList();
    }

    /** A record that one side had not, and that was made there. */
    public void made(String key, String guid, A erp, A severa, MadeBy by, Set<String> open) {
        Merge.Seen<A> seen = new Merge.Seen<>(erp, severa, open);
        work.links.put(definition.entity(), link(key, guid, seen, by, jobInstance), work.clock.instant());
    }

    private Link link(String key, String guid, Merge.Seen<A> seen, MadeBy by, long madeIn) {
        return new Link(key, guid, agreed.json(seen.erp()), agreed.json(seen.severa()), by, madeIn, seen.openNames());
    }

    /**
     * A record that both have: what was seen is stored if it changed, whether or not something was written; conflicts with it,
     * so that each is kept once. A link to a record that Severa no longer has goes with its value.
     *
     * @param open more fields that are to stay open
     */
    public void kept(String key, Decision.Keep<?, A> keep, A erpNow, A severaNow, Set<String> open) {
        if (keep.severa() == null) {
            if (agreed.same(erpNow, severaNow)) {
                work.links.remove(definition.entity(), key);
            }
            return;
        }
        Link before = keep.link();
        Merge.Seen<A> seen = keep.merge().seenNow(agreed, direction, erpNow, severaNow, keep.seen(), open);
        Link now = before == null
                ? link(key, keep.guid(), seen, keep.ownCreate() ? MadeBy.CREATED : MadeBy.LINKED, jobInstance)
                : link(key, keep.guid(), seen, before.madeBy(), before.madeIn());
        if (now.equals(before)) {
            return;
        }
        work.links.put(definition.entity(), now, work.clock.instant());
        write(keep.merge().conflicts(direction, keep.seen()).stream()
                .map(conflict ->
                        entry(key, keep.guid(), Action.CONFLICT, conflict.field(), conflict.from(), conflict.to()))
                .toList());
        if (before == null && definition.belonging().facetOf() == null) {
            Action action = keep.ownCreate() ? Action.CREATE : Action.LINK;
            write(List.of(entry(key, keep.guid(), action, null, null, action == Action.LINK ? keep.rule() : null)));
        }
    }
}
