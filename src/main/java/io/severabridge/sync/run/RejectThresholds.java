package io.severabridge.sync.run;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;

/**
 * When a job is to stop before its end; it can then be restarted: too many rejected records, or a signal.
 *
 * @see TooManyRejects
 */
public final class RejectThresholds {
    /** A share says something only once some records are read. */
    private static final long FEWEST = 100;

    private final long maxRejects;
    private final int maxRejectPercent;
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private volatile boolean stopping;

    /** The job is to stop: more was rejected than it bears. */
    public static final class TooManyRejects extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyRejects(String message) {
            super(message, null, false, false);
        }
    }

    public RejectThresholds(long maxRejects, int maxRejectPercent) {
        this.maxRejects = maxRejects;
        this.maxRejectPercent = maxRejectPercent;
    }

    /** The run is to end after the chunk that is under way. */
    public void stop() {
        stopping = true;
    }

    /** Ends a step that is about to begin, if the run is to end. */
    public void stopIfAsked(StepExecution step) {
        if (stopping) {
            step.setTerminateOnly();
        }
    }

    void add(long moreRecords, long moreRejected) {
        records.addAndGet(moreRecords);
        rejected.addAndGet(moreRejected);
    }

    /** Asked before each record. */
    public void check() {
        String why = exceeded(records.get(), rejected.get());
        if (why != null) {
            throw new TooManyRejects(why);
        }
    }

    /** Why a run stops that has rejected so many; null where it goes on. */
    public @Nullable String exceeded(long all, long refused) {
        if (refused > maxRejects) {
            return refused + " records were rejected, more than max-rejects: " + maxRejects;
        }
        if (all >= FEWEST && refused * 100 > all * maxRejectPercent) {
            return refused + " of " + all + " records were rejected, more than max-reject-percent: " + maxRejectPercent;
        }
        return null;
    }
}
