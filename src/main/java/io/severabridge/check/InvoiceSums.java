package io.severabridge.check;

import io.severabridge.company.Company;
import io.severabridge.entity.Entities;
import io.severabridge.job.Rehearsed;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.sync.record.Amounts;
import io.severabridge.sync.record.TextNormalizer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What invoices of Severa and orders of the ERP come to: either may be without the other. */
final class InvoiceSums {
    /** A row of {@code reconcile/orders.sql}. */
    private record OrderLine(
            int number, String guid, @Nullable String currency, BigDecimal quantity, BigDecimal price) {}

    private final Rehearsed rehearsed;
    private final SumPairs sums;
    private final List<List<String>> documents;
    private final Set<String> planned = new HashSet<>();
    private final Map<String, Long> invoices = new TreeMap<>();
    private long orders;
    private long handedOver;

    /**
     * @param changes what a run would change: what they name is no second difference
     * @param documents gets a line for each invoice or order that differs
     */
    InvoiceSums(Rehearsed rehearsed, List<Change> changes, SumPairs sums, List<List<String>> documents) {
        this.rehearsed = rehearsed;
        this.sums = sums;
        this.documents = documents;
        changes.stream()
                .filter(change -> change.entity().equals(Entities.INVOICE))
                .forEach(change -> planned.add(String.valueOf(change.guid())));
    }

    /** Invoices among the records of each kind, in the form of {@link RecordCounts}. */
    List<List<String>> counts() {
        long all = invoices.values().stream().mapToLong(Long::longValue).sum() + handedOver;
        if (all + orders == 0) {
            return List.of();
        }
        List<String> others = new ArrayList<>();
        invoices.forEach((status, count) -> others.add(count + " " + status));
        return List.of(List.of(
                Entities.INVOICE,
                String.valueOf(orders),
                String.valueOf(all),
                String.valueOf(handedOver),
                orders == handedOver ? "" : orders - handedOver + " only there",
                String.join(", ", others)));
    }

    /** An order of the ERP with what its lines come to. */
    private record Order(int number, @Nullable String currency, BigDecimal total) {}

    /** All invoices, and all orders that carry a GUID: either may be without the other. */
    void add(Company.Invoices settings) {
        Map<String, Order> orders = new HashMap<>();
        rehearsed.erp().rows(rehearsed.statements().get(Sums.ORDERS), OrderLine.class, Map.of()).stream()
                .filter(line -> TextNormalizer.isGuid(line.guid().toLowerCase(Locale.ROOT)))
                .forEach(line -> orders.merge(
                        line.guid().toLowerCase(Locale.ROOT),
                        new Order(line.number(), line.currency(), Amounts.total(line.quantity(), line.price())),
                        (one, more) -> new Order(
                                one.number(), one.currency(), one.total().add(more.total()))));
        Set<String> handed = statuses(settings);
        Set<String> linked = rehearsed.links().keys(Entities.INVOICE).keySet();
        rehearsed.severa().list(ListRequest.of("/v1/invoices", Paging.TOKEN), JsonNode.class, invoice -> {
            String guid = invoice.path("guid").asString().toLowerCase(Locale.ROOT);
            Order order = orders.remove(guid);
            if (order != null) {
                handedOver++;
            } else {
                String status = invoice.path("status").path("name").asString("no status");
                invoices.merge("with the status " + status, 1L, Long::sum);
            }
            // Those of before the bridge were handed over in another way; those that a run would hand over are named by
            // its plan.
            if (order != null || (linked.contains(guid) && !planned.contains(guid))) {
                invoice(invoice, guid, order, handed);
            }
        });
        this.orders = handedOver + orders.size();
        orders.forEach((guid, order) -> {
            SumPairs.Pair pair = sums.pair("invoices", currency(order.currency()));
            pair.addErp(1, order.total());
            pair.setNamed();
            documents.add(List.of(
                    "only in the ERP",
                    "order " + order.number(),
                    "order " + order.number(),
                    guid,
                    "",
                    SumPairs.plain(order.total()),
                    ""));
        });
    }

    private String currency(@Nullable String code) {
        return code == null || code.isEmpty() ? rehearsed.company().erp().homeCurrency() : code;
    }

    /** GUIDs of the statuses of what was handed over. */
    private Set<String> statuses(Company.Invoices settings) {
        Set<String> guids = new HashSet<>();
        Map<String, String> known = rehearsed.codes().severa().invoiceStatuses();
        guids.add(known.getOrDefault(settings.status().transferred(), ""));
        Company.PaymentStatus payments = rehearsed.company().paymentStatus();
        if (payments != null) {
            guids.add(known.getOrDefault(payments.paid(), ""));
        }
        return guids;
    }

    private void invoice(JsonNode invoice, String guid, @Nullable Order order, Set<String> handed) {
        String currency = currency(invoice.path("currency").path("code").asString(""));
        BigDecimal severa = Sums.in(invoice.path("totalExcludingTax"), currency);
        String label = "invoice " + invoice.path("number").asString(guid);
        SumPairs.Pair pair = sums.pair("invoices", currency);
        pair.addSevera(severa == null ? BigDecimal.ZERO : severa);
        String total = severa == null ? "not said in " + currency : SumPairs.plain(severa);
        if (order == null) {
            pair.setNamed();
            documents.add(List.of("only in Severa", label, "", guid, "total", "", total));
            return;
        }
        pair.addErp(1, order.total());
        String number = "order " + order.number();
        if (severa == null || Amounts.differ(order.total(), severa)) {
            pair.setNamed();
            documents.add(List.of("total differs", label, number, guid, "total", SumPairs.plain(order.total()), total));
        }
        if (!handed.contains(invoice.path("status").path("guid").asString("").toLowerCase(Locale.ROOT))) {
            String status = invoice.path("status").path("name").asString("");
            documents.add(List.of("status differs", label, number, guid, "status", "handed over", status));
        }
    }
}
