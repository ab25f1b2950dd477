package io.severabridge.sync.staging;

import io.severabridge.severa.Refused;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.staging.ErpRecords;
import io.severabridge.store.staging.Matching;
import io.severabridge.store.staging.SeveraStage.Staged;
import io.severabridge.store.staging.WorkList;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.record.TextNormalizer;
import io.severabridge.sync.run.RunContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Before the records of a step: a look at both sides, in steps of its own. Reads what changed on each, or all, says which
 * records are due, and matches them. A restart begins each again: what both sides held when the process died is old by
 * then, and would overwrite what people have entered since.
 */
public final class Preparation<E extends Record, S extends Record> {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    /** How many GUIDs one conversion call takes. */
    private static final int CONVERSION = 100;

    private final EntityDefinition<E, S, ?> definition;
    private final RunContext work;
    private final SeveraClient severa;
    private final String step;
    private final boolean towardsErp;
    private final LongAdder calls = new LongAdder();
    private final SeveraReading severaReading;
    private final ErpReading<E> erpReading;
    private @Nullable Begun begun;
    private @Nullable Look look;

    /** {@code step} is the one that looks at the records. */
    public Preparation(EntityDefinition<E, S, ?> definition, RunContext work, String step, boolean towardsErp) {
        this.definition = definition;
        this.work = work;
        this.severa = work.severa.counting(calls);
        this.step = step;
        this.towardsErp = towardsErp;
        this.severaReading = new SeveraReading(work, severa);
        this.erpReading = new ErpReading<>(definition, work);
    }

    /** The number of the look, which is the step's mark when it has finished, and how many records are due. */
    public record Look(long number, long due) {}

    /**
     * A look that is under way.
     *
     * @param all whether every record is due
     */
    private record Begun(long look, boolean all, WorkList due) {}

    private Begun begun() {
        Begun known = begun;
        if (known == null) {
            String mark = work.watermarks.get(mark(step));
            boolean all = work.reading.whole() || mark == null || !work.setUp.equals(work.watermarks.get(setUp(step)));
            String facetOf = definition.belonging().facetOf();
            WorkList due = new WorkList(
                    work.bridge,
                    work.company.name(),
                    definition.entity(),
                    facetOf == null ? definition.entity() : facetOf,
                    definition.severa().resource().name(),
                    mark == null ? 0 : Long.parseLong(mark));
            known = new Begun(work.watermarks.nextLook(), all, due);
            begun = known;
        }
        return known;
    }

    /** The calls to Severa of this look and of the step that it is for, which counts them. */
    public LongAdder calls() {
        return calls;
    }

    public SeveraClient severa() {
        return severa;
    }

    /** What has to be read of Severa: the records themselves, and what says which of them go, or what they are mapped to. */
    public List<SeveraResource<?>> resources() {
        List<SeveraResource<?>> all = new ArrayList<>();
        SeveraResource<?> eligibleBy = definition.severa().eligibleBy();
        if (eligibleBy != null) {
            all.add(eligibleBy);
        }
        all.addAll(definition.severa().alsoRead());
        all.add(definition.severa().resource());
        return all;
    }

    /** Reads these. */
    public ReadCounts readSevera(List<SeveraResource<?>> resources) {
        resources.forEach(this::read);
        return severaReading.counts();
    }

    private void read(SeveraResource<?> resource) {
        var perParent = definition.severa().resource().perParent();
        if (perParent == null || resource != definition.severa().resource()) {
            severaReading.stage(resource, begun().look());
        } else {
            String parent = Objects.requireNonNull(definition.belonging().parent());
            String parentList = Objects.requireNonNull(definition.belonging().parentList());
            severaReading.stagePerParent(
                    definition.severa().resource(),
                    perParent,
                    () -> begun().due().changedParents(parent, parentList),
                    begun().look());
        }
    }

    public ReadCounts readErp() {
        erpReading.scan(begun().look());
        return erpReading.counts();
    }

    /** Says which records are due, and matches those of the ERP to those of Severa. */
    public ReadCounts match() {
        Begun now = begun();
        // Rows that this run has added since they were read.
        erpReading.scan(now.look());
        work.rejects.closeGone(
                definition.entity(), definition.severa().resource().name());
        long rowsDue = mark(now.due(), now.all(), now.look());
        if (definition.isRecord() && rowsDue > 0) {
            convertOlderGuids();
            work.bridge.atOnce(() -> new Matching(
                            work.bridge,
                            work.company.name(),
                            definition.entity(),
                            definition.severa().resource().name())
                    .run(definition.matching().several(), definition.mapping().mayBeMissing()));
        }
        long newcomers = towardsErp && definition.erp().isInserted() ? newcomers(now.due(), now.all()) : 0;
        look = new Look(now.look(), rowsDue + newcomers);
        return new ReadCounts(
                rowsDue + newcomers, definition.isRecord() ? work.erpPlaces.countMatched(definition.entity()) : 0);
    }

    /** What the match has found. */
    public Look look() {
        return Objects.requireNonNull(look, step + " begins without a match");
    }

    /** The record of Severa as it is kept. */
    public Staged staged(S record) {
        return severaReading.staged(definition.severa().resource(), record);
    }

    /** A row as it is kept after a write of our own. */
    public ErpRecords.Entry entry(E row) {
        return erpReading.entry(row);
    }

    public static String mark(String step) {
        return "step " + step;
    }

    public static String setUp(String step) {
        return "set-up " + step;
    }

    private long mark(WorkList due, boolean all, long look) {
        Set<String> chosen = chosen();
        work.bridge.atOnce(() -> {
            if (chosen != null) {
                due.erp(chosen);
                return;
            }
            due.erp(all);
            if (definition.mapping().mayBeMissing()
                    || definition.severa().resource().deletions() != null) {
                due.withoutRecord();
            }
        });
        erpReading.reread(work.erpPlaces.stale(definition.entity(), look));
        return work.erpPlaces.countDue(definition.entity());
    }

    private @Nullable Set<String> chosen() {
        return work.reading.chosen() == null ? null : work.reading.chosen().of(step);
    }

    private long newcomers(WorkList due, boolean all) {
        Set<String> chosen = chosen();
        if (chosen != null) {
            return work.bridge.atOnce(() -> (long) due.severa(chosen));
        }
        return work.bridge.atOnce(() -> (long) due.severa(
                all,
                definition.belonging().parent() == null
                        ? ""
                        : definition.belonging().parent(),
                definition.severa().eligibleBy() == null
                        ? ""
                        : definition.severa().eligibleBy().name()));
    }

    /** GUIDs that Severa does not know may be of its older interface (API document, guids/convert). */
    private void convertOlderGuids() {
        List<String> unknown = work.erpLookUp.unknownGuids(
                definition.entity(), definition.severa().resource().name());
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
            String converted = TextNormalizer.folded(pair.path("converted").asString(""));
            if (converted != null) {
                String older = pair.path("guid").asString("").toLowerCase(Locale.ROOT);
                work.erpRecords.convert(definition.entity(), older, converted);
            }
        }
    }

    /** One that Severa does not take for a GUID stays as it is: its record says so. */
    private void convertAlone(String guid) {
        try {
            convert(List.of(guid));
        } catch (Refused refused) {
            LOG.warn("{} of {}: {}", guid, definition.entity(), refused.sentence());
        }
    }
}
