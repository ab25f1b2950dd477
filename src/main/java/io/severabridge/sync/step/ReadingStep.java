package io.severabridge.sync.step;

import io.severabridge.sync.run.RejectThresholds;
import io.severabridge.sync.staging.ReadCounts;
import java.util.function.Supplier;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;

/**
 * A step that reads or matches, in transactions of its own; a restart begins it again. It is no tasklet: those find their step
 * execution by its number in a map of the whole process, where two companies have the same numbers.
 */
final class ReadingStep extends AbstractStep {
    private final RejectThresholds limits;
    private final Supplier<ReadCounts> reading;

    ReadingStep(String name, JobRepository repository, RejectThresholds limits, Supplier<ReadCounts> reading) {
        super(repository);
        this.limits = limits;
        this.reading = reading;
        setName(name);
        setAllowStartIfComplete(true);
    }

    @Override
    protected void doExecute(StepExecution step) {
        limits.stopIfAsked(step);
        if (step.isTerminateOnly()) {
            return;
        }
        ReadCounts counts = reading.get();
        StepContribution contribution = step.createStepContribution();
        for (long i = 0; i < counts.read(); i++) {
            contribution.incrementReadCount();
        }
        contribution.incrementWriteCount(counts.kept());
        step.apply(contribution);
    }
}
