package io.severabridge.check;

import io.severabridge.company.Company;
import io.severabridge.entity.Entities;
import io.severabridge.entity.Resources;
import io.severabridge.job.Rehearsed;
import io.severabridge.report.Sheet.Table;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.severa.MoneyAnswered;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.transfer.Amounts;
import io.severabridge.transfer.Texts;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What hours, costs and invoices come to on either side, counted apart from the transfers. */
final class Sums {
    /** A row of {@code reconcile/hours.sql}. */
    private record Hours(String project, int records, BigDecimal quantity) {}

    /** A row of {@code reconcile/orders.sql}. */
    private record OrderLine(
            int number, String guid, @Nullable String currency, BigDecimal quantity, BigDecimal price) {}

    /** Both sides of one sum. */
    private static final class Pair {
        private long erpRecords;
        private long severaRecords;
        private BigDecimal erp = BigDecimal.ZERO;
        private BigDecimal severa = BigDecimal.ZERO;
        private boolean named;

        void addErp(long records, BigDecimal amount) {
            erpRecords += records;
            erp = erp.add(amount);
        }

        void addSevera(BigDecimal amount) {
            severaRecords++;
            severa = severa.add(amount);
        }

        boolean agrees() {
            return erpRecords == severaRecords && !Amounts.differ(erp, severa);
        }
    }

    private final Rehearsed rehearsed;
    private final Map<String, Map<String, Pair>> sums = new TreeMap<>();
    private final List<List<String>> documents = new ArrayList<>();
    private final Set<String> planned = new HashSet<>();
    private final Set<String> plannedInvoices = new HashSet<>();
    private final Map<String, Long> invoices = new TreeMap<>();
    private long orders;
    private long handedOver;

    /** {@code changes} are what a run would change: what they name is no second difference. */
    Sums(Rehearsed rehearsed, List<Change> changes) {
        this.rehearsed = rehearsed;
        changes.forEach(change -> {
            planned.add(change.entity());
            if (change.entity().equals(Entities.INVOICE)) {
                plannedInvoices.add(String.valueOf(change.guid()));
            }
        });
        Company company = rehearsed.company();
        if (company.workHours() != null) {
            hours(company.workHours());
        }
        if (company.costs() != null) {
            costs();
        }
        if (company.invoices() != null) {
            invoices(company.invoices());
        }
    }

    /** The statements that it needs for a company. */
    static List<String> statements(Company company) {
        List<String> names = new ArrayList<>();
        if (company.workHours() != null) {
            names.add("reconcile/hours");
        }
        if (company.invoices() != null) {
            names.add("reconcile/orders");
        }
        return names;
    }

    /** The sums that do not agree, or all. */
    Table table(boolean all) {
        List<List<String>> rows = new ArrayList<>();
        sums.forEach((what, pairs) -> pairs.forEach((of, pair) -> {
            if (all || !pair.agrees()) {
                rows.add(List.of(
                        what,
                        of,
                        String.valueOf(pair.erpRecords),
                        String.valueOf(pair.severaRecords),
                        plain(pair.erp),
                        plain(pair.severa),
                        pair.agrees() ? "" : "error"));
            }
        }));
        long agreed = pairs().filter(Pair::agrees).count();
        return new Table(
                "Sums",
                "hours by project, costs by project and currency, invoices by currency"
                        + (all || agreed == 0 ? "" : "; " + agreed + " that agree are not shown"),
                List.of("what", "of", "records in the ERP", "records in Severa", "ERP", "Severa", "differs"),
                rows);
    }

    private Stream<Pair> pairs() {
        return sums.values().stream().flatMap(pairs -> pairs.values().stream());
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

    /** Fees that are gone, and invoices whose order is missing or comes to something else. */
    List<List<String>> documents() {
        return documents;
    }

    /** Sums that differ, and no record among the differences that says why. */
    long differences() {
        return pairs().filter(pair -> !pair.agrees() && !pair.named).count();
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private Pair pair(String what, String of) {
        return sums.computeIfAbsent(what, any -> new TreeMap<>()).computeIfAbsent(of, any -> new Pair());
    }

    private void hours(Company.WorkHours settings) {
        rehearsed
                .erp()
                .rows(
                        rehearsed.statements().get("reconcile/hours"),
                        Hours.class,
                        Map.of(
                                "category",
                                settings.category(),
                                "from",
                                settings.from() == null
                                        ? 0
                                        : Integer.parseInt(settings.from().format(DateTimeFormatter.BASIC_ISO_DATE))))
                .forEach(row -> pair("hours", project(row.project())).addErp(row.records(), row.quantity()));
        Map<String, String> projects = projects();
        bodies(Resources.WORK_HOURS).forEach((guid, hour) -> {
            boolean approved = hour.path("isApproved").asBoolean(false) || !settings.approvedOnly();
            // ISO dates are in the order of their texts.
            boolean early = settings.from() != null
                    && hour.path("eventDate")
                                    .asString("")
                                    .compareTo(settings.from().toString())
                            < 0;
            if (approved && !early) {
                String number = projects.get(hour.path("project").path("guid").asString(""));
                pair("hours", project(number == null ? "" : number))
                        .addSevera(hour.path("quantity").decimalValue(BigDecimal.ZERO));
            }
        });
        if (planned.contains(Entities.WORK_HOUR)) {
            sums.getOrDefault("hours", Map.of()).values().forEach(pair -> pair.named = true);
        }
    }

    private static String project(String number) {
        return number.isEmpty() || number.equals("0") ? "no project" : "project " + number;
    }

    /** What each line meant when it was sent, and what its fee holds now. */
    private void costs() {
        Map<String, String> projects = projects();
        Map<String, JsonNode> fees = bodies(Resources.PROJECT_FEES);
        rehearsed.links().sent(Entities.COST).forEach(link -> {
            JsonNode sent = SeveraClient.JSON.readTree(link.seen());
            String project = project(
                    Objects.requireNonNullElse(projects.get(sent.path("project").asString("")), ""));
            String currency = sent.path("currency").asString("");
            Pair pair = pair("costs", project + ", " + currency);
            BigDecimal amount = sent.path("unitCost").decimalValue(BigDecimal.ZERO);
            pair.addErp(1, amount.multiply(quantity(sent)));
            JsonNode fee = fees.get(link.guid());
            if (link.guid().startsWith(Rehearsed.MADE_GUID)) {
                pair.named = true;
            } else if (fee == null) {
                pair.named = true;
                documents.add(List.of(
                        "vanished from Severa",
                        "cost " + sent.path("name").asString(link.erpKey()),
                        link.erpKey(),
                        link.guid(),
                        "amount",
                        plain(amount.multiply(quantity(sent))) + " " + currency,
                        ""));
            } else {
                BigDecimal now = in(fee.path("unitCost"), currency);
                pair.addSevera((now == null ? BigDecimal.ZERO : now).multiply(quantity(fee)));
            }
        });
    }

    private static BigDecimal quantity(JsonNode record) {
        return record.path("quantity").decimalValue(BigDecimal.ZERO);
    }

    /** As the transfers read it: in that currency, which need not be the first that Severa names; null where it does not say it. */
    static @Nullable BigDecimal in(JsonNode money, String currency) {
        MoneyAnswered answered = money.isObject() ? SeveraClient.JSON.treeToValue(money, MoneyAnswered.class) : null;
        return answered == null ? null : answered.in(currency);
    }

    /** An order of the ERP with what its lines come to. */
    private record Order(int number, @Nullable String currency, BigDecimal total) {}

    /** All invoices, and all orders that carry a GUID: either may be without the other. */
    private void invoices(Company.Invoices settings) {
        Map<String, Order> orders = new HashMap<>();
        rehearsed.erp().rows(rehearsed.statements().get("reconcile/orders"), OrderLine.class, Map.of()).stream()
                .filter(line -> Texts.isGuid(line.guid().toLowerCase(Locale.ROOT)))
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
            if (order != null || (linked.contains(guid) && !plannedInvoices.contains(guid))) {
                invoice(invoice, guid, order, handed);
            }
        });
        this.orders = handedOver + orders.size();
        orders.forEach((guid, order) -> {
            Pair pair = pair("invoices", currency(order.currency()));
            pair.addErp(1, order.total());
            pair.named = true;
            documents.add(List.of(
                    "only in the ERP",
                    "order " + order.number(),
                    "order " + order.number(),
                    guid,
                    "",
                    plain(order.total()),
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
        BigDecimal severa = in(invoice.path("totalExcludingTax"), currency);
        String label = "invoice " + invoice.path("number").asString(guid);
        Pair pair = pair("invoices", currency);
        pair.addSevera(severa == null ? BigDecimal.ZERO : severa);
        String total = severa == null ? "not said in " + currency : plain(severa);
        if (order == null) {
            pair.named = true;
            documents.add(List.of("only in Severa", label, "", guid, "total", "", total));
            return;
        }
        pair.addErp(1, order.total());
        String number = "order " + order.number();
        if (severa == null || Amounts.differ(order.total(), severa)) {
            pair.named = true;
            documents.add(List.of("total differs", label, number, guid, "total", plain(order.total()), total));
        }
        if (!handed.contains(invoice.path("status").path("guid").asString("").toLowerCase(Locale.ROOT))) {
            String status = invoice.path("status").path("name").asString("");
            documents.add(List.of("status differs", label, number, guid, "status", "handed over", status));
        }
    }

    /** Numbers of linked projects by GUID. */
    private Map<String, String> projects() {
        return rehearsed.links().keys(Entities.PROJECT);
    }

    private Map<String, JsonNode> bodies(String resource) {
        Map<String, JsonNode> bodies = new HashMap<>();
        rehearsed.stage().each(resource, (guid, body) -> bodies.put(guid, SeveraClient.JSON.readTree(body)));
        return bodies;
    }
}
