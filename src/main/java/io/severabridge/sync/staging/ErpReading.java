package io.severabridge.sync.staging;

import io.severabridge.store.staging.ErpPlaces.Place;
import io.severabridge.store.staging.ErpRecords;
import io.severabridge.store.staging.MatchValues;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Reference;
import io.severabridge.sync.mapping.References;
import io.severabridge.sync.mapping.Verdict;
import io.severabridge.sync.record.RowHash;
import io.severabridge.sync.record.TextNormalizer;
import io.severabridge.sync.run.RunContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings what is known of an entity's rows in the ERP up to date. */
public final class ErpReading<E extends Record> {
    /** Added to the numbers that rows are added by, so that none is taken for a time that is not known. */
    static final long NUMBERED = 10_000;

    private static final int PAGE = 1_000;

    /** Numbers are given when a posting begins, and seen when it ends: later ones may be seen first. */
    private static final long NUMBERS_OVERLAP = 100;

    private final EntityDefinition<E, ?, ?> definition;
    private final RunContext work;
    private final StoredReferences store;
    private final ErpRows<E> rows;
    private @Nullable Set<String> circle;
    private long highest;
    private long rowsRead;

    public ErpReading(EntityDefinition<E, ?, ?> definition, RunContext work) {
        this.definition = definition;
        this.work = work;
        this.store = new StoredReferences(work);
        this.rows = new ErpRows<>(definition, work);
    }

    /**
     * The ERP's rows: whole once a run if the run reads whole, else those that changed since they were last read. A second
     * time in a run only if the run has added rows since.
     */
    void scan(long look) {
        String name = "erp " + definition.entity() + rowsOf();
        String mark = work.watermarks.get(name);
        long added = work.added.get();
        Long before = work.scanned.put(definition.entity(), added);
        boolean firstTime = before == null;
        if (before != null && before == added) {
            return;
        }
        long start =
                definition.erp().progress() == null ? work.erpTime.mark() : mark == null ? 0 : Long.parseLong(mark);
        highest = start;
        Set<String> circle = circle();
        Instant since = work.reading.since();
        if (mark == null || (work.reading.whole() && firstTime)) {
            work.bridge.atOnce(() -> work.erpRecords.clear(definition.entity()));
            scan(0, circle, entries -> work.erpRecords.add(definition.entity(), entries, look));
        } else {
            long from = from(since != null && firstTime ? since : null, Long.parseLong(mark));
            // Of a hierarchy every row is looked at: a circle shows in rows that nobody has touched.
            scan(
                    definition.belonging().isHierarchy() ? 0 : from,
                    circle,
                    entries -> work.erpRecords.read(
                            definition.entity(),
                            entries,
                            keys -> work.links.guids(definition.entity(), keys),
                            look,
                            since != null && firstTime));
            late(look);
            if (work.erpPlaces.changedIn(definition.entity(), look)) {
                reread(work.erpPlaces.colliding(definition.entity(), look));
            }
        }
        if (definition.erp().hasGuid()) {
            work.bridge.atOnce(() -> work.links.followKeys(definition.entity()));
        }
        work.watermarks.put(name, String.valueOf(definition.erp().progress() == null ? start : highest));
    }

    /** How many rows were read so far; all are kept. */
    ReadCounts counts() {
        return new ReadCounts(rowsRead, rowsRead);
    }

    /** A row of a statement that says how many rows each number has. */
    record Count(long number, long lines) {}

    /** Rows with an earlier number than those that were read before: numbers that have more rows than are known. */
    private void late(long look) {
        var numberOf = definition.erp().numberOfPosition();
        if (definition.erp().counts() == null || numberOf == null) {
            return;
        }
        Map<Long, Long> known = new HashMap<>();
        work.erpPlaces.positions(
                definition.entity(), position -> known.merge(numberOf.applyAsLong(position), 1L, Long::sum));
        List<Count> more =
                work.erp.rows(work.statements.get(definition.erp().counts()), Count.class, rows.parameters()).stream()
                        .filter(count -> count.lines() > known.getOrDefault(count.number(), 0L))
                        .toList();
        for (Count count : more) {
            scan(
                    rows.ofNumber(count.number()),
                    entries -> work.erpRecords.read(
                            definition.entity(),
                            entries,
                            keys -> work.links.guids(definition.entity(), keys),
                            look,
                            false));
        }
    }

    private void scan(List<E> found, Portion portion) {
        List<ErpRecords.Entry> entries = entries(found, Set.of());
        work.bridge.atOnce(() -> portion.take(entries));
    }

    private String rowsOf() {
        String choice = definition.erp().rowsOf(work.company);
        return choice.isEmpty() ? "" : " of " + RowHash.of(choice);
    }

    private long from(@Nullable Instant since, long mark) {
        if (definition.erp().progress() != null) {
            return since == null ? Math.max(0, mark - NUMBERS_OVERLAP) + NUMBERED : 0;
        }
        return since == null ? work.erpTime.since(mark) : work.erpTime.mark(since);
    }

    private interface Portion {
        void take(List<ErpRecords.Entry> entries);
    }

    private void scan(long since, Set<String> circle, Portion portion) {
        List<E> page = rows.page(null, since, PAGE);
        while (true) {
            if (definition.erp().progress() != null) {
                for (E row : page) {
                    highest = Math.max(highest, definition.erp().progress().applyAsLong(row));
                }
            }
            List<ErpRecords.Entry> entries = entries(page, circle);
            work.bridge.atOnce(() -> portion.take(entries));
            if (page.size() < PAGE) {
                return;
            }
            page = rows.page(page.get(page.size() - 1), since, PAGE);
        }
    }

    /** Rows that were not read in this look: they may be gone, and what they are matched by may have changed. */
    void reread(List<Place> places) {
        for (int from = 0; from < places.size(); from += PAGE) {
            List<Place> some = places.subList(from, Math.min(places.size(), from + PAGE));
            Map<String, E> found = rows.these(some);
            List<String> gone = some.stream()
                    .map(Place::erpKey)
                    .filter(key -> !found.containsKey(key))
                    .toList();
            List<ErpRecords.Entry> entries = entries(List.copyOf(found.values()), circle());
            work.bridge.atOnce(() -> {
                work.erpRecords.remove(definition.entity(), gone);
                work.erpRecords.refresh(definition.entity(), entries);
            });
        }
    }

    /** A row as it is after a write of our own. */
    public ErpRecords.Entry entry(E row) {
        return entries(List.of(row), Set.of()).get(0);
    }

    /** Rows in the normal form of the match; what they refer to is found at once. */
    private List<ErpRecords.Entry> entries(List<E> page, Set<String> circle) {
        rowsRead += page.size();
        PageReferences references = store.ofPage();
        references.learn(() -> page.forEach(row -> keys(row, references)));
        return page.stream().map(row -> entry(row, circle, references)).toList();
    }

    /** A row as it is matched by; of a circle only a whole look knows. */
    private ErpRecords.Entry entry(E row, Set<String> circle, References references) {
        String key = definition.erp().key(row);
        boolean sendable = definition.scope().row(row, work.company) instanceof Verdict.Transferred;
        String problem = circle.contains(key) ? EngineRejects.CYCLE.code() : null;
        String guid = !definition.erp().hasGuid()
                ? null
                : TextNormalizer.folded(definition.erp().guid(row));
        if (problem == null && guid != null && !TextNormalizer.isGuid(guid)) {
            problem = EngineRejects.GUID_NOT_VALID.code();
        }
        return new ErpRecords.Entry(
                key,
                rows.position(row),
                definition.erp().label(row),
                fitting(guid),
                keys(row, references),
                sendable,
                RowHash.of(row),
                problem);
    }

    private static @Nullable String fitting(@Nullable String guid) {
        return guid == null || guid.length() > 40 ? null : guid;
    }

    private MatchValues keys(E row, References references) {
        MappingContext context = new MappingContext(work.company, work.codes, references);
        MatchValues keys = definition.matching().keys(row, context);
        if (definition.belonging().parent() == null) {
            return keys;
        }
        Reference parent = references.byKey(
                definition.belonging().parent(), definition.belonging().parentKey(row));
        // Without its parent it can match nothing; it is skipped or rejected with it.
        return parent instanceof Reference.Linked linked ? keys.below(linked.guid()) : MatchValues.NONE;
    }

    /** Keys of the rows that are above themselves, of a hierarchy; found once. */
    private Set<String> circle() {
        Set<String> known = circle;
        if (known == null) {
            known = definition.belonging().isHierarchy() ? readCircle() : Set.of();
            circle = known;
        }
        return known;
    }

    private Set<String> readCircle() {
        Map<String, String> above = new HashMap<>();
        for (E row : rows.all(PAGE)) {
            String upper = definition.belonging().above(row);
            if (upper != null) {
                above.put(definition.erp().key(row), upper);
            }
        }
        Set<String> found = new HashSet<>();
        for (String start : above.keySet()) {
            String at = above.get(start);
            for (int steps = 0; at != null && !at.equals(start) && steps <= above.size(); steps++) {
                at = above.get(at);
            }
            if (start.equals(at)) {
                found.add(start);
            }
        }
        return found;
    }
}
