package io.severabridge.sync.document;

import io.severabridge.failure.Rejected;
import io.severabridge.severa.PatchOperation;
import io.severabridge.severa.Refused;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.ledger.Journal;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.ledger.LinkStore.MadeBy;
import io.severabridge.sync.definition.DocumentDefinition;
import io.severabridge.sync.document.ErpDocuments.Handed;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.References;
import io.severabridge.sync.mapping.Sources;
import io.severabridge.sync.record.Amounts;
import io.severabridge.sync.run.Outcome;
import io.severabridge.sync.run.OutcomeCounter;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.run.SeveraWrites;
import io.severabridge.sync.run.StepOutcomes;
import io.severabridge.sync.run.SystemSources;
import io.severabridge.sync.staging.StoredReferences;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Hands documents over: their details are read several at a time, each is written in one transaction of the ERP of its own,
 * then Severa is told. Never throws for one document.
 */
public final class DocumentWriter<S extends Record, D extends Record, E extends Record> implements ItemWriter<S> {
    private final DocumentDefinition<S, D, E> documents;
    private final RunContext work;
    private final StoredReferences store;
    private References references;
    private final SeveraWrites writes;
    private final Sources sources;
    private final ErpDocuments<S, D, E> erp;
    private final OutcomeCounter counter;
    private final Journal journal;

    public DocumentWriter(
            DocumentDefinition<S, D, E> documents, RunContext work, SeveraClient severa, OutcomeCounter counter) {
        this.documents = documents;
        this.work = work;
        this.store = new StoredReferences(work);
        this.references = store.ofPage();
        this.writes = work.writes(severa);
        this.sources = new SystemSources(severa, work.erp, work.statements);
        this.erp = new ErpDocuments<>(documents, work, sources);
        this.counter = counter;
        this.journal = new Journal(work.bridge, work.company.name(), counter.jobExecution());
    }

    @Override
    public void write(Chunk<? extends S> chunk) {
        List<S> listed = List.copyOf(chunk.getItems());
        work.bridge.outside(() -> carryOut(listed)).finish(documents.entity(), work, counter);
    }

    private StepOutcomes carryOut(List<S> listed) {
        references = store.ofPage();
        Map<String, Long> existing =
                erp.existing(listed.stream().map(documents.source()::guid).toList());
        Map<S, Future<D>> details = details(listed, existing.keySet());
        StepOutcomes outcomes = new StepOutcomes();
        Map<S, MappingContext> known = new LinkedHashMap<>();
        Map<S, Rejected> failed = new LinkedHashMap<>();
        Map<S, Handed> handed = new LinkedHashMap<>();
        Map<Long, BigDecimal> totals = erp.totals(existing.values().stream().toList());
        for (S each : listed) {
            MappingContext context = new MappingContext(work.company, work.codes, references);
            try {
                Future<D> read = details.get(each);
                Handed result = read == null
                        ? new Handed(
                                Objects.requireNonNull(
                                        existing.get(documents.source().guid(each))),
                                false)
                        : erp.handOver(each, awaitAnswer(read), context);
                if (!result.made()) {
                    remarkChange(each, result.number(), totals, context);
                }
                handed.put(each, result);
            } catch (Rejected rejected) {
                failed.put(each, rejected);
            }
            known.put(each, context);
        }
        // Together: the orders carry their GUIDs, so that what is not noted yet is found again.
        work.bridge.atOnce(() -> handed.forEach(this::remember));
        tell(handed, failed);
        known.forEach((each, context) -> settle(each, handed.get(each), failed.get(each), context, outcomes));
        return outcomes;
    }

    /** The details of those that are no orders yet, several calls at a time. */
    private Map<S, Future<D>> details(List<S> listed, Set<String> existing) {
        Map<S, Future<D>> details = new LinkedHashMap<>();
        for (S each : listed) {
            if (!existing.contains(documents.source().guid(each))) {
                details.put(each, work.calls.submit(() -> documents.source().details(each, sources)));
            }
        }
        return details;
    }

    private void settle(
            S listed,
            @Nullable Handed handed,
            @Nullable Rejected rejected,
            MappingContext context,
            StepOutcomes outcomes) {
        String guid = documents.source().guid(listed);
        String label = documents.source().label(listed);
        if (rejected != null) {
            outcomes.reject(guid, label, rejected, context);
        } else {
            boolean made = Objects.requireNonNull(handed).made();
            outcomes.end(guid, label, made ? Outcome.CREATED : Outcome.LINKED, context);
        }
    }

    /** Once: orders that were made before this bridge database was, by whatever means. */
    public void relink() {
        String mark = "erp " + documents.entity();
        if (work.watermarks.get(mark) != null) {
            return;
        }
        Map<String, Long> orders = erp.all();
        work.bridge.atOnce(() -> {
            work.links
                    .ofGuids(documents.entity(), orders.keySet())
                    .values()
                    .forEach(link -> orders.remove(link.guid()));
            orders.forEach((guid, number) -> link(guid, new Handed(number, false)));
            work.watermarks.put(mark, "read");
        });
    }

    private void link(String guid, Handed handed) {
        MadeBy by = handed.made() ? MadeBy.CREATED_IN_ERP : MadeBy.LINKED;
        work.links.put(
                documents.entity(),
                new Link(String.valueOf(handed.number()), guid, null, null, by, counter.jobInstance(), null),
                work.clock.instant());
    }

    private static <T> T awaitAnswer(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                throw new Rejected(
                        EngineRejects.REFUSED_BY_SEVERA,
                        refused.field() == null ? "document" : refused.field(),
                        null,
                        "Severa answered " + refused.status() + " to the reading of its details: "
                                + refused.getMessage());
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void remarkChange(S listed, long number, Map<Long, BigDecimal> totals, MappingContext context) {
        BigDecimal there = totals.get(number);
        BigDecimal now = documents.source().total(listed);
        if (there != null && now != null && Amounts.differ(there, now)) {
            context.warn(
                    "already-transferred",
                    "it is order " + number + " of " + there.toPlainString() + " already, and comes to "
                            + now.toPlainString() + " in Severa now; the order stays as it is");
        }
    }

    private void remember(S listed, Handed handed) {
        String guid = documents.source().guid(listed);
        String key = String.valueOf(handed.number());
        String before = references.erpKey(documents.entity(), guid);
        if (key.equals(before)) {
            return;
        }
        if (before != null) {
            // Somebody has deleted that order in the ERP.
            work.links.removeOf(guid);
        }
        link(guid, handed);
        journal.write(
                List.of(new Journal.Entry(
                        documents.entity(),
                        key,
                        guid,
                        Journal.Side.ERP,
                        handed.made() ? Journal.Action.CREATE : Journal.Action.LINK,
                        null,
                        null,
                        null)),
                work.clock.instant());
    }

    /** The status of each, several calls at a time. What Severa does not take is a reject; the next run sets it again. */
    private void tell(Map<S, Handed> handed, Map<S, Rejected> failed) {
        List<PatchOperation> done = documents.source().done(work.company, work.codes);
        List<PatchOperation> notDone = documents.source().failed(work.company, work.codes);
        Map<S, Future<@Nullable Rejected>> answers = new LinkedHashMap<>();
        handed.keySet().forEach(each -> answers.put(each, work.calls.submit(() -> told(each, done))));
        failed.forEach((each, rejected) -> {
            // What it waits for may come by itself: it keeps its status, and is tried again.
            if (!rejected.reason().equals(EngineRejects.DEPENDS_ON_REJECTED)) {
                answers.put(each, work.calls.submit(() -> told(each, notDone)));
            }
        });
        RuntimeException failure = null;
        for (Map.Entry<S, Future<@Nullable Rejected>> each : answers.entrySet()) {
            try {
                Rejected refused = awaitAnswer(each.getValue());
                Rejected why = failed.get(each.getKey());
                if (refused == null && why != null) {
                    failed.put(each.getKey(), why.adding("; " + documents.triedAgain(work.company)));
                } else if (refused != null && why == null) {
                    failed.put(each.getKey(), refused);
                }
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private @Nullable Rejected told(S listed, List<PatchOperation> status) {
        try {
            writes.patch(documents.source().path(listed), status);
            return null;
        } catch (Refused refused) {
            return new Rejected(
                    EngineRejects.REFUSED_BY_SEVERA,
                    "status",
                    String.valueOf(status.get(0).value()),
                    "Severa answered " + refused.status() + " to the new status: " + refused.getMessage());
        }
    }
}
