package io.severabridge.transfer;

import io.severabridge.severa.Refused;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.staging.Due;
import io.severabridge.store.staging.ErpRecords;
import io.severabridge.store.staging.Matching;
import io.severabridge.store.staging.SeveraStage.Staged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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
    /** How many GUIDs one conversion call takes. */
    private static final int CONVERSION = 100;

    private final EntityDefinition<E, S, ?> part;
    private final Workplace work;
    private final SeveraClient severa;
    private final String step;
    private final boolean towardsErp;
    private final SeveraReading severaReading;
    private final ErpReading<E> erpReading;

    Preparation(EntityDefinition<E, S, ?> part, Workplace work, SeveraClient severa, String step, boolean towardsErp) {
        this.part = part;
        this.work = work;
        this.severa = severa;
        this.step = step;
        this.towardsErp = towardsErp;
        this.severaReading = new SeveraReading(work, severa);
        this.erpReading = new ErpReading<>(part, work);
    }

    /** Answers the number of the look, which is the step's mark when it has finished, and how many records are due. */
    record Look(long number, long due) {}

    Look run() {
        Instant start = work.clock.instant();
        long look = work.watermarks.nextLook();
        String mark = work.watermarks.get(mark(step));
        boolean all = work.reading.whole() || mark == null || !work.setUp.equals(work.watermarks.get(setUp(step)));
        long after = mark == null ? 0 : Long.parseLong(mark);
        if (part.severa().eligibleBy() != null) {
            severaReading.stage(part.severa().eligibleBy(), look);
        }
        part.severa().alsoRead().forEach(other -> severaReading.stage(other, look));
        Due due = new Due(
                work.bridge,
                work.company.name(),
                part.entity(),
                part.belonging().facetOf() == null
                        ? part.entity()
                        : part.belonging().facetOf(),
                part.severa().resource().name(),
                after);
        var perParent = part.severa().resource().perParent();
        if (perParent == null) {
            severaReading.stage(part.severa().resource(), look);
        } else {
            String parent = Objects.requireNonNull(part.belonging().parent());
            String parentList = Objects.requireNonNull(part.belonging().parentList());
            severaReading.stagePerParent(
                    part.severa().resource(), perParent, () -> due.changedParents(parent, parentList), look);
        }
        Instant staged = work.clock.instant();
        erpReading.scan(look);
        Instant scanned = work.clock.instant();
        work.rejects.closeGone(part.entity(), part.severa().resource().name());
        long rowsDue = mark(due, all, look);
        Instant marked = work.clock.instant();
        if (part.belonging().facetOf() == null && rowsDue > 0) {
            convertOlderGuids();
            work.bridge.atOnce(() -> new Matching(
                            work.bridge,
                            work.company.name(),
                            part.entity(),
                            part.severa().resource().name())
                    .run(part.matching().several(), part.mapping().mayBeMissing()));
        }
        LOG.debug(
                "{}: Severa read in {} ms, ERP in {} ms, {} rows due found in {} ms, matched in {} ms",
                step,
                Duration.between(start, staged).toMillis(),
                Duration.between(staged, scanned).toMillis(),
                rowsDue,
                Duration.between(scanned, marked).toMillis(),
                Duration.between(marked, work.clock.instant()).toMillis());
        long newcomers = towardsErp && part.erp().isInserted() ? newcomers(due, all) : 0;
        return new Look(look, rowsDue + newcomers);
    }

    /** The record of Severa as it is kept. */
    Staged staged(S record) {
        return severaReading.staged(part.severa().resource(), record);
    }

    /** A row as it is kept after a write of our own. */
    ErpRecords.Entry entry(E row) {
        return erpReading.entry(row);
    }

    static String mark(String step) {
        return "step " + step;
    }

    static String setUp(String step) {
        return "set-up " + step;
    }

    private long mark(Due due, boolean all, long look) {
        Set<String> chosen = chosen();
        work.bridge.atOnce(() -> {
            if (chosen != null) {
                due.erp(chosen);
                return;
            }
            due.erp(all);
            if (part.mapping().mayBeMissing() || part.severa().resource().deletions() != null) {
                due.withoutRecord();
            }
        });
        erpReading.reread(work.erpPlaces.stale(part.entity(), look));
        return work.erpPlaces.countDue(part.entity());
    }

    private @Nullable Set<String> chosen() {
        return work.reading.chosen() == null ? null : work.reading.chosen().of(step);
    }

    private long newcomers(Due due, boolean all) {
        Set<String> chosen = chosen();
        if (chosen != null) {
            return work.bridge.atOnce(() -> (long) due.severa(chosen));
        }
        return work.bridge.atOnce(() -> (long) due.severa(
                all,
                part.belonging().parent() == null ? "" : part.belonging().parent(),
                part.severa().eligibleBy() == null
                        ? ""
                        : part.severa().eligibleBy().name()));
    }

    /** GUIDs that Severa does not know may be of its older interface (API document, guids/convert). */
    private void convertOlderGuids() {
        List<String> unknown = work.erpLookUp.unknownGuids(
                part.entity(), part.severa().resource().name());
        for (int from = 0; from < unknown.size(); from += CONVERSION) {
            List<String> some = unknown.subList(from, Math.min(unknown.size(), from + CONVERSION));
            try {
                convert(some);
            } catch (Refused together) {
                some.forEach(this::convertAlone);
            }
        }
    }

    private void convert(List<String> guids) {
        for (JsonNode pair : severa.ask("/v1/guids/convert", guids)) {
            String converted = Texts.folded(pair.path("converted").asString(""));
            if (converted != null) {
                String older = pair.path("guid").asString("").toLowerCase(Locale.ROOT);
                work.erpRecords.convert(part.entity(), older, converted);
            }
        }
    }

    /** One that Severa does not take for a GUID stays as it is: its record says so. */
    private void convertAlone(String guid) {
        try {
            convert(List.of(guid));
        } catch (Refused refused) {
            LOG.warn("{} of {}: {}", guid, part.entity(), refused.sentence());
        }
    }
}
