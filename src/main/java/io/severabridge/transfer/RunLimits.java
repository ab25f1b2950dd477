package io.severabridge.transfer;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many rejected records a job bears before it stops; it can then be restarted.
 *
 * @see TooManyRejects
 */
public final class RunLimits {
    /** A share says something only once some records are read. */
    private static final long FEWEST = 100;

    private final long maxRejects;
    private final int maxRejectPercent;
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();

    /** The job is to stop: more was rejected than it bears. */
    public static final class TooManyRejects extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyRejects(String message) {
            super(message, null, false, false);
        }
    }

    public RunLimits(long maxRejects, int maxRejectPercent) {
        this.maxRejects = maxRejects;
        this.maxRejectPercent = maxRejectPercent;
    }

    void add(long moreRecords, long moreRejected) {
        records.addAndGet(moreRecords);
        rejected.addAndGet(moreRejected);
    }

    /** Asked before each record. */
    void check() {
        long refused = rejected.get();
        long all = records.get();
        if (refused > maxRejects) {
            throw new TooManyRejects(refused + " records were rejected, more than max-rejects: " + maxRejects);
        }
        if (all >= FEWEST && refused * 100 > all * maxRejectPercent) {
            throw new TooManyRejects(refused + " of " + all + " records were rejected, more than max-reject-percent: "
                    + maxRejectPercent);
        }
    }
}
