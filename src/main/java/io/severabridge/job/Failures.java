package io.severabridge.job;

import io.severabridge.failure.ExitCode;
import io.severabridge.sync.run.RejectThresholds.TooManyRejects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/** Why an execution did not complete, in one sentence and one exit code. */
record Failures(BatchStatus status, @Nullable Throwable cause, boolean signalled) {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    static Failures of(JobExecution execution, boolean signalled) {
        Throwable found = null;
        for (Throwable failure : execution.getAllFailureExceptions()) {
            LOG.debug("failure of execution {}", execution.getId(), failure);
            Throwable named = Causes.named(failure);
            if (found == null || Causes.isNamed(named)) {
                found = named;
            }
        }
        return new Failures(execution.getStatus(), found, signalled);
    }

    int exitCode(long rejected) {
        if (status == BatchStatus.COMPLETED) {
            return rejected > 0 ? 2 : 0;
        }
        if (signalled || status == BatchStatus.STOPPED) {
            return Signals.EXIT_CODE;
        }
        if (cause instanceof TooManyRejects) {
            return 4;
        }
        return cause == null ? ExitCode.UNAVAILABLE : ExitCode.of(cause);
    }

    @Nullable
    String sentence() {
        if (status == BatchStatus.COMPLETED) {
            return null;
        }
        if (signalled || status == BatchStatus.STOPPED) {
            return "stopped; the same command goes on from here";
        }
        if (cause == null) {
            return "failed; see the log file";
        }
        return Causes.isNamed(cause)
                ? cause.getMessage()
                : "an error in this program, " + cause.getClass().getSimpleName() + "; see the log file";
    }
}
