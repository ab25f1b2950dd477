package io.severabridge.sync.step;

import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.run.OutcomeCounter;
import io.severabridge.sync.run.Progress;
import io.severabridge.sync.run.RejectThresholds;
import io.severabridge.sync.run.RunContext;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Counts what a step does, and checks that all that was read is accounted for when it ends. */
abstract class CountedWriter<I> implements ItemWriter<I>, StepExecutionListener {
    /** What all steps of a run share. */
    record Run(RunContext work, RejectThresholds limits, Progress progress) {}

    private final Run run;
    private final Transfer transfer;
    private final LongAdder calls;
    private final boolean fromTheStart;
    private @Nullable ItemWriter<I> writer;
    private @Nullable OutcomeCounter counter;

    /** {@code calls} are those of the steps that have read for this one, and its own. */
    CountedWriter(Run run, Transfer transfer, LongAdder calls, boolean fromTheStart) {
        this.run = run;
        this.transfer = transfer;
        this.calls = calls;
        this.fromTheStart = fromTheStart;
    }

    /** Says how much the step looks at. */
    abstract ItemWriter<I> begin(StepExecution step, OutcomeCounter counted);

    /** The step has done all that it had to do. */
    void completed(StepExecution step) {}

    @Override
    public void beforeStep(StepExecution step) {
        run.limits().stopIfAsked(step);
        OutcomeCounter counted = new OutcomeCounter(
                run.work().counts, step, transfer.name(), run.limits(), calls, run.progress(), fromTheStart);
        writer = begin(step, counted);
        counter = counted;
    }

    @Override
    public void write(Chunk<? extends I> chunk) throws Exception {
        Objects.requireNonNull(writer, "the step has not started").write(chunk);
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        run.progress().end(step.getExitStatus().equals(ExitStatus.COMPLETED) && !step.isTerminateOnly());
        if (counter == null) {
            return step.getExitStatus();
        }
        run.work().bridge.atOnce(counter::store);
        if (!step.getExitStatus().equals(ExitStatus.COMPLETED)) {
            return step.getExitStatus();
        }
        long read = step.getReadCount();
        if (read != counter.accountedFor()) {
            step.addFailureException(new IllegalStateException(
                    step.getStepName() + " read " + read + " records, accounted for " + counter.accountedFor()));
            step.setStatus(org.springframework.batch.core.BatchStatus.FAILED);
            return ExitStatus.FAILED;
        }
        completed(step);
        return step.getExitStatus();
    }
}
