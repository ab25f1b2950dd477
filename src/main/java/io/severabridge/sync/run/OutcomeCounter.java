package io.severabridge.sync.run;

import io.severabridge.store.ledger.StepCounts;
import io.severabridge.store.ledger.StepCounts.Counts;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.batch.core.step.StepExecution;

/** Counts what became of the rows of a step, and stores it with each chunk. */
public final class OutcomeCounter {
    private final StepCounts counts;
    private final StepExecution step;
    private final String transfer;
    private final RejectThresholds limits;
    private final LongAdder calls;
    private final Progress progress;
    private final Counts before;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private long conflicts;

    public OutcomeCounter(
            StepCounts counts,
            StepExecution step,
            String transfer,
            RejectThresholds limits,
            LongAdder calls,
            Progress progress,
            boolean fromTheStart) {
        this.counts = counts;
        this.step = step;
        this.transfer = transfer;
        this.limits = limits;
        this.calls = calls;
        this.progress = progress;
        Counts last = counts.before(jobInstance(), step.getStepName(), step.getId());
        this.before = fromTheStart ? new Counts(0, 0, 0, 0, 0, 0, 0, 0, last.calls()) : last;
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, 0L);
        }
    }

    String transfer() {
        return transfer;
    }

    public long jobExecution() {
        return step.getJobExecution().getId();
    }

    public long jobInstance() {
        return step.getJobExecution().getJobInstance().getInstanceId();
    }

    void add(Collection<Outcome> ended, long moreConflicts) {
        ended.forEach(outcome -> outcomes.merge(outcome, 1L, Long::sum));
        conflicts += moreConflicts;
        limits.add(
                ended.stream()
                        .filter(outcome -> outcome != Outcome.ABSENT && outcome != Outcome.PASSED)
                        .count(),
                ended.stream().filter(outcome -> outcome == Outcome.REJECTED).count());
        store();
        progress.advance(ended.size());
    }

    public void store() {
        counts.put(step.getId(), jobExecution(), jobInstance(), step.getStepName(), now());
    }

    private Counts now() {
        return new Counts(
                before.created() + of(Outcome.CREATED),
                before.updated() + of(Outcome.UPDATED),
                before.linked() + of(Outcome.LINKED),
                before.unchanged() + of(Outcome.UNCHANGED),
                before.skipped() + of(Outcome.SKIPPED),
                before.rejected() + of(Outcome.REJECTED),
                before.conflicts() + conflicts,
                before.absent() + of(Outcome.ABSENT) + of(Outcome.PASSED),
                before.calls() + calls.sum());
    }

    private long of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** Rows of this step execution that ended in an outcome. */
    public long accountedFor() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }
}
