package io.severabridge.transfer;

import io.severabridge.severa.SeveraClient;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Makes Spring Batch steps of declarations. */
public final class Steps {
    private final Workplace work;
    private final JobRepository repository;
    private final RunLimits limits;
    private final Progress progress;

    public Steps(Workplace work, JobRepository repository, RunLimits limits, Progress progress) {
        this.work = work;
        this.repository = repository;
        this.limits = limits;
        this.progress = progress;
    }

    /** The step of one piece of a transfer; {@code chunk} records are one transaction. */
    public Step step(Transfer transfer, Piece piece, int chunk) {
        if (piece instanceof Part<?, ?, ?> part) {
            return step(transfer, part, chunk);
        }
        return step(transfer, (Documents<?, ?, ?>) piece, chunk);
    }

    private <S extends Record, D extends Record, E extends Record> Step step(
            Transfer transfer, Documents<S, D, E> documents, int chunk) {
        DocumentItems<S> items = new DocumentItems<>(documents, work, chunk, limits);
        DocumentStep<S, D, E> writer = new DocumentStep<>(transfer, documents, items);
        return new ChunkOrientedStepBuilder<S, S>(transfer.stepName(documents), repository, chunk)
                .transactionManager(work.bridge.transactionManager())
                .reader(items)
                .writer(writer)
                .listener(writer)
                .build();
    }

    private <E extends Record, S extends Record, A extends Record> Step step(
            Transfer transfer, Part<E, S, A> part, int chunk) {
        StartedWriter<E, S, A> writer = new StartedWriter<>(transfer, part);
        boolean newcomers = transfer.towardsErp() && part.madeInErp();
        return new ChunkOrientedStepBuilder<Item<E, S>, Item<E, S>>(transfer.stepName(part), repository, chunk)
                .transactionManager(work.bridge.transactionManager())
                .reader(new DueItems<>(part, work, chunk, limits, newcomers))
                .writer(writer)
                .listener(writer)
                .build();
    }

    /** All that was read has an outcome, or the step has failed. */
    private static ExitStatus accounted(StepExecution step, Tally tally) {
        tally.store();
        long read = step.getReadCount();
        if (step.getExitStatus().equals(ExitStatus.COMPLETED) && read != tally.accountedFor()) {
            step.addFailureException(new IllegalStateException(
                    step.getStepName() + " read " + read + " records, accounted for " + tally.accountedFor()));
            step.setStatus(org.springframework.batch.core.BatchStatus.FAILED);
            return ExitStatus.FAILED;
        }
        return step.getExitStatus();
    }

    /** Lists the documents when their step starts. */
    private final class DocumentStep<S extends Record, D extends Record, E extends Record>
            implements ItemWriter<S>, StepExecutionListener {
        private final Transfer transfer;
        private final Documents<S, D, E> documents;
        private final DocumentItems<S> items;
        private @Nullable DocumentWriter<S, D, E> writer;
        private @Nullable Tally tally;

        DocumentStep(Transfer transfer, Documents<S, D, E> documents, DocumentItems<S> items) {
            this.transfer = transfer;
            this.documents = documents;
            this.items = items;
        }

        @Override
        public void beforeStep(StepExecution step) {
            if (limits.stopping()) {
                step.setTerminateOnly();
            }
            LongAdder calls = new LongAdder();
            SeveraClient severa = work.severa.counting(calls);
            tally = new Tally(work.counts, step, transfer.name(), limits, calls, progress, false);
            writer = new DocumentWriter<>(documents, work, new StoredReferences(work), severa, tally);
            SeveraReading reading = new SeveraReading(work, severa);
            List<String> listed = reading.documents(documents);
            reading.closeRejects(transfer.name(), documents, listed);
            items.begin(listed);
            writer.relink();
            progress.begin(step.getStepName(), listed.size());
        }

        @Override
        public void write(Chunk<? extends S> chunk) {
            Objects.requireNonNull(writer, "the step has not started").write(chunk);
        }

        @Override
        public ExitStatus afterStep(StepExecution step) {
            progress.end();
            return tally == null ? step.getExitStatus() : accounted(step, tally);
        }
    }

    /** Prepares the part when its step starts, and checks that all that was read is accounted for when it ends. */
    private final class StartedWriter<E extends Record, S extends Record, A extends Record>
            implements ItemWriter<Item<E, S>>, StepExecutionListener {
        private static final String LOOK = "look";

        private final Transfer transfer;
        private final Part<E, S, A> part;
        private @Nullable ItemWriter<Item<E, S>> writer;
        private @Nullable Tally tally;

        StartedWriter(Transfer transfer, Part<E, S, A> part) {
            this.transfer = transfer;
            this.part = part;
        }

        @Override
        public void beforeStep(StepExecution step) {
            if (limits.stopping()) {
                step.setTerminateOnly();
            }
            LongAdder calls = new LongAdder();
            SeveraClient severa = work.severa.counting(calls);
            Tally counted = new Tally(work.counts, step, transfer.name(), limits, calls, progress, part.topDown);
            StoredReferences references = new StoredReferences(work);
            Preparation<E, S> preparation =
                    new Preparation<>(part, work, severa, references, step.getStepName(), transfer.towardsErp());
            Preparation.Look look = preparation.run();
            // A restarted step has looked at what changed before its first look only; the rest is for the next run.
            if (!step.getExecutionContext().containsKey(LOOK)) {
                step.getExecutionContext().putLong(LOOK, look.number());
            }
            progress.begin(step.getStepName(), look.due());
            writer = transfer.towardsErp()
                    ? erpWriter(references, preparation, severa, counted)
                    : severaWriter(references, preparation, severa, counted);
            tally = counted;
        }

        private ItemWriter<Item<E, S>> severaWriter(
                StoredReferences references, Preparation<E, S> preparation, SeveraClient severa, Tally counted) {
            Agreed<A> agreed = new Agreed<>(part.mapping.agreed());
            long instance = counted.jobInstance();
            return new PartWriter<>(
                    part,
                    work,
                    references,
                    new Planner<>(part, work, references, agreed),
                    new Sender<>(part, work, severa, agreed),
                    new Recorder<>(
                            part,
                            work,
                            severa,
                            preparation::staged,
                            book(agreed, Merge.Direction.TO_SEVERA, counted),
                            instance),
                    counted,
                    instance);
        }

        private ItemWriter<Item<E, S>> erpWriter(
                StoredReferences references, Preparation<E, S> preparation, SeveraClient severa, Tally counted) {
            Agreed<A> agreed = new Agreed<>(part.mapping.agreed());
            return new ErpPartWriter<>(
                    part,
                    work,
                    references,
                    new ErpPartWriter.Tools<>(
                            new Planner<>(part, work, references, agreed),
                            new ErpPlanner<>(part, work, references),
                            new ErpExecution<>(part, work),
                            preparation,
                            agreed,
                            book(agreed, Merge.Direction.TO_ERP, counted),
                            severa),
                    counted);
        }

        private LinkBook<A> book(Agreed<A> agreed, Merge.Direction direction, Tally counted) {
            return new LinkBook<>(part, work, agreed, direction, counted.jobInstance(), counted.jobExecution());
        }

        @Override
        public void write(Chunk<? extends Item<E, S>> chunk) throws Exception {
            if (writer == null) {
                throw new IllegalStateException("the step has not started");
            }
            writer.write(chunk);
        }

        @Override
        public ExitStatus afterStep(StepExecution step) {
            progress.end();
            if (tally == null) {
                return step.getExitStatus();
            }
            ExitStatus end = accounted(step, tally);
            if (end.equals(ExitStatus.COMPLETED)) {
                String name = step.getStepName();
                work.bridge.atOnce(() -> {
                    work.watermarks.put(
                            Preparation.mark(name),
                            String.valueOf(step.getExecutionContext().getLong(LOOK)));
                    work.watermarks.put(Preparation.setUp(name), work.setUp);
                });
            }
            return end;
        }
    }
}
