package io.severabridge.job;

import io.severabridge.store.ledger.Remarks;
import io.severabridge.store.ledger.StepCounts.Counts;
import io.severabridge.sync.run.RejectThresholds;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has done.
 *
 * @param exitCode 0 all fine, 2 some rejected, 3 failed, 4 stopped by a threshold, 5 set-up, 143 stopped by a signal
 * @param failure one sentence; null where nothing failed
 * @param rejected open rejects of this run, the most frequent codes first
 */
public record RunResult(
        String job,
        long execution,
        boolean restarted,
        int exitCode,
        @Nullable String failure,
        long referenceCalls,
        Duration referenceTime,
        List<StepResult> steps,
        List<Remarks.Summary> notices,
        List<RejectSummary> rejected,
        Duration time) {
    /** A step with its outcomes; those of a restarted step include what it did before. */
    public record StepResult(String name, String status, Counts counts, Duration time) {}

    /** How often a code was given. */
    public record RejectSummary(String transfer, String code, long count, String example) {}

    /** As it would have ended within the thresholds of the job. */
    RunResult within(JobFile file) {
        RejectThresholds limits = new RejectThresholds(file.maxRejects(), file.maxRejectPercent());
        String stop = limits.exceeded(total().records(), total().rejected());
        boolean ended = exitCode == 0 || exitCode == 2;
        return stop == null || !ended
                ? this
                : new RunResult(
                        job,
                        execution,
                        restarted,
                        4,
                        "a run would stop: " + stop,
                        referenceCalls,
                        referenceTime,
                        steps,
                        notices,
                        rejected,
                        time);
    }

    /** Records by outcome over all steps. */
    public Counts total() {
        Counts total = Counts.NONE;
        for (StepResult step : steps) {
            Counts c = step.counts();
            total = new Counts(
                    total.created() + c.created(),
                    total.updated() + c.updated(),
                    total.linked() + c.linked(),
                    total.unchanged() + c.unchanged(),
                    total.skipped() + c.skipped(),
                    total.rejected() + c.rejected(),
                    total.conflicts() + c.conflicts(),
                    total.absent() + c.absent(),
                    total.calls() + c.calls());
        }
        return total;
    }
}
