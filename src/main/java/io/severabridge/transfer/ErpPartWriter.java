package io.severabridge.transfer;

import io.severabridge.erp.ErpDatabase;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.ledger.Journal;
import io.severabridge.store.ledger.Links.MadeBy;
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
final class ErpPartWriter<E extends Record, S extends Record, A extends Record> implements ItemWriter<Item<E, S>> {
    /** What a part works with, as its step made it. */
    record Tools<E extends Record, S extends Record, A extends Record>(
            Planner<E, S, A> planner,
            ErpPlanner<E, S, A> erpPlanner,
            ErpExecution<E, S, A> execution,
            Preparation<E, S> preparation,
            Agreed<A> agreed,
            LinkBook<A> book,
            SeveraClient severa) {}

    private final EntityDefinition<E, S, A> part;
    private final Workplace work;
    private final StoredReferences references;
    private final Tools<E, S, A> tools;
    private final Tally tally;
    private final GuidFields<E> guidFields;
    private final GivenNumbers<E, S, A> givenNumbers;

    ErpPartWriter(
            EntityDefinition<E, S, A> part,
            Workplace work,
            StoredReferences references,
            Tools<E, S, A> tools,
            Tally tally) {
        this.part = part;
        this.work = work;
        this.references = references;
        this.tools = tools;
        this.tally = tally;
        guidFields = new GuidFields<>(part, work);
        givenNumbers = new GivenNumbers<>(part, work, tools);
    }

    @Override
    public void write(Chunk<? extends Item<E, S>> chunk) {
        List<Item<E, S>> items = List.copyOf(chunk.getItems());
        work.bridge.outside(() -> carryOut(items)).finish(part.entity(), work, tally);
        references.forget(part.entity());
    }

    private Ends carryOut(List<? extends Item<E, S>> items) {
        Ends ends = new Ends();
        List<ErpPlan<E, S, A>> plans = new ArrayList<>();
        Map<E, String> guids = new LinkedHashMap<>();
        List<E> rows = new ArrayList<>();
        for (Item<E, S> item : items) {
            if (item instanceof Item.Row<E, S> row) {
                rows.add(row.row());
            }
        }
        List<Planned<E, S, A>> planned = tools.planner().plan(rows);
        Set<String> open = work.rejects.open(
                part.entity(), planned.stream().map(Planned::key).toList());
        work.bridge.atOnce(() -> planned.forEach(plan -> plan(plan, open, plans, guids, ends)));
        for (Item<E, S> item : items) {
            if (item instanceof Item.Newcomer<E, S> newcomer) {
                plan(newcomer.severa(), plans, ends);
            }
        }
        journalUpdates(plans);
        carryOut(plans, ends);
        Map<E, Rejected> refused = guidFields.fill(guids);
        planned.forEach(plan -> {
            Rejected why = refused.get(plan.row());
            if (why != null) {
                ends.reject(plan.key(), plan.label(), why, plan.facts());
            }
        });
        return ends;
    }

    private void plan(
            Planned<E, S, A> plan, Set<String> open, List<ErpPlan<E, S, A>> plans, Map<E, String> guids, Ends ends) {
        Decision<S, A> decision = plan.decision();
        if (decision instanceof Decision.Refused<S, A> refused && !open.contains(plan.key())) {
            ends.reject(plan.key(), plan.label(), refused.rejected(), plan.facts());
        } else if (decision instanceof Decision.Keep<S, A> keep) {
            ends.addConflicts(
                    keep.merge().conflicts(Direction.TO_ERP, keep.seen()).size());
            try {
                ErpPlan.Update<E, S, A> update = tools.erpPlanner().update(plan, keep);
                if (!update.changed().isEmpty()) {
                    plans.add(update);
                    return;
                }
                remember(update, keep.erp());
                if (keep.severa() != null) {
                    guids.put(plan.row(), keep.guid());
                }
                boolean linked = keep.link() == null && part.belonging().facetOf() == null;
                ends.end(plan.key(), plan.label(), linked ? Outcome.LINKED : Outcome.UNCHANGED, plan.facts());
            } catch (Rejected rejected) {
                ends.reject(plan.key(), plan.label(), rejected, plan.facts());
            }
        } else {
            ends.end(
                    plan.key(), plan.label(), Outcome.PASSED, new MappingContext(work.company, work.codes, references));
        }
    }

    private void plan(S severa, List<ErpPlan<E, S, A>> plans, Ends ends) {
        String guid = Objects.requireNonNull(part.severa().resource().guid(severa));
        String label = part.severa().label(severa);
        MappingContext facts = new MappingContext(work.company, work.codes, references);
        try {
            Skip skip = tools.erpPlanner().skip(severa, facts);
            if (skip != null) {
                ends.skip(guid, label, skip);
                return;
            }
            plans.add(tools.erpPlanner().insert(severa, label, facts));
        } catch (Rejected rejected) {
            ends.reject(guid, label, rejected, facts);
        }
    }

    /** Before anything is written: what stands there now. */
    private void journalUpdates(List<ErpPlan<E, S, A>> plans) {
        List<Journal.Entry> entries = new ArrayList<>();
        for (ErpPlan<E, S, A> plan : plans) {
            if (plan instanceof ErpPlan.Update<E, S, A> update) {
                entries.addAll(tools.book().updates(update.key(), update.keep()));
            }
        }
        work.bridge.atOnce(() -> tools.book().write(entries));
    }

    private void carryOut(List<ErpPlan<E, S, A>> plans, Ends ends) {
        if (plans.isEmpty()) {
            return;
        }
        try {
            Map<String, ErpExecution.Written<E>> written = tools.execution().run(plans);
            List<GivenNumbers.Numbering<E, S, A>> numberings = new ArrayList<>();
            // Together: the rows carry their GUIDs, so that what is not noted yet is found again.
            work.bridge.atOnce(() -> plans.forEach(plan -> written(plan, written.get(plan.key()), ends, numberings)));
            numberings.forEach(numbering -> givenNumbers.send(numbering, ends));
        } catch (Rejected | ErpDatabase.Refused e) {
            if (plans.size() == 1) {
                ErpPlan<E, S, A> plan = plans.get(0);
                ends.reject(plan.key(), plan.label(), rejected(e), plan.facts());
                return;
            }
            plans.forEach(plan -> carryOut(List.of(plan), ends));
        }
    }

    private static Rejected rejected(RuntimeException e) {
        return e instanceof Rejected rejected
                ? rejected
                : new Rejected(
                        EngineRejects.REFUSED_BY_ERP, "record", null, "the ERP database answered: " + e.getMessage());
    }

    private void written(
            ErpPlan<E, S, A> plan,
            ErpExecution.@Nullable Written<E> written,
            Ends ends,
            List<GivenNumbers.Numbering<E, S, A>> numberings) {
        if (written == null) {
            ends.reject(
                    plan.key(),
                    plan.label(),
                    new Rejected(
                            EngineRejects.LINKED_RECORD_GONE, "key", plan.key(), "the ERP no longer has such a record"),
                    plan.facts());
            return;
        }
        if (plan instanceof ErpPlan.Update<E, S, A> update) {
            A now = agreed(written.row(), update.keep().merge().forErp());
            refresh(written);
            remember(update, now);
            boolean linked = update.keep().link() == null && part.belonging().facetOf() == null;
            ends.end(plan.key(), plan.label(), linked ? Outcome.LINKED : Outcome.UPDATED, plan.facts());
        } else if (plan instanceof ErpPlan.Insert<E, S, A> insert) {
            created(insert, written, ends, numberings);
        }
    }

    /** The row as the ERP holds it now. */
    private A agreed(E row, A otherwise) {
        try {
            return part.mapping().fromErp(row, new MappingContext(work.company, work.codes, references));
        } catch (Rejected e) {
            return otherwise;
        }
    }

    private void remember(ErpPlan.Update<E, S, A> update, A erpNow) {
        Decision.Keep<S, A> keep = update.keep();
        tools.book().kept(update.key(), keep, erpNow, keep.now(), update.facts().openFields());
    }

    /** The link, what the row is matched by, and the journal of a new row. */
    private void record(ErpPlan.Insert<E, S, A> insert, ErpExecution.Written<E> written, A erpNow, Set<String> open) {
        LinkBook<A> book = tools.book();
        book.made(written.key(), insert.key(), erpNow, insert.agreed(), MadeBy.CREATED_IN_ERP, open);
        refresh(written);
        book.write(
                List.of(book.entry(written.key(), insert.key(), Journal.Action.CREATE, null, null, insert.agreed())));
    }

    private void refresh(ErpExecution.Written<E> written) {
        work.erpRecords.refresh(part.entity(), List.of(tools.preparation().entry(written.row())));
    }

    private void created(
            ErpPlan.Insert<E, S, A> insert,
            ErpExecution.Written<E> written,
            Ends ends,
            List<GivenNumbers.Numbering<E, S, A>> numberings) {
        work.added.incrementAndGet();
        A erpNow = agreed(written.row(), insert.agreed());
        Set<String> open = new TreeSet<>(insert.facts().openFields());
        A numbered = givenNumbers.numbered(insert.agreed(), erpNow);
        if (numbered != null) {
            open.add(Objects.requireNonNull(part.erp().givenNumber()));
        }
        record(insert, written, erpNow, open);
        if (numbered == null) {
            ends.end(insert.key(), insert.label(), Outcome.CREATED, insert.facts());
        } else {
            numberings.add(new GivenNumbers.Numbering<>(insert, written.key(), erpNow, numbered));
        }
    }
}
