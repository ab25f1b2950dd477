package io.severabridge.transfer;

import io.severabridge.severa.SeveraClient;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
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
    public Step step(Transfer transfer, StepDefinition piece, int chunk) {
        if (piece instanceof EntityDefinition<?, ?, ?> part) {
            return step(transfer, part, chunk);
        }
        return step(transfer, (DocumentDefinition<?, ?, ?>) piece, chunk);
    }

    private <S extends Record, D extends Record, E extends Record> Step step(
            Transfer transfer, DocumentDefinition<S, D, E> documents, int chunk) {
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
            Transfer transfer, EntityDefinition<E, S, A> definition, int chunk) {
        return transfer.towardsErp() ? toErp(transfer, definition, chunk) : toSevera(transfer, definition, chunk);
    }

    private <E extends Record, S extends Record, A extends Record> Step toSevera(
            Transfer transfer, EntityDefinition<E, S, A> definition, int chunk) {
        Decider<E, S, A> decider = work.decider(definition);
        EntityStep<E, S, A, Planned<E, S, A>> writer = new EntityStep<>(transfer, definition, this::severaWriter);
        return new ChunkOrientedStepBuilder<Candidate<E, S>, Planned<E, S, A>>(
                        transfer.stepName(definition), repository, size(definition, chunk))
                .transactionManager(work.bridge.transactionManager())
                .reader(candidates(definition, decider::process, chunk, false))
                .processor(decider)
                .writer(writer)
                .listener(writer)
                .build();
    }

    private <E extends Record, S extends Record, A extends Record> Step toErp(
            Transfer transfer, EntityDefinition<E, S, A> definition, int chunk) {
        ErpDecider<E, S, A> decider = work.erpDecider(definition);
        EntityStep<E, S, A, ErpDecision<E, S, A>> writer = new EntityStep<>(transfer, definition, this::erpWriter);
        return new ChunkOrientedStepBuilder<Candidate<E, S>, ErpDecision<E, S, A>>(
                        transfer.stepName(definition), repository, size(definition, chunk))
                .transactionManager(work.bridge.transactionManager())
                .reader(candidates(
                        definition, decider::process, chunk, definition.erp().isInserted()))
                .processor(decider)
                .writer(writer)
                .listener(writer)
                .build();
    }

    private <E extends Record, S extends Record> CandidateReader<E, S> candidates(
            EntityDefinition<E, S, ?> definition, Consumer<Candidate<E, S>> trial, int page, boolean newcomers) {
        CandidateLoader<E, S> loader = new CandidateLoader<>(definition, work, trial);
        return new CandidateReader<>(definition, work, loader, page, limits, newcomers);
    }

    /** A record above others is there before they are looked at. */
    private static int size(EntityDefinition<?, ?, ?> definition, int chunk) {
        return definition.belonging().topDown() ? 1 : chunk;
    }

    /** What a step works with once both sides have been looked at. */
    private record Prepared<E extends Record, S extends Record, A extends Record>(
            EntityDefinition<E, S, A> definition, Preparation<E, S> preparation, SeveraClient severa, Tally counted) {}

    private <E extends Record, S extends Record, A extends Record> ItemWriter<Planned<E, S, A>> severaWriter(
            Prepared<E, S, A> prepared) {
        EntityDefinition<E, S, A> definition = prepared.definition();
        Agreed<A> agreed = new Agreed<>(definition.mapping().agreed());
        long instance = prepared.counted().jobInstance();
        return new PartWriter<>(
                definition,
                work,
                new Sender<>(definition, work, prepared.severa(), agreed),
                new Recorder<>(
                        definition,
                        work,
                        prepared.severa(),
                        prepared.preparation()::staged,
                        book(prepared, agreed, Direction.TO_SEVERA),
                        instance),
                prepared.counted(),
                instance);
    }

    private <E extends Record, S extends Record, A extends Record> ItemWriter<ErpDecision<E, S, A>> erpWriter(
            Prepared<E, S, A> prepared) {
        EntityDefinition<E, S, A> definition = prepared.definition();
        Agreed<A> agreed = new Agreed<>(definition.mapping().agreed());
        return new ErpPartWriter<>(
                definition,
                work,
                new ErpPartWriter.Tools<>(
                        new ErpExecution<>(definition, work),
                        prepared.preparation(),
                        agreed,
                        book(prepared, agreed, Direction.TO_ERP),
                        prepared.severa()),
                prepared.counted());
    }

    private <A extends Record> LinkBook<A> book(Prepared<?, ?, A> prepared, Agreed<A> agreed, Direction direction) {
        Tally counted = prepared.counted();
        return new LinkBook<>(
                prepared.definition(), work, agreed, direction, counted.jobInstance(), counted.jobExecution());
    }

    /** Counts what a step does, and checks that all that was read is accounted for when it ends. */
    private abstract class Counted<I> implements ItemWriter<I>, StepExecutionListener {
        final Transfer transfer;
        private final boolean fromTheStart;
        private @Nullable ItemWriter<I> writer;
        private @Nullable Tally tally;

        Counted(Transfer transfer, boolean fromTheStart) {
            this.transfer = transfer;
            this.fromTheStart = fromTheStart;
        }

        /** Brings what the step looks at up to date, and says how much that is. */
        abstract ItemWriter<I> begin(StepExecution step, SeveraClient severa, Tally counted);

        /** The step has done all that it had to do. */
        void completed(StepExecution step) {}

        @Override
        public void beforeStep(StepExecution step) {
            if (limits.stopping()) {
                step.setTerminateOnly();
            }
            LongAdder calls = new LongAdder();
            Tally counted = new Tally(work.counts, step, transfer.name(), limits, calls, progress, fromTheStart);
            writer = begin(step, work.severa.counting(calls), counted);
            tally = counted;
        }

        @Override
        public void write(Chunk<? extends I> chunk) throws Exception {
            Objects.requireNonNull(writer, "the step has not started").write(chunk);
        }

        @Override
        public ExitStatus afterStep(StepExecution step) {
            progress.end(step.getExitStatus().equals(ExitStatus.COMPLETED) && !step.isTerminateOnly());
            if (tally == null) {
                return step.getExitStatus();
            }
            work.bridge.atOnce(tally::store);
            if (!step.getExitStatus().equals(ExitStatus.COMPLETED)) {
                return step.getExitStatus();
            }
            long read = step.getReadCount();
            if (read != tally.accountedFor()) {
                step.addFailureException(new IllegalStateException(
                        step.getStepName() + " read " + read + " records, accounted for " + tally.accountedFor()));
                step.setStatus(org.springframework.batch.core.BatchStatus.FAILED);
                return ExitStatus.FAILED;
            }
            completed(step);
            return step.getExitStatus();
        }
    }

    /** Lists the documents when their step starts. */
    private final class DocumentStep<S extends Record, D extends Record, E extends Record> extends Counted<S> {
        private final DocumentDefinition<S, D, E> documents;
        private final DocumentItems<S> items;

        DocumentStep(Transfer transfer, DocumentDefinition<S, D, E> documents, DocumentItems<S> items) {
            super(transfer, false);
            this.documents = documents;
            this.items = items;
        }

        @Override
        ItemWriter<S> begin(StepExecution step, SeveraClient severa, Tally counted) {
            SeveraReading reading = new SeveraReading(work, severa);
            List<String> listed = reading.documents(documents);
            reading.closeRejects(transfer.name(), documents, listed);
            Chosen chosen = work.reading.chosen();
            List<String> due = chosen == null
                    ? listed
                    : listed.stream()
                            .filter(chosen.of(step.getStepName())::contains)
                            .toList();
            items.begin(due);
            DocumentWriter<S, D, E> writer = new DocumentWriter<>(documents, work, severa, counted);
            writer.relink();
            progress.begin(step.getStepName(), due.size());
            return writer;
        }
    }

    /** Looks at both sides when its step starts. */
    private final class EntityStep<E extends Record, S extends Record, A extends Record, D> extends Counted<D> {
        private static final String LOOK = "look";

        private final EntityDefinition<E, S, A> part;
        private final Function<Prepared<E, S, A>, ItemWriter<D>> writer;

        EntityStep(
                Transfer transfer, EntityDefinition<E, S, A> part, Function<Prepared<E, S, A>, ItemWriter<D>> writer) {
            super(transfer, part.belonging().topDown());
            this.part = part;
            this.writer = writer;
        }

        @Override
        ItemWriter<D> begin(StepExecution step, SeveraClient severa, Tally counted) {
            Preparation<E, S> preparation =
                    new Preparation<>(part, work, severa, step.getStepName(), transfer.towardsErp());
            Preparation.Look look = preparation.run();
            // A restarted step has looked at what changed before its first look only; the rest is for the next run.
            if (!step.getExecutionContext().containsKey(LOOK)) {
                step.getExecutionContext().putLong(LOOK, look.number());
            }
            progress.begin(step.getStepName(), look.due());
            return writer.apply(new Prepared<>(part, preparation, severa, counted));
        }

        @Override
        void completed(StepExecution step) {
            work.rejects.closeLinked(part.entity());
            if (work.reading.chosen() != null) {
                // What else has changed has not been looked at.
                return;
            }
            String name = step.getStepName();
            work.bridge.atOnce(() -> {
                work.watermarks.put(
                        Preparation.mark(name),
                        String.valueOf(step.getExecutionContext().getLong(LOOK)));
                work.watermarks.put(Preparation.setUp(name), work.setUp);
            });
        }
    }
}
