package io.severabridge.transfer;

import io.severabridge.bridge.Journal;
import io.severabridge.bridge.Links.Link;
import io.severabridge.bridge.Links.MadeBy;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpWrite;
import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Refused;
import io.severabridge.severa.SeveraClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Hands documents over: their details are read several at a time, each is written in one transaction of the ERP of its own,
 * then Severa is told. Never throws for one document. The ERP's row carries the GUID, and is looked for within the transaction
 * that writes it, so that a document is never there twice, whoever else is at it.
 */
final class DocumentWriter<S extends Record, D extends Record, E extends Record> implements ItemWriter<S> {
    /** An order of the ERP that a document has become. */
    record Existing(long number, String guid) {}

    /** A line of it. */
    record Line(long number, BigDecimal quantity, BigDecimal price) {}

    /** How a document ended. {@code number} is the ERP's; {@code made} says whether this run wrote it. */
    private record Handed(long number, boolean made) {}

    /** A GUID with its hyphens; what else stands in the field is not Severa's. */
    private static final int GUID_LENGTH = 36;

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Documents<S, D, E> documents;
    private final Workplace work;
    private final StoredReferences references;
    private final SeveraClient severa;
    private final Sources sources;
    private final Tally tally;
    private final Journal journal;

    DocumentWriter(
            Documents<S, D, E> documents,
            Workplace work,
            StoredReferences references,
            SeveraClient severa,
            Tally tally) {
        this.documents = documents;
        this.work = work;
        this.references = references;
        this.severa = severa;
        this.sources = new Sources(severa, work.erp, work.statements);
        this.tally = tally;
        this.journal = new Journal(work.bridge, work.company.name(), tally.jobExecution());
    }

    @Override
    public void write(Chunk<? extends S> chunk) {
        List<S> listed = List.copyOf(chunk.getItems());
        Map<String, Long> existing =
                existing(listed.stream().map(documents.guid).toList());
        Map<S, Future<D>> details = new LinkedHashMap<>();
        for (S each : listed) {
            if (!existing.containsKey(documents.guid.apply(each))) {
                details.put(each, work.calls.submit(() -> documents.details.apply(each, sources)));
            }
        }
        Ends ends = new Ends();
        Map<S, Facts> done = new LinkedHashMap<>();
        Map<S, Rejected> failed = new LinkedHashMap<>();
        Map<S, Handed> handed = new LinkedHashMap<>();
        Map<Long, BigDecimal> totals = totals(existing.values().stream().toList());
        for (S each : listed) {
            Facts facts = new Facts(work.company, work.codes, references);
            try {
                Long number = existing.get(documents.guid.apply(each));
                Future<D> read = details.get(each);
                Handed result = number != null || read == null
                        ? new Handed(number == null ? 0 : number, false)
                        : handOver(each, answer(read), facts);
                if (!result.made()) {
                    remarkChange(each, result.number(), totals, facts);
                }
                handed.put(each, result);
                done.put(each, facts);
            } catch (Rejected rejected) {
                failed.put(each, rejected);
                done.put(each, facts);
            }
        }
        // Together: the orders carry their GUIDs, so that what is not noted yet is found again.
        work.bridge.atOnce(() -> handed.forEach(this::remember));
        tell(handed, failed);
        done.forEach((each, facts) -> {
            Rejected rejected = failed.get(each);
            String guid = documents.guid.apply(each);
            Handed result = handed.get(each);
            if (rejected != null || result == null) {
                ends.reject(guid, documents.label.apply(each), java.util.Objects.requireNonNull(rejected), facts);
            } else {
                ends.end(guid, documents.label.apply(each), result.made() ? Outcome.CREATED : Outcome.LINKED, facts);
            }
        });
        ends.finish(documents.entity, work, tally);
        references.forget(documents.entity);
    }

    /** Once: orders that were made before this bridge database was, by whatever means. */
    void relink() {
        String mark = "erp " + documents.entity;
        if (work.watermarks.get(mark) != null) {
            return;
        }
        Map<String, Existing> orders = new LinkedHashMap<>();
        work.erp
                .rows(work.statements.get(documents.erp.all()), Existing.class, Map.of())
                .forEach(order -> orders.putIfAbsent(order.guid().toLowerCase(Locale.ROOT), order));
        work.bridge.atOnce(() -> {
            orders.keySet().removeIf(guid -> guid.length() != GUID_LENGTH);
            work.links.ofGuids(documents.entity, orders.keySet()).values().forEach(link -> orders.remove(link.guid()));
            orders.forEach((guid, order) -> work.links.put(
                    documents.entity,
                    new Link(
                            String.valueOf(order.number()), guid, null, null, MadeBy.LINKED, tally.jobInstance(), null),
                    work.clock.instant()));
            work.watermarks.put(mark, "read");
        });
    }

    private Map<String, Long> existing(List<String> guids) {
        Map<String, Long> found = new HashMap<>();
        work.erp
                .rows(work.statements.get(documents.erp.existing()), Existing.class, Map.of("guids", guids))
                .forEach(order -> found.put(order.guid(), order.number()));
        return found;
    }

    private Map<Long, BigDecimal> totals(List<Long> orders) {
        Map<Long, BigDecimal> totals = new HashMap<>();
        if (!orders.isEmpty()) {
            work.erp
                    .rows(work.statements.get(documents.erp.lines()), Line.class, Map.of("orders", orders))
                    .forEach(line -> totals.merge(
                            line.number(),
                            line.quantity().multiply(line.price()).setScale(2, RoundingMode.HALF_UP),
                            BigDecimal::add));
        }
        return totals;
    }

    private static <T> T answer(Future<T> future) {
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
                        Reason.REFUSED_BY_SEVERA,
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

    private Handed handOver(S listed, D details, Facts facts) {
        E erp = documents.surroundings.read(listed, details, facts, sources);
        ErpDocument document = documents.mapping.document(listed, details, erp, facts);
        String guid = documents.guid.apply(listed);
        Map<String, Object> change = work.erpTime.change(work.company.erp().changeUser());
        Map<String, Object> head = values(documents.erp.head(), document.head(), change);
        head.put("guid", guid);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (ErpValues line : document.lines()) {
            lines.add(values(documents.erp.line(), line, change));
        }
        try {
            return work.erp.inTransaction(write -> {
                // Asking for the number locks: whoever comes second finds the order of the first.
                long number = write.number(work.statements.get(documents.erp.next()), Map.of());
                List<Existing> there = write.rows(
                        work.statements.get(documents.erp.existing()), Existing.class, Map.of("guids", List.of(guid)));
                if (!there.isEmpty()) {
                    return new Handed(there.get(0).number(), false);
                }
                insert(write, number, head, lines);
                mark(write, number, document.marked(), change);
                return new Handed(number, true);
            });
        } catch (ErpDatabase.Refused refused) {
            throw new Rejected(
                    Reason.REFUSED_BY_ERP, "record", null, "the ERP database answered: " + refused.getMessage());
        }
    }

    private void insert(ErpWrite write, long number, Map<String, Object> head, List<Map<String, Object>> lines) {
        write.insert(work.statements.write(documents.erp.head()), with(head, number), Map.of());
        for (int line = 0; line < lines.size(); line++) {
            Map<String, Object> values = with(lines.get(line), number);
            values.put("line", line + 1);
            write.insert(work.statements.write(documents.erp.line()), values, Map.of());
        }
    }

    private void mark(ErpWrite write, long number, List<ErpValues> marked, Map<String, Object> change) {
        var statement = work.statements.write(documents.erp.mark());
        for (ErpValues each : marked) {
            Map<String, Object> values = new HashMap<>(each.all());
            values.putAll(change);
            write.update(statement, statement.parameters(), with(values, number));
        }
    }

    private static Map<String, Object> with(Map<String, Object> values, long number) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("order", number);
        return all;
    }

    /** What is written, in the types of the columns. Parameters are called as in Severa, so that people find the field. */
    private Map<String, Object> values(String statement, ErpValues values, Map<String, Object> change) {
        Map<String, Object> all = new HashMap<>();
        values.all().forEach((parameter, value) -> {
            try {
                all.putAll(ErpWrite.fitted(work.erp, work.statements.write(statement), Map.of(parameter, value)));
            } catch (Rejected rejected) {
                throw new Rejected(
                        rejected.reason(),
                        rejected.field(),
                        rejected.value(),
                        rejected.getMessage() + " (" + parameter + " in Severa)");
            }
        });
        all.putAll(change);
        return all;
    }

    private void remarkChange(S listed, long number, Map<Long, BigDecimal> totals, Facts facts) {
        BigDecimal there = totals.get(number);
        BigDecimal now = documents.total.apply(listed);
        if (there != null && there.subtract(now).abs().compareTo(CENT) >= 0) {
            facts.warn(
                    "already-transferred",
                    "it is order " + number + " of " + there.toPlainString() + " already, and comes to "
                            + now.toPlainString() + " in Severa now; the order stays as it is");
        }
    }

    private void remember(S listed, Handed handed) {
        String guid = documents.guid.apply(listed);
        String key = String.valueOf(handed.number());
        String before = references.erpKey(documents.entity, guid);
        if (key.equals(before)) {
            return;
        }
        if (before != null) {
            // Somebody has deleted that order in the ERP.
            work.links.removeOf(guid);
        }
        work.links.put(
                documents.entity,
                new Link(
                        key,
                        guid,
                        null,
                        null,
                        handed.made() ? MadeBy.CREATED_IN_ERP : MadeBy.LINKED,
                        tally.jobInstance(),
                        null),
                work.clock.instant());
        journal.write(
                List.of(new Journal.Entry(
                        documents.entity,
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
        Function<S, Future<@Nullable Rejected>> call = listed -> work.calls.submit(() -> told(
                listed,
                failed.containsKey(listed)
                        ? documents.failed.status(work.company, work.codes)
                        : documents.done.status(work.company, work.codes)));
        Map<S, Future<@Nullable Rejected>> answers = new LinkedHashMap<>();
        handed.keySet().forEach(each -> answers.put(each, call.apply(each)));
        failed.forEach((each, rejected) -> {
            // What it waits for may come by itself: it keeps its status, and is tried again.
            if (rejected.reason() != Reason.DEPENDS_ON_REJECTED) {
                answers.put(each, call.apply(each));
            }
        });
        RuntimeException failure = null;
        for (Map.Entry<S, Future<@Nullable Rejected>> each : answers.entrySet()) {
            try {
                Rejected refused = answer(each.getValue());
                if (refused != null) {
                    failed.putIfAbsent(each.getKey(), refused);
                }
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private @Nullable Rejected told(S listed, List<io.severabridge.severa.PatchOperation> status) {
        try {
            severa.patch(documents.path.apply(listed), status);
            return null;
        } catch (Refused refused) {
            return new Rejected(
                    Reason.REFUSED_BY_SEVERA,
                    "status",
                    String.valueOf(status.get(0).value()),
                    "Severa answered " + refused.status() + " to the new status: " + refused.getMessage());
        }
    }
}
