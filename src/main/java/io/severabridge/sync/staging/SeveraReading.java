package io.severabridge.sync.staging;

import io.severabridge.severa.GuidRef;
import io.severabridge.severa.Json;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.staging.MatchValues;
import io.severabridge.store.staging.SeveraStage.Staged;
import io.severabridge.sync.definition.DocumentDefinition;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.run.SeveraWrites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brings what is known of Severa's records up to date: each list is read once a run. */
public final class SeveraReading {
    private static final int PAGE = 1_000;
    private static final String ALL_DAYS = "all";

    /** Rows of a page of Severa, to compare what reading whole or in parts costs. */
    private static final int SEVERA_PAGE = 100;

    private final RunContext work;
    private final SeveraClient severa;
    private long received;
    private long kept;

    public SeveraReading(RunContext work, SeveraClient severa) {
        this.work = work;
        this.severa = severa;
    }

    /** How many records were received so far, and how many of them are kept. */
    ReadCounts counts() {
        return new ReadCounts(received, kept);
    }

    /** What was read of a list; {@code at} is the time of its first answer, by Severa's clock. */
    private record Read(Set<String> seen, Instant at) {}

    /**
     * Once a run: the whole list, or what changed since it was last read. A list that is paged by offset is read to its end
     * before the first write. Stored in portions, so that no transaction waits for Severa. What is asked for next time counts
     * from the time of the earliest list's own answer: another answer's may be later than what this list has seen.
     */
    public <T extends Record> void stage(SeveraResource<T> resource, long look) {
        if (!work.read.add(resource.name())) {
            return;
        }
        LocalDate first = resource.days().first(work.company);
        String name = "severa " + resource.name();
        String mark = work.watermarks.get(name);
        List<Instant> times = work.reading.whole() || mark == null
                ? stageWhole(resource, first, mark, look)
                : stageChanges(resource, first, mark, look);
        if (!resource.days().parameter().isEmpty()) {
            work.watermarks.put(name + " from", first == null ? ALL_DAYS : first.toString());
        }
        work.watermarks.put(name, Collections.min(times).toString());
    }

    /** Answers when Severa gave its answers, by its own clock. */
    private <T extends Record> List<Instant> stageWhole(
            SeveraResource<T> resource, @Nullable LocalDate first, @Nullable String mark, long look) {
        List<Instant> times = new ArrayList<>();
        if (mark != null && first != null && resource.deletions() != null) {
            // What is known of earlier days stays known.
            times.add(removeDeleted(
                    resource,
                    resource.deletions(),
                    Instant.parse(mark).minus(work.company.severa().overlap())));
        } else {
            work.bridge.atOnce(() -> work.stage.clear(resource.name()));
        }
        times.add(read(resource, fromDay(resource, first), look, true).at());
        return times;
    }

    private <T extends Record> List<Instant> stageChanges(
            SeveraResource<T> resource, @Nullable LocalDate first, String mark, long look) {
        List<Instant> times = new ArrayList<>();
        Instant since = work.reading.since();
        Instant from =
                since == null ? Instant.parse(mark).minus(work.company.severa().overlap()) : since;
        for (String parameter : resource.changedSince()) {
            ListRequest changes = resource.list().with(parameter, from.toString());
            times.add(read(resource, changes, look, since != null).at());
        }
        if (earlier(first, work.watermarks.get("severa " + resource.name() + " from"))) {
            read(resource, fromDay(resource, first), look, true);
        }
        readAgain(resource, first, look);
        if (resource.deletions() != null) {
            times.add(removeDeleted(resource, resource.deletions(), from));
        }
        return times;
    }

    private static <T extends Record> ListRequest fromDay(SeveraResource<T> resource, @Nullable LocalDate first) {
        return first == null
                ? resource.list()
                : resource.list().with(resource.days().parameter(), first.toString());
    }

    /** The company wants more days than were read until now. */
    private static boolean earlier(@Nullable LocalDate first, @Nullable String before) {
        if (before == null || before.equals(ALL_DAYS)) {
            return false;
        }
        return first == null || first.isBefore(LocalDate.parse(before));
    }

    /** What is known already is followed, whichever day it gets. */
    private <T extends Record> boolean isTooEarly(SeveraResource<T> resource, T record, String guid) {
        LocalDate first = resource.days().first(work.company);
        LocalDate day = resource.days().of(record);
        return first != null
                && day != null
                && day.isBefore(first)
                && work.stage.bodies(resource.name(), List.of(guid)).isEmpty();
    }

    /** The last days, whether or not something of them is said to have changed. */
    private <T extends Record> void readAgain(SeveraResource<T> resource, @Nullable LocalDate first, long look) {
        long days = resource.days().back(work.company).toDays();
        if (days == 0) {
            return;
        }
        LocalDate back = LocalDate.now(work.clock).minusDays(days);
        LocalDate day = first != null && first.isAfter(back) ? first : back;
        read(resource, resource.list().with(resource.days().parameter(), day.toString()), look, false);
    }

    private <T extends Record> Instant removeDeleted(SeveraResource<T> resource, ListRequest deletions, Instant from) {
        Set<String> deleted = new HashSet<>();
        Instant at = severa.list(deletions.with("deletedSince", from.toString()), GuidRef.class, record -> {
            if (record.guid() != null) {
                deleted.add(record.guid());
            }
        });
        work.bridge.atOnce(() -> work.stage.remove(resource.name(), deleted));
        return at;
    }

    private <T extends Record> Read read(SeveraResource<T> resource, ListRequest list, long look, boolean forced) {
        Map<String, Staged> portion = new LinkedHashMap<>();
        Set<String> unused = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Instant at = severa.list(list, resource.type(), record -> {
            received++;
            Staged staged = staged(resource, record);
            if (isTooEarly(resource, record, staged.guid())) {
                return;
            }
            if (resource.isUsed(record)) {
                kept++;
                portion.put(staged.guid(), staged);
                seen.add(staged.guid());
            } else {
                unused.add(staged.guid());
            }
            if (portion.size() >= PAGE) {
                work.bridge.atOnce(() -> work.stage.read(resource.name(), portion.values(), look, forced));
                portion.clear();
            }
        });
        work.bridge.atOnce(() -> {
            work.stage.read(resource.name(), portion.values(), look, forced);
            work.stage.remove(resource.name(), unused);
        });
        return new Read(seen, at);
    }

    /** The documents that are to be handed over, kept to be read page by page; their GUIDs in the order of the documents. */
    <T extends Record> List<String> documents(DocumentDefinition<T, ?, ?> documents) {
        long look = work.watermarks.nextLook();
        documents.source().alsoRead().forEach(resource -> stage(resource, look));
        Map<String, T> listed = new LinkedHashMap<>();
        severa.list(
                documents.source().list(work.company, work.codes),
                documents.source().type(),
                each -> {
                    if (!documents.source().isLeftAlone(each, work.company)) {
                        listed.put(documents.source().guid(each), each);
                    }
                });
        received += listed.size();
        kept += listed.size();
        List<T> all = new ArrayList<>(listed.values());
        all.sort(documents.source().order());
        work.bridge.atOnce(() -> {
            work.stage.clear(documents.entity());
            work.stage.answered(
                    documents.entity(),
                    all.stream()
                            .map(each -> new Staged(
                                    documents.source().guid(each),
                                    MatchValues.NONE,
                                    null,
                                    false,
                                    null,
                                    Json.MAPPER.writeValueAsString(each)))
                            .toList());
        });
        return all.stream().map(documents.source()::guid).toList();
    }

    /** Closes the rejects of documents that nobody is to hand over any longer. */
    <T extends Record> void closeRejects(
            String transfer, DocumentDefinition<T, ?, ?> documents, Collection<String> listed) {
        Set<String> open = work.rejects.open(transfer);
        ListRequest leftOver = documents.source().leftOver(work.company, work.codes);
        if (open.isEmpty() || leftOver == null) {
            return;
        }
        open.removeAll(listed);
        severa.list(leftOver, GuidRef.class, left -> open.remove(left.guid()));
        work.bridge.atOnce(() -> work.rejects.resolve(transfer, documents.entity(), open));
    }

    /** The list cannot be asked for changes: read for the parents that changed, or whole where that takes fewer calls. */
    public <T extends Record> void stagePerParent(
            SeveraResource<T> resource,
            Function<String, ListRequest> ofParent,
            Supplier<List<String>> changedParents,
            long look) {
        if (work.read.contains(resource.name())) {
            return;
        }
        String name = "severa " + resource.name();
        boolean whole = work.reading.whole() || work.watermarks.get(name) == null;
        List<String> parents = whole ? List.of() : changedParents.get();
        if (whole || parents.size() > work.stage.count(resource.name()) / SEVERA_PAGE + 1) {
            Set<String> seen = read(resource, resource.list(), look, whole).seen();
            work.bridge.atOnce(() -> work.stage.retain(resource.name(), seen));
        } else {
            for (String parent : parents) {
                if (SeveraWrites.Rehearsed.isMade(parent)) {
                    continue;
                }
                Set<String> seen =
                        read(resource, ofParent.apply(parent), look, false).seen();
                List<String> gone = work.stage.below(resource.name(), parent).stream()
                        .filter(guid -> !seen.contains(guid))
                        .toList();
                work.bridge.atOnce(() -> work.stage.remove(resource.name(), gone));
            }
        }
        work.read.add(resource.name());
        work.watermarks.put(name, severa.severaTime().toString());
    }

    public <T extends Record> Staged staged(SeveraResource<T> resource, T record) {
        String guid = resource.guid(record);
        if (guid == null) {
            throw new IllegalStateException("Severa answered a record of " + resource.name() + " without a GUID");
        }
        var created = resource.createdAt(record);
        return new Staged(
                guid,
                resource.keys(record),
                resource.parent(record),
                resource.makesEligible(record, work.codes),
                created == null ? null : created.toInstant(),
                Json.MAPPER.writeValueAsString(record));
    }
}
