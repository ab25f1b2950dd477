package io.severabridge.sync.document;

import io.severabridge.erp.ErpAccess;
import io.severabridge.erp.ErpWrite;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Json;
import io.severabridge.store.staging.MatchValues;
import io.severabridge.store.staging.SeveraStage.Staged;
import io.severabridge.sync.definition.DocumentDefinition;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.ErpDocument;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Sources;
import io.severabridge.sync.record.Amounts;
import io.severabridge.sync.record.TextNormalizer;
import io.severabridge.sync.run.RunContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Documents in the ERP: which are there, and the one transaction that writes one. The row carries the GUID, and is looked for
 * within that transaction, so that a document is never there twice, whoever else is at it.
 */
final class ErpDocuments<S extends Record, D extends Record, E extends Record> {
    /** An order of the ERP that a document has become. */
    record Existing(long number, String guid) {}

    /** A line of it. */
    record Line(long number, BigDecimal quantity, BigDecimal price) {}

    /** How a document ended. {@code number} is the ERP's; {@code made} says whether this run wrote it. */
    record Handed(long number, boolean made) {}

    private final DocumentDefinition<S, D, E> documents;
    private final RunContext work;
    private final Sources sources;

    ErpDocuments(DocumentDefinition<S, D, E> documents, RunContext work, Sources sources) {
        this.documents = documents;
        this.work = work;
        this.sources = sources;
    }

    /** Numbers of the orders that documents have become, by GUID in small letters. */
    Map<String, Long> existing(List<String> guids) {
        Map<String, Long> found = new HashMap<>();
        work.erp
                .rows(
                        work.statements.get(documents.target().erp().existing()),
                        Existing.class,
                        Map.of("guids", inAnyCase(guids)))
                .forEach(order -> found.put(order.guid().toLowerCase(Locale.ROOT), order.number()));
        return found;
    }

    /** A database that tells case apart finds them too, by its index. */
    private static List<String> inAnyCase(List<String> guids) {
        return guids.stream()
                .flatMap(guid -> Stream.of(guid.toLowerCase(Locale.ROOT), guid.toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** What orders come to, by number. */
    Map<Long, BigDecimal> totals(List<Long> orders) {
        Map<Long, BigDecimal> totals = new HashMap<>();
        if (!orders.isEmpty()) {
            work.erp
                    .rows(work.statements.get(documents.target().erp().lines()), Line.class, Map.of("orders", orders))
                    .forEach(line ->
                            totals.merge(line.number(), Amounts.total(line.quantity(), line.price()), BigDecimal::add));
        }
        return totals;
    }

    /** All that carry a GUID, by GUID in small letters; the first of several. What else stands in the field is not Severa's. */
    Map<String, Long> all() {
        Map<String, Long> orders = new LinkedHashMap<>();
        work.erp
                .rows(work.statements.get(documents.target().erp().all()), Existing.class, Map.of())
                .forEach(order -> orders.putIfAbsent(order.guid().toLowerCase(Locale.ROOT), order.number()));
        orders.keySet().removeIf(guid -> !TextNormalizer.isGuid(guid));
        return orders;
    }

    /**
     * Writes the order of a document, unless somebody has written it meanwhile.
     *
     * @throws Rejected for what cannot be mapped, or what the ERP does not take
     */
    Handed handOver(S listed, D details, MappingContext context) {
        E erp = documents.target().surroundings().read(listed, details, context, sources);
        ErpDocument document = documents.target().mapping().document(listed, details, erp, context);
        String guid = documents.source().guid(listed);
        Map<String, Object> change = work.erpTime.change();
        Map<String, Object> head = values(documents.target().erp().head(), document.head(), change);
        head.put("guid", guid);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (ErpValues line : document.lines()) {
            lines.add(values(documents.target().erp().line(), line, change));
        }
        keep(document.kept());
        try {
            return work.erp.inTransaction(write -> {
                // Asking for the number locks: whoever comes second finds the order of the first.
                long number = work.system
                        .numbering(write, work.statements)
                        .next(documents.target().erp().next(), 1, Integer.MAX_VALUE);
                List<Existing> there = write.rows(
                        work.statements.get(documents.target().erp().existing()),
                        Existing.class,
                        Map.of("guids", inAnyCase(List.of(guid))));
                if (!there.isEmpty()) {
                    return new Handed(there.get(0).number(), false);
                }
                insert(write, number, head, lines);
                mark(write, number, document.marked(), change);
                return new Handed(number, true);
            });
        } catch (ErpAccess.Refused refused) {
            throw new Rejected(
                    EngineRejects.REFUSED_BY_ERP, "record", null, "the ERP database answered: " + refused.getMessage());
        }
    }

    /** Before the document is written: it is not read once more when the process is killed behind that. */
    private void keep(List<ErpDocument.Kept> kept) {
        Map<String, Map<String, Staged>> byResource = new LinkedHashMap<>();
        for (ErpDocument.Kept each : kept) {
            String body = Json.MAPPER.writeValueAsString(each.body());
            byResource
                    .computeIfAbsent(each.resource(), any -> new LinkedHashMap<>())
                    .put(each.guid(), new Staged(each.guid(), MatchValues.NONE, null, false, null, body));
        }
        if (!byResource.isEmpty()) {
            work.bridge.atOnce(
                    () -> byResource.forEach((resource, records) -> work.stage.answered(resource, records.values())));
        }
    }

    private void insert(ErpWrite write, long number, Map<String, Object> head, List<Map<String, Object>> lines) {
        write.insert(work.statements.write(documents.target().erp().head()), with(head, number), Map.of());
        for (int line = 0; line < lines.size(); line++) {
            Map<String, Object> values = with(lines.get(line), number);
            values.put("line", line + 1);
            write.insert(work.statements.write(documents.target().erp().line()), values, Map.of());
        }
    }

    private void mark(ErpWrite write, long number, List<ErpValues> marked, Map<String, Object> change) {
        var statement = work.statements.write(documents.target().erp().mark());
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
                all.putAll(work.erp.columnChecks().fitted(work.statements.write(statement), Map.of(parameter, value)));
            } catch (Rejected rejected) {
                throw rejected.adding(" (" + parameter + " in Severa)");
            }
        });
        all.putAll(change);
        return all;
    }
}
