package io.severabridge.sync.toerp;

import io.severabridge.erp.ErpAccess;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.ledger.Journal;
import io.severabridge.store.ledger.LinkStore.MadeBy;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.plan.Decision;
import io.severabridge.sync.plan.ErpDecision;
import io.severabridge.sync.record.RecordFields;
import io.severabridge.sync.run.Outcome;
import io.severabridge.sync.run.OutcomeCounter;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.run.StepOutcomes;
import io.severabridge.sync.run.SyncState;
import io.severabridge.sync.staging.Preparation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Takes a chunk to the ERP, in one transaction of it; then the links. Never throws for one record: where the transaction
 * cannot be done as a whole, each record has one of its own, and those that the ERP does not take are handed back. A new row
 * carries its GUID, so that a chunk which is repeated finds it.
 */
public final class ErpWriter<E extends Record, S extends Record, A extends Record>
        implements ItemWriter<ErpDecision<E, S, A>> {
    /** What it works with, as its step made it. */
    public record Tools<E extends Record, S extends Record, A extends Record>(
            ErpExecution<E, S, A> execution,
            Preparation<E, S> preparation,
            RecordFields<A> agreed,
            SyncState<A> state,
            SeveraClient severa) {}

    private final EntityDefinition<E, S, A> definition;
    private final RunContext work;
    private final Tools<E, S, A> tools;
    private final OutcomeCounter counter;
    private final GuidFields<E> guidFields;
    private final GivenNumbers<E, S, A> givenNumbers;

    public ErpWriter(
            EntityDefinition<E, S, A> definition, RunContext work, Tools<E, S, A> tools, OutcomeCounter counter) {
        this.definition = definition;
        this.work = work;
        this.tools = tools;
        this.counter = counter;
        guidFields = new GuidFields<>(definition, work);
        givenNumbers = new GivenNumbers<>(definition, work, tools);
    }

    @Override
    public void write(Chunk<? extends ErpDecision<E, S, A>> chunk) {
        List<ErpDecision<E, S, A>> decisions = List.copyOf(chunk.getItems());
        work.bridge.outside(() -> carryOut(decisions)).finish(definition.entity(), work, counter);
    }

    private StepOutcomes carryOut(List<ErpDecision<E, S, A>> decisions) {
        StepOutcomes outcomes = new StepOutcomes();
        List<ErpDecision.Write<E, S, A>> writes = new ArrayList<>();
        List<ErpDecision.Same<E, S, A>> same = new ArrayList<>();
        for (ErpDecision<E, S, A> decision : decisions) {
            if (decision instanceof ErpDecision.Write<E, S, A> write) {
                writes.add(write);
            } else if (decision instanceof ErpDecision.Same<E, S, A> both) {
                same.add(both);
            } else {
                settle(decision, outcomes);
            }
        }
        keepSame(same, outcomes);
        journalUpdates(writes);
        carryOut(writes, outcomes);
        fillGuids(same, outcomes);
        return outcomes;
    }

    /** What needs no transaction of the ERP. */
    private static void settle(ErpDecision<?, ?, ?> decision, StepOutcomes outcomes) {
        if (decision instanceof ErpDecision.Skipped<?, ?, ?> skipped) {
            outcomes.skip(skipped.key(), skipped.label(), skipped.why());
        } else if (decision instanceof ErpDecision.Refused<?, ?, ?> refused) {
            outcomes.addConflicts(refused.conflicts());
            outcomes.reject(refused.key(), refused.label(), refused.why(), refused.context());
        } else {
            outcomes.end(decision.key(), decision.label(), Outcome.PASSED, decision.context());
        }
    }

    private void keepSame(List<ErpDecision.Same<E, S, A>> same, StepOutcomes outcomes) {
        work.bridge.atOnce(() -> same.forEach(both -> {
            Decision.Keep<S, A> keep = both.keep();
            remember(both.key(), both.context(), keep, keep.erp());
            addConflicts(keep, outcomes);
            outcomes.end(both.key(), both.label(), linked(keep) ? Outcome.LINKED : Outcome.UNCHANGED, both.context());
        }));
    }

    private void addConflicts(Decision.Keep<S, A> keep, StepOutcomes outcomes) {
        outcomes.addConflicts(
                keep.merge().conflicts(Direction.TO_ERP, keep.seen()).size());
    }

    private void addConflicts(ErpDecision.Write<E, S, A> write, StepOutcomes outcomes) {
        if (write instanceof ErpDecision.Update<E, S, A> update) {
            addConflicts(update.keep(), outcomes);
        }
    }

    private boolean linked(Decision.Keep<S, A> keep) {
        return keep.link() == null && definition.isRecord();
    }

    private void fillGuids(List<ErpDecision.Same<E, S, A>> same, StepOutcomes outcomes) {
        Map<E, String> guids = new LinkedHashMap<>();
        same.stream()
                .filter(both -> both.keep().severa() != null)
                .forEach(both -> guids.put(both.planned().row(), both.keep().guid()));
        Map<E, Rejected> refused = guidFields.fill(guids);
        same.forEach(both -> {
            Rejected why = refused.get(both.planned().row());
            if (why != null) {
                outcomes.reject(both.key(), both.label(), why, both.context());
            }
        });
    }

    /** Before anything is written: what stands there now. */
    private void journalUpdates(List<ErpDecision.Write<E, S, A>> plans) {
        List<Journal.Entry> entries = new ArrayList<>();
        for (ErpDecision.Write<E, S, A> plan : plans) {
            if (plan instanceof ErpDecision.Update<E, S, A> update) {
                entries.addAll(tools.state().updates(update.key(), update.keep()));
            }
        }
        work.bridge.atOnce(() -> tools.state().write(entries));
    }

    private void carryOut(List<ErpDecision.Write<E, S, A>> plans, StepOutcomes outcomes) {
        if (plans.isEmpty()) {
            return;
        }
        try {
            ErpExecution.Done<E> done = tools.execution().run(plans);
            List<GivenNumbers.Numbering<E, S, A>> numberings = new ArrayList<>();
            // Together: the rows carry their GUIDs, so that what is not noted yet is found again.
            work.bridge.atOnce(() -> plans.forEach(plan -> {
                if (done.changedMeanwhile().contains(plan.key())) {
                    outcomes.postpone(plan.key(), plan.label(), Skip.CHANGED_MEANWHILE);
                } else {
                    addConflicts(plan, outcomes);
                    written(plan, done.written().get(plan.key()), outcomes, numberings);
                }
            }));
            lookAgain(done.changedMeanwhile());
            numberings.forEach(numbering -> givenNumbers.send(numbering, outcomes));
        } catch (Rejected | ErpAccess.Refused e) {
            if (plans.size() == 1) {
                ErpDecision.Write<E, S, A> plan = plans.get(0);
                addConflicts(plan, outcomes);
                outcomes.reject(plan.key(), plan.label(), rejected(e), plan.context());
                return;
            }
            plans.forEach(plan -> carryOut(List.of(plan), outcomes));
        }
    }

    /** The next run decides on them as they are then; of this one, nothing was changed that could be taken back. */
    private void lookAgain(Set<String> keys) {
        if (!keys.isEmpty()) {
            work.bridge.atOnce(() -> {
                tools.state().notUpdated(keys);
                work.erpRecords.changed(definition.entity(), keys, work.watermarks.nextLook());
            });
        }
    }

    private static Rejected rejected(RuntimeException e) {
        return e instanceof Rejected rejected
                ? rejected
                : new Rejected(
                        EngineRejects.REFUSED_BY_ERP, "record", null, "the ERP database answered: " + e.getMessage());
    }

    private void written(
            ErpDecision.Write<E, S, A> plan,
            ErpExecution.@Nullable Written<E> written,
            StepOutcomes outcomes,
            List<GivenNumbers.Numbering<E, S, A>> numberings) {
        if (written == null) {
            outcomes.reject(
                    plan.key(),
                    plan.label(),
                    new Rejected(
                            EngineRejects.LINKED_RECORD_GONE, "key", plan.key(), "the ERP no longer has such a record"),
                    plan.context());
            return;
        }
        if (plan instanceof ErpDecision.Update<E, S, A> update) {
            A now = agreed(
                    written.row(), update.context(), update.keep().merge().forErp());
            refresh(written);
            remember(update.key(), update.context(), update.keep(), now);
            outcomes.end(
                    plan.key(), plan.label(), linked(update.keep()) ? Outcome.LINKED : Outcome.UPDATED, plan.context());
        } else if (plan instanceof ErpDecision.Insert<E, S, A> insert) {
            created(insert, written, outcomes, numberings);
        }
    }

    /** The row as the ERP holds it now. */
    private A agreed(E row, MappingContext context, A otherwise) {
        try {
            return definition.mapping().fromErp(row, context.aside());
        } catch (Rejected e) {
            return otherwise;
        }
    }

    private void remember(String key, MappingContext context, Decision.Keep<S, A> keep, A erpNow) {
        tools.state().kept(key, keep, erpNow, keep.now(), context.openFields());
    }

    /** The link, what the row is matched by, and the journal of a new row. */
    private void record(
            ErpDecision.Insert<E, S, A> insert, ErpExecution.Written<E> written, A erpNow, Set<String> open) {
        SyncState<A> state = tools.state();
        state.made(written.key(), insert.key(), erpNow, insert.agreed(), MadeBy.CREATED_IN_ERP, open);
        refresh(written);
        state.write(
                List.of(state.entry(written.key(), insert.key(), Journal.Action.CREATE, null, null, insert.agreed())));
    }

    private void refresh(ErpExecution.Written<E> written) {
        work.erpRecords.refresh(definition.entity(), List.of(tools.preparation().entry(written.row())));
    }

    private void created(
            ErpDecision.Insert<E, S, A> insert,
            ErpExecution.Written<E> written,
            StepOutcomes outcomes,
            List<GivenNumbers.Numbering<E, S, A>> numberings) {
        work.added.incrementAndGet();
        A erpNow = agreed(written.row(), insert.context(), insert.agreed());
        Set<String> open = new TreeSet<>(insert.context().openFields());
        A numbered = givenNumbers.numbered(insert.agreed(), erpNow);
        if (numbered != null) {
            open.add(Objects.requireNonNull(definition.erp().givenNumber()));
        }
        record(insert, written, erpNow, open);
        if (numbered == null) {
            outcomes.end(insert.key(), insert.label(), Outcome.CREATED, insert.context());
        } else {
            numberings.add(new GivenNumbers.Numbering<>(insert, written.key(), erpNow, numbered));
        }
    }
}
