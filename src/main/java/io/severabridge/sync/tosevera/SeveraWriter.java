package io.severabridge.sync.tosevera;

import io.severabridge.failure.Rejected;
import io.severabridge.severa.Refused;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.ledger.LinkStore.MadeBy;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.plan.DecidedRow;
import io.severabridge.sync.plan.Decision;
import io.severabridge.sync.run.Outcome;
import io.severabridge.sync.run.OutcomeCounter;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.run.StepOutcomes;
import io.severabridge.sync.toerp.GuidFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Carries out what was decided for a chunk of rows in Severa. Never throws for one record: each ends in an outcome, and what Severa answered is
 * stored at once, so that a chunk which is repeated finds it. Only what stops the run leaves this class.
 */
public final class SeveraWriter<E extends Record, S extends Record, A extends Record>
        implements ItemWriter<DecidedRow<E, S, A>> {
    private final EntityDefinition<E, S, A> definition;
    private final RunContext work;
    private final SeveraCalls<E, S, A> sender;
    private final IntentLog<E, S, A> recorder;
    private final OutcomeCounter counter;
    private final long jobInstance;
    private final GuidFields<E> guidFields;

    public SeveraWriter(
            EntityDefinition<E, S, A> definition,
            RunContext work,
            SeveraCalls<E, S, A> sender,
            IntentLog<E, S, A> recorder,
            OutcomeCounter counter,
            long jobInstance) {
        this.definition = definition;
        this.work = work;
        this.sender = sender;
        this.recorder = recorder;
        this.counter = counter;
        this.jobInstance = jobInstance;
        this.guidFields = new GuidFields<>(definition, work);
    }

    @Override
    public void write(Chunk<? extends DecidedRow<E, S, A>> chunk) {
        List<DecidedRow<E, S, A>> plans = List.copyOf(chunk.getItems());
        work.bridge.outside(() -> carryOut(plans)).finish(definition.entity(), work, counter);
    }

    private StepOutcomes carryOut(List<DecidedRow<E, S, A>> plans) {
        StepOutcomes outcomes = new StepOutcomes();
        Map<E, String> guids = new LinkedHashMap<>();
        List<DecidedRow<E, S, A>> toSend = new ArrayList<>();
        plans.forEach(plan -> {
            if (!settle(plan, outcomes, guids)) {
                toSend.add(plan);
            }
            outcomes.addConflicts(conflicts(plan));
        });
        recorder.kept(plans);
        recorder.before(toSend);
        send(toSend, outcomes, guids);
        guidsRefused(guidFields.fill(guids), plans, outcomes);
        return outcomes;
    }

    /** What Severa has taken before the sending broke off gets its GUID in the ERP all the same. */
    private void send(List<DecidedRow<E, S, A>> plans, StepOutcomes outcomes, Map<E, String> guids) {
        try {
            sender.send(plans, answers -> {
                recorder.answered(answers);
                answers.forEach(answer -> end(answer, outcomes, guids));
            });
        } catch (RuntimeException e) {
            try {
                guidFields.fill(guids);
            } catch (RuntimeException behind) {
                e.addSuppressed(behind);
            }
            throw e;
        }
    }

    /** Both have the record, and the link is kept; but the ERP's own field does not say so. */
    private void guidsRefused(Map<E, Rejected> refused, List<DecidedRow<E, S, A>> plans, StepOutcomes outcomes) {
        plans.forEach(plan -> {
            Rejected why = refused.get(plan.row());
            if (why != null) {
                outcomes.reject(plan.key(), plan.label(), why, plan.context());
            }
        });
    }

    private long conflicts(DecidedRow<E, S, A> plan) {
        return plan.decision() instanceof Decision.Keep<S, A> keep
                ? keep.merge().conflicts(Direction.TO_SEVERA, keep.seen()).size()
                : 0;
    }

    /** What needs no call; answers whether that was all. */
    private boolean settle(DecidedRow<E, S, A> plan, StepOutcomes outcomes, Map<E, String> guids) {
        Decision<S, A> decision = plan.decision();
        if (decision instanceof Decision.Absent) {
            end(plan, Outcome.ABSENT, outcomes);
        } else if (decision instanceof Decision.Skipped<S, A> skipped) {
            outcomes.skip(plan.key(), plan.label(), skipped.why());
        } else if (decision instanceof Decision.Refused<S, A> refused) {
            outcomes.reject(plan.key(), plan.label(), refused.rejected(), plan.context());
        } else if (decision instanceof Decision.Sent<S, A> sent) {
            end(plan, kept(sent.link()), outcomes);
        } else if (decision instanceof Decision.Elsewhere<S, A> elsewhere) {
            boolean fresh = recorder.elsewhere(plan.key(), elsewhere.guids());
            end(plan, fresh ? Outcome.LINKED : Outcome.UNCHANGED, outcomes);
        } else if (decision instanceof Decision.Keep<S, A> keep
                && keep.operations().isEmpty()) {
            if (keep.severa() != null) {
                guids.put(plan.row(), keep.guid());
            }
            end(plan, keep.ownCreate() ? Outcome.CREATED : kept(keep.link()), outcomes);
        } else {
            return false;
        }
        return true;
    }

    private void end(DecidedRow<E, S, A> plan, Outcome outcome, StepOutcomes outcomes) {
        outcomes.end(plan.key(), plan.label(), outcome, plan.context());
    }

    /** A chunk that is repeated after a crash reports what its first try has done. */
    private Outcome kept(@Nullable Link link) {
        if (definition.belonging().facetOf() != null) {
            return Outcome.UNCHANGED;
        }
        if (link == null) {
            return Outcome.LINKED;
        }
        if (link.madeIn() != jobInstance || link.madeBy() == MadeBy.CREATED_IN_ERP) {
            return Outcome.UNCHANGED;
        }
        return link.madeBy() == MadeBy.CREATED ? Outcome.CREATED : Outcome.LINKED;
    }

    private void end(SeveraCalls.Answer<E, S, A> answer, StepOutcomes outcomes, Map<E, String> guids) {
        DecidedRow<E, S, A> plan = answer.planned();
        if (answer.result() instanceof SeveraCalls.Result.Refusal<S> refusal) {
            outcomes.reject(plan.key(), plan.label(), rejected(plan, refusal.refused()), plan.context());
        } else if (answer.result() instanceof SeveraCalls.Result.Unfit<S> unfit) {
            outcomes.reject(plan.key(), plan.label(), unfit.why(), plan.context());
        } else if (answer.result() instanceof SeveraCalls.Result.Done<S> done) {
            Decision<S, A> decision = plan.decision();
            boolean created = decision instanceof Decision.Create
                    || (decision instanceof Decision.Keep<S, A> own && own.ownCreate());
            boolean linked = decision instanceof Decision.Keep<S, A> keep
                    && keep.link() == null
                    && definition.belonging().facetOf() == null;
            end(plan, created ? Outcome.CREATED : linked ? Outcome.LINKED : Outcome.UPDATED, outcomes);
            if (decision instanceof Decision.Keep<S, A> keep) {
                guids.put(plan.row(), keep.guid());
            } else if (done.answered() != null) {
                guids.put(
                        plan.row(),
                        Objects.requireNonNull(definition.severa().resource().guid(done.answered())));
            }
        }
    }

    private Rejected rejected(DecidedRow<E, S, A> plan, Refused refused) {
        if (refused.notFound() && plan.decision() instanceof Decision.Keep<S, A> keep) {
            return new Rejected(
                    EngineRejects.LINKED_RECORD_GONE, "GUID", keep.guid(), "Severa no longer has such a record");
        }
        String field = refused.field() == null ? "record" : refused.field();
        String value = plan.decision() instanceof Decision.Create<S, A> create
                        && create.body().has(field)
                ? create.body().get(field).toString()
                : null;
        return new Rejected(EngineRejects.REFUSED_BY_SEVERA, field, value, refused.words());
    }
}
