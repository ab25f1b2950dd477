package io.severabridge.sync.step;

import io.severabridge.sync.definition.DocumentDefinition;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.StepDefinition;
import io.severabridge.sync.definition.StepName;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.document.DocumentWriter;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.plan.Candidate;
import io.severabridge.sync.plan.DecidedRow;
import io.severabridge.sync.plan.Decider;
import io.severabridge.sync.plan.ErpDecider;
import io.severabridge.sync.plan.ErpDecision;
import io.severabridge.sync.record.RecordFields;
import io.severabridge.sync.run.OutcomeCounter;
import io.severabridge.sync.run.Progress;
import io.severabridge.sync.run.RejectThresholds;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.run.SyncState;
import io.severabridge.sync.staging.CandidateLoader;
import io.severabridge.sync.staging.CandidateReader;
import io.severabridge.sync.staging.DocumentItems;
import io.severabridge.sync.staging.DocumentPreparation;
import io.severabridge.sync.staging.Preparation;
import io.severabridge.sync.toerp.ErpExecution;
import io.severabridge.sync.toerp.ErpWriter;
import io.severabridge.sync.tosevera.IntentLog;
import io.severabridge.sync.tosevera.SeveraCalls;
import io.severabridge.sync.tosevera.SeveraWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Makes Spring Batch steps of declarations. */
public final class Steps {
    private final RunContext work;
    private final JobRepository repository;
    private final RejectThresholds limits;
    private final Progress progress;
    private final ReadingSteps reading;

    public Steps(RunContext work, JobRepository repository, RejectThresholds limits, Progress progress) {
        this.work = work;
        this.repository = repository;
        this.limits = limits;
        this.progress = progress;
        reading = new ReadingSteps(repository, limits);
    }

    /**
     * The steps of one part of a transfer: those that read and match, as far as none before has read the same, and the one
     * that looks at the records.
     *
     * @param chunk records of one transaction
     * @param completed names of steps that have done all they had to: nothing is read for them again
     */
    public List<Step> steps(Transfer transfer, StepDefinition part, int chunk, Set<String> completed) {
        boolean done = completed.contains(transfer.stepName(part));
        if (part instanceof EntityDefinition<?, ?, ?> definition) {
            return steps(transfer, definition, chunk, done);
        }
        return steps(transfer, (DocumentDefinition<?, ?, ?>) part, chunk, done);
    }

    private <S extends Record, D extends Record, E extends Record> List<Step> steps(
            Transfer transfer, DocumentDefinition<S, D, E> documents, int chunk, boolean done) {
        DocumentPreparation<S, D, E> preparation =
                new DocumentPreparation<>(transfer, documents, work, transfer.stepName(documents));
        DocumentItems<S> items = new DocumentItems<>(documents, work, preparation::due, chunk, limits);
        DocumentStep<S, D, E> writer = new DocumentStep<>(transfer, documents, preparation);
        List<Step> steps = new ArrayList<>();
        if (!done) {
            steps.add(reading.step(StepName.readSevera(documents.entity()), preparation::readSevera));
        }
        steps.add(new ChunkOrientedStepBuilder<S, S>(transfer.stepName(documents), repository, chunk)
                .transactionManager(work.bridge.transactionManager())
                .reader(items)
                .writer(writer)
                .listener(writer)
                .build());
        return steps;
    }

    private <E extends Record, S extends Record, A extends Record> List<Step> steps(
            Transfer transfer, EntityDefinition<E, S, A> definition, int chunk, boolean done) {
        Preparation<E, S> preparation =
                new Preparation<>(definition, work, transfer.stepName(definition), transfer.towardsErp());
        List<Step> steps = done ? new ArrayList<>() : reading.steps(transfer, definition.entity(), preparation);
        steps.add(
                transfer.towardsErp()
                        ? toErp(transfer, definition, preparation, chunk)
                        : toSevera(transfer, definition, preparation, chunk));
        return steps;
    }

    private <E extends Record, S extends Record, A extends Record> Step toSevera(
            Transfer transfer, EntityDefinition<E, S, A> definition, Preparation<E, S> preparation, int chunk) {
        Decider<E, S, A> decider = work.decider(definition);
        EntityStep<E, S, A, DecidedRow<E, S, A>> writer =
                new EntityStep<>(transfer, definition, preparation, this::severaWriter);
        return new ChunkOrientedStepBuilder<Candidate<E, S>, DecidedRow<E, S, A>>(
                        transfer.stepName(definition), repository, size(definition, chunk))
                .transactionManager(work.bridge.transactionManager())
                .reader(candidates(definition, decider::process, chunk, false))
                .processor(decider)
                .writer(writer)
                .listener(writer)
                .build();
    }

    private <E extends Record, S extends Record, A extends Record> Step toErp(
            Transfer transfer, EntityDefinition<E, S, A> definition, Preparation<E, S> preparation, int chunk) {
        ErpDecider<E, S, A> decider = work.erpDecider(definition);
        EntityStep<E, S, A, ErpDecision<E, S, A>> writer =
                new EntityStep<>(transfer, definition, preparation, this::erpWriter);
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
            EntityDefinition<E, S, A> definition, Preparation<E, S> preparation, OutcomeCounter counted) {}

    private <E extends Record, S extends Record, A extends Record> ItemWriter<DecidedRow<E, S, A>> severaWriter(
            Prepared<E, S, A> prepared) {
        EntityDefinition<E, S, A> definition = prepared.definition();
        RecordFields<A> agreed = new RecordFields<>(definition.mapping().agreed());
        long instance = prepared.counted().jobInstance();
        return new SeveraWriter<>(
                definition,
                work,
                new SeveraCalls<>(definition, work, prepared.preparation().severa(), agreed),
                new IntentLog<>(
                        definition,
                        work,
                        prepared.preparation().severa(),
                        prepared.preparation()::staged,
                        state(prepared, agreed, Direction.TO_SEVERA),
                        instance),
                prepared.counted(),
                instance);
    }

    private <E extends Record, S extends Record, A extends Record> ItemWriter<ErpDecision<E, S, A>> erpWriter(
            Prepared<E, S, A> prepared) {
        EntityDefinition<E, S, A> definition = prepared.definition();
        RecordFields<A> agreed = new RecordFields<>(definition.mapping().agreed());
        return new ErpWriter<>(
                definition,
                work,
                new ErpWriter.Tools<>(
                        new ErpExecution<>(definition, work),
                        prepared.preparation(),
                        agreed,
                        state(prepared, agreed, Direction.TO_ERP),
                        prepared.preparation().severa()),
                prepared.counted());
    }

    private <A extends Record> SyncState<A> state(
            Prepared<?, ?, A> prepared, RecordFields<A> agreed, Direction direction) {
        OutcomeCounter counted = prepared.counted();
        return new SyncState<>(
                prepared.definition(), work, agreed, direction, counted.jobInstance(), counted.jobExecution());
    }

    /** Hands over the documents that were listed. */
    private final class DocumentStep<S extends Record, D extends Record, E extends Record> extends CountedWriter<S> {
        private final DocumentDefinition<S, D, E> documents;
        private final DocumentPreparation<S, D, E> preparation;

        DocumentStep(
                Transfer transfer, DocumentDefinition<S, D, E> documents, DocumentPreparation<S, D, E> preparation) {
            super(new CountedWriter.Run(work, limits, progress), transfer, preparation.calls(), false);
            this.documents = documents;
            this.preparation = preparation;
        }

        @Override
        ItemWriter<S> begin(StepExecution step, OutcomeCounter counted) {
            DocumentWriter<S, D, E> writer = new DocumentWriter<>(documents, work, preparation.severa(), counted);
            writer.relink();
            progress.begin(step.getStepName(), preparation.due().size());
            return writer;
        }
    }

    /** Looks at the records that the match has found due. */
    private final class EntityStep<E extends Record, S extends Record, A extends Record, D> extends CountedWriter<D> {
        private static final String LOOK = "look";

        private final EntityDefinition<E, S, A> definition;
        private final Preparation<E, S> preparation;
        private final Function<Prepared<E, S, A>, ItemWriter<D>> writer;

        EntityStep(
                Transfer transfer,
                EntityDefinition<E, S, A> definition,
                Preparation<E, S> preparation,
                Function<Prepared<E, S, A>, ItemWriter<D>> writer) {
            super(
                    new CountedWriter.Run(work, limits, progress),
                    transfer,
                    preparation.calls(),
                    definition.belonging().topDown());
            this.definition = definition;
            this.preparation = preparation;
            this.writer = writer;
        }

        @Override
        ItemWriter<D> begin(StepExecution step, OutcomeCounter counted) {
            Preparation.Look look = preparation.look();
            // A restarted step has looked at what changed before its first look only; the rest is for the next run.
            if (!step.getExecutionContext().containsKey(LOOK)) {
                step.getExecutionContext().putLong(LOOK, look.number());
            }
            progress.begin(step.getStepName(), look.due());
            return writer.apply(new Prepared<>(definition, preparation, counted));
        }

        @Override
        void completed(StepExecution step) {
            work.rejects.closeLinked(definition.entity());
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
