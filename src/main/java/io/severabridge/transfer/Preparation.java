package io.severabridge.transfer;

import io.severabridge.bridge.Due;
import io.severabridge.bridge.ErpRecords;
import io.severabridge.bridge.ErpRecords.Place;
import io.severabridge.bridge.Keys;
import io.severabridge.bridge.Matching;
import io.severabridge.bridge.SeveraStage.Staged;
import io.severabridge.failure.Reason;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.SeveraClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Before a step's first record: one look at both sides. Reads what changed on each, or all, says which records are due, and
 * matches them.
 */
final class Preparation<E extends Record, S extends Record> {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final int PAGE = 1_000;

    /** How many GUIDs one conversion call takes. */
    private static final int CONVERSION = 100;

    /** Rows of a page of Severa, to compare what reading whole or in parts costs. */
    private static final int SEVERA_PAGE = 100;

    /**
     * The ERP's times have minutes, come from the clocks of its users, and go back an hour in autumn. Reading a row again
     * costs no call, and a row that is as it was is no change.
     */
    private static final Duration ERP_OVERLAP = Duration.ofHours(2);

    private final Part<E, S, ?> part;
    private final Workplace work;
    private final SeveraClient severa;
    private final StoredReferences references;
    private final String step;
    private final boolean towardsErp;
    private final ErpRows<E> rows;

    Preparation(
            Part<E, S, ?> part,
            Workplace work,
            SeveraClient severa,
            StoredReferences references,
            String step,
            boolean towardsErp) {
        this.part = part;
        this.work = work;
        this.severa = severa;
        this.references = references;
        this.step = step;
        this.towardsErp = towardsErp;
        this.rows = new ErpRows<>(part, work);
    }

    /** Answers the number of the look, which is the step's mark when it has finished, and how many records are due. */
    record Look(long number, long due) {}

    Look run() {
        Instant start = work.clock.instant();
        references.forget();
        long look = work.watermarks.nextLook();
        String mark = work.watermarks.get(mark(step));
        boolean all = work.reading.whole() || mark == null || !work.setUp.equals(work.watermarks.get(setUp(step)));
        long after = mark == null ? 0 : Long.parseLong(mark);
        if (part.eligibleBy != null) {
            stage(part.eligibleBy, look);
        }
        Due due = new Due(
                work.bridge,
                work.company.name(),
                part.entity,
                part.facetOf == null ? part.entity : part.facetOf,
                part.resource.name,
                after);
        if (part.resource.perParent == null) {
            stage(part.resource, look);
        } else {
            stagePerParent(due, look);
        }
        Instant staged = work.clock.instant();
        scan(look);
        Instant scanned = work.clock.instant();
        long rowsDue = mark(due, all, look);
        Instant marked = work.clock.instant();
        if (part.facetOf == null && rowsDue > 0) {
            convertOlderGuids();
            work.bridge.atOnce(() -> new Matching(work.bridge, work.company.name(), part.entity, part.resource.name)
                    .run(part.several, part.deletedWhenAbsent));
        }
        LOG.debug(
                "{}: Severa read in {} ms, ERP in {} ms, {} rows due found in {} ms, matched in {} ms",
                step,
                Duration.between(start, staged).toMillis(),
                Duration.between(staged, scanned).toMillis(),
                rowsDue,
                Duration.between(scanned, marked).toMillis(),
                Duration.between(marked, work.clock.instant()).toMillis());
        references.forget();
        long newcomers = towardsErp && part.madeInErp() ? newcomers(due, all) : 0;
        return new Look(look, rowsDue + newcomers);
    }

    static String mark(String step) {
        return "step " + step;
    }

    static String setUp(String step) {
        return "set-up " + step;
    }

    private long mark(Due due, boolean all, long look) {
        work.bridge.atOnce(() -> {
            due.erp(all);
            if (part.deletedWhenAbsent) {
                due.withoutRecord();
            }
        });
        reread(work.erpRecords.stale(part.entity, look));
        return work.erpRecords.countDue(part.entity);
    }

    private long newcomers(Due due, boolean all) {
        return work.bridge.atOnce(() -> (long) due.severa(
                all, part.parent == null ? "" : part.parent, part.eligibleBy == null ? "" : part.eligibleBy.name));
    }

    /**
     * Once a run: the whole list, or what changed since it was last read. A list that is paged by offset is read to its end
     * before the first write. Stored in portions, so that no transaction waits for Severa.
     */
    private <T extends Record> void stage(Resource<T> resource, long look) {
        if (!work.read.add(resource.name)) {
            return;
        }
        String name = "severa " + resource.name;
        String mark = work.watermarks.get(name);
        Instant start = severa.severaTime();
        Instant since = work.reading.since();
        if (work.reading.whole() || mark == null) {
            work.bridge.atOnce(() -> work.stage.clear(resource.name));
            read(resource, resource.list, look, true);
        } else {
            Instant from = since == null
                    ? Instant.parse(mark).minus(work.company.severa().overlap())
                    : since;
            for (String parameter : resource.changedSince) {
                read(resource, resource.list.with(parameter, from.toString()), look, since != null);
            }
        }
        work.watermarks.put(name, start.toString());
    }

    private <T extends Record> Set<String> read(Resource<T> resource, ListRequest list, long look, boolean forced) {
        Map<String, Staged> portion = new LinkedHashMap<>();
        Set<String> unused = new HashSet<>();
        Set<String> seen = new HashSet<>();
        severa.list(list, resource.type, record -> {
            Staged staged = staged(resource, record);
            if (resource.used.test(record)) {
                portion.put(staged.guid(), staged);
                seen.add(staged.guid());
            } else {
                unused.add(staged.guid());
            }
            if (portion.size() >= PAGE) {
                work.bridge.atOnce(() -> work.stage.read(resource.name, portion.values(), look, forced));
                portion.clear();
            }
        });
        work.bridge.atOnce(() -> {
            work.stage.read(resource.name, portion.values(), look, forced);
            work.stage.remove(resource.name, unused);
        });
        return seen;
    }

    /** The list cannot be asked for changes: read for the parents that changed, or whole where that takes fewer calls. */
    private void stagePerParent(Due due, long look) {
        if (work.read.contains(part.resource.name)) {
            return;
        }
        String name = "severa " + part.resource.name;
        var ofParent = Objects.requireNonNull(part.resource.perParent);
        boolean whole = work.reading.whole() || work.watermarks.get(name) == null;
        List<String> parents = whole
                ? List.of()
                : due.changedParents(Objects.requireNonNull(part.parent), Objects.requireNonNull(part.parentList));
        if (whole || parents.size() > work.stage.count(part.resource.name) / SEVERA_PAGE + 1) {
            Set<String> seen = read(part.resource, part.resource.list, look, whole);
            work.bridge.atOnce(() -> work.stage.retain(part.resource.name, seen));
        } else {
            for (String parent : parents) {
                Set<String> seen = read(part.resource, ofParent.apply(parent), look, false);
                List<String> gone = work.stage.below(part.resource.name, parent).stream()
                        .filter(guid -> !seen.contains(guid))
                        .toList();
                work.bridge.atOnce(() -> work.stage.remove(part.resource.name, gone));
            }
        }
        work.read.add(part.resource.name);
        work.watermarks.put(name, severa.severaTime().toString());
    }

    <T extends Record> Staged staged(Resource<T> resource, T record) {
        String guid = resource.guid.apply(record);
        if (guid == null) {
            throw new IllegalStateException("Severa answered a record of " + resource.name + " without a GUID");
        }
        var created = resource.createdAt.apply(record);
        return new Staged(
                guid,
                resource.keys.apply(record),
                resource.parent.apply(record),
                resource.eligible.test(record, work.codes),
                created == null ? null : created.toInstant(),
                SeveraClient.JSON.writeValueAsString(record));
    }

    /**
     * The ERP's rows: whole once a run if the run reads whole, else those that changed since they were last read. A second
     * time in a run only if the run has added rows since.
     */
    private void scan(long look) {
        String name = "erp " + part.entity;
        String mark = work.watermarks.get(name);
        long added = work.added.get();
        Long before = work.scanned.put(part.entity, added);
        boolean firstTime = before == null;
        if (before != null && before == added) {
            return;
        }
        long start = work.erpTime.mark();
        Set<String> circle = part.hierarchy ? circle() : Set.of();
        Instant since = work.reading.since();
        if (mark == null || (work.reading.whole() && firstTime)) {
            work.bridge.atOnce(() -> work.erpRecords.clear(part.entity));
            scan(0, circle, entries -> work.erpRecords.add(part.entity, entries, look));
        } else {
            long from = since != null && firstTime
                    ? work.erpTime.mark(since)
                    : ErpTime.earlier(Long.parseLong(mark), ERP_OVERLAP);
            // Of a hierarchy every row is looked at: a circle shows in rows that nobody has touched.
            scan(
                    part.hierarchy ? 0 : from,
                    circle,
                    entries -> work.erpRecords.read(
                            part.entity,
                            entries,
                            keys -> work.links.guids(part.entity, keys),
                            look,
                            since != null && firstTime));
            if (work.erpRecords.changedIn(part.entity, look)) {
                reread(work.erpRecords.colliding(part.entity, look));
            }
        }
        if (part.erpGuid != null) {
            work.bridge.atOnce(() -> work.links.followKeys(part.entity));
        }
        work.watermarks.put(name, String.valueOf(start));
    }

    private interface Portion {
        void take(List<ErpRecords.Entry> entries);
    }

    private void scan(long since, Set<String> circle, Portion portion) {
        E last = null;
        List<E> page = rows.page(null, since, PAGE);
        while (true) {
            if (part.parent != null) {
                references.prefetch(
                        part.parent, page.stream().map(part.parentKey).toList());
            }
            List<ErpRecords.Entry> entries =
                    page.stream().map(row -> entry(row, circle)).toList();
            work.bridge.atOnce(() -> portion.take(entries));
            if (page.size() < PAGE) {
                return;
            }
            last = page.get(page.size() - 1);
            page = rows.page(last, since, PAGE);
        }
    }

    /** Rows that were not read in this look: they may be gone, and what they are matched by may have changed. */
    private void reread(List<Place> places) {
        Set<String> circle = part.hierarchy && !places.isEmpty() ? circle() : Set.of();
        for (int from = 0; from < places.size(); from += PAGE) {
            List<Place> some = places.subList(from, Math.min(places.size(), from + PAGE));
            Map<String, E> found = rows.these(some);
            List<String> gone = some.stream()
                    .map(Place::erpKey)
                    .filter(key -> !found.containsKey(key))
                    .toList();
            List<ErpRecords.Entry> entries =
                    found.values().stream().map(row -> entry(row, circle)).toList();
            work.bridge.atOnce(() -> {
                work.erpRecords.remove(part.entity, gone);
                work.erpRecords.refresh(part.entity, entries);
            });
        }
    }

    /** A row as it is matched by; of a circle only a whole look knows. */
    ErpRecords.Entry entry(E row, Set<String> circle) {
        String key = part.source.key().apply(row);
        boolean sendable = !part.excluded.test(row, work.company)
                && part.notCreated.apply(row, work.company) == null
                && !part.absent.test(row);
        String problem = circle.contains(key) ? Reason.CYCLE.code() : null;
        String guid = part.erpGuid == null ? null : Texts.folded(part.erpGuid.apply(row));
        if (problem == null && guid != null && !isGuid(guid)) {
            problem = Reason.GUID_NOT_VALID.code();
        }
        return new ErpRecords.Entry(
                key,
                rows.position(row),
                part.source.label().apply(row),
                fitting(guid),
                keys(row),
                sendable,
                RowHash.of(row),
                problem);
    }

    private static @Nullable String fitting(@Nullable String guid) {
        return guid == null || guid.length() > 40 ? null : guid;
    }

    private Keys keys(E row) {
        Facts facts = new Facts(work.company, work.codes, references);
        Keys keys = part.keys.apply(row, facts);
        if (part.parent == null) {
            return keys;
        }
        Reference parent = references.byKey(part.parent, part.parentKey.apply(row));
        // Without its parent it can match nothing; it is skipped or rejected with it.
        return parent instanceof Reference.Linked linked ? keys.below(linked.guid()) : Keys.NONE;
    }

    private static boolean isGuid(String text) {
        try {
            return text.length() == 36 && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Keys of the rows that are above themselves. */
    private Set<String> circle() {
        Map<String, String> above = new HashMap<>();
        for (E row : rows.all(PAGE)) {
            String upper = part.above.apply(row);
            if (upper != null) {
                above.put(part.source.key().apply(row), upper);
            }
        }
        Set<String> circle = new HashSet<>();
        for (String start : above.keySet()) {
            String at = above.get(start);
            for (int steps = 0; at != null && !at.equals(start) && steps <= above.size(); steps++) {
                at = above.get(at);
            }
            if (start.equals(at)) {
                circle.add(start);
            }
        }
        return circle;
    }

    /** GUIDs that Severa does not know may be of its older interface (API document, guids/convert). */
    private void convertOlderGuids() {
        List<String> unknown = new ArrayList<>(work.erpRecords.unknownGuids(part.entity, part.resource.name));
        for (int from = 0; from < unknown.size(); from += CONVERSION) {
            List<String> some = unknown.subList(from, Math.min(unknown.size(), from + CONVERSION));
            for (JsonNode pair : severa.ask("/v1/guids/convert", some)) {
                String converted = Texts.folded(pair.path("converted").asString(""));
                if (converted != null) {
                    work.erpRecords.convert(part.entity, pair.path("guid").asString(""), converted);
                }
            }
        }
    }
}
