package io.severabridge.check;

import io.severabridge.company.Company;
import io.severabridge.job.Rehearsed;
import io.severabridge.report.Sheet.Table;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.severa.SeveraClient;
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

    Sums(Rehearsed rehearsed) {
        this.rehearsed = rehearsed;
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

    /** All sums; those that do not agree say so. */
    Table table() {
        List<List<String>> rows = new ArrayList<>();
        sums.forEach((what, pairs) -> pairs.forEach((of, pair) -> rows.add(List.of(
                what,
                of,
                String.valueOf(pair.erpRecords),
                String.valueOf(pair.severaRecords),
                plain(pair.erp),
                plain(pair.severa),
                pair.agrees() ? "" : "error"))));
        return new Table(
                "Sums",
                "hours by project, costs by project and currency, invoices by currency",
                List.of("what", "of", "records in the ERP", "records in Severa", "ERP", "Severa", "differs"),
                rows);
    }

    /** Invoices whose order is missing or comes to something else. */
    List<List<String>> documents() {
        return documents;
    }

    long differences() {
        return sums.values().stream()
                        .flatMap(pairs -> pairs.values().stream())
                        .filter(pair -> !pair.agrees())
                        .count()
                + documents.size();
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
        bodies("workhours").forEach((guid, hour) -> {
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
    }

    private static String project(String number) {
        return number.isEmpty() || number.equals("0") ? "no project" : "project " + number;
    }

    /** What each line meant when it was sent, and what its fee holds now. */
    private void costs() {
        Map<String, String> projects = projects();
        Map<String, JsonNode> fees = bodies("projectfees");
        links("cost").forEach((guid, seen) -> {
            JsonNode sent = SeveraClient.JSON.readTree(seen);
            JsonNode fee = fees.get(guid);
            String project = project(
                    Objects.requireNonNullElse(projects.get(sent.path("project").asString("")), ""));
            String of = project + ", " + sent.path("currency").asString("");
            pair("costs", of).addErp(1, amount(sent.path("unitCost"), sent.path("quantity")));
            if (fee != null && !guid.startsWith(Rehearsed.MADE_GUID)) {
                pair("costs", of).addSevera(amount(fee.path("unitCost").path("amount"), fee.path("quantity")));
            }
        });
    }

    private static BigDecimal amount(JsonNode price, JsonNode quantity) {
        return price.decimalValue(BigDecimal.ZERO).multiply(quantity.decimalValue(BigDecimal.ZERO));
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
        Set<String> linked = query("SELECT GUID, ERP_KEY FROM BRIDGE_LINK WHERE COMPANY = ? AND ENTITY = ?", "invoice")
                .keySet();
        rehearsed.severa().list(ListRequest.of("/v1/invoices", Paging.TOKEN), JsonNode.class, invoice -> {
            String guid = invoice.path("guid").asString().toLowerCase(Locale.ROOT);
            // Those of before the bridge were handed over in another way.
            if (orders.containsKey(guid) || linked.contains(guid)) {
                invoice(invoice, guid, orders.remove(guid), handed);
            }
        });
        orders.forEach((guid, order) -> {
            pair("invoices", currency(order.currency())).addErp(1, order.total());
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
        BigDecimal severa = invoice.path("totalExcludingTax").path("amount").decimalValue(BigDecimal.ZERO);
        String label = "invoice " + invoice.path("number").asString(guid);
        pair("invoices", currency).addSevera(severa);
        if (order == null) {
            documents.add(List.of("only in Severa", label, "", guid, "total", "", plain(severa)));
            return;
        }
        pair("invoices", currency).addErp(1, order.total());
        String number = "order " + order.number();
        if (Amounts.differ(order.total(), severa)) {
            documents.add(List.of("total differs", label, number, guid, "total", plain(order.total()), plain(severa)));
        }
        if (!handed.contains(invoice.path("status").path("guid").asString("").toLowerCase(Locale.ROOT))) {
            String status = invoice.path("status").path("name").asString("");
            documents.add(List.of("status differs", label, number, guid, "status", "handed over", status));
        }
    }

    /** Numbers of linked projects by GUID. */
    private Map<String, String> projects() {
        return query("SELECT GUID, ERP_KEY FROM BRIDGE_LINK WHERE COMPANY = ? AND ENTITY = ?", "project");
    }

    /** What links remember of the ERP, by GUID. */
    private Map<String, String> links(String entity) {
        return query(
                "SELECT GUID, ERP_SEEN FROM BRIDGE_LINK WHERE COMPANY = ? AND ENTITY = ? AND ERP_SEEN IS NOT NULL",
                entity);
    }

    private Map<String, JsonNode> bodies(String resource) {
        Map<String, JsonNode> bodies = new HashMap<>();
        query("SELECT GUID, BODY FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = ? AND RESOURCE = ?", resource)
                .forEach((guid, body) -> bodies.put(guid, SeveraClient.JSON.readTree(body)));
        return bodies;
    }

    private Map<String, String> query(String sql, String kind) {
        Map<String, String> found = new HashMap<>();
        rehearsed
                .bridge()
                .jdbc()
                .sql(sql)
                .params(rehearsed.company().name(), kind)
                .query(row -> {
                    found.put(row.getString(1), row.getString(2));
                });
        return found;
    }
}
