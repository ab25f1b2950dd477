package io.severabridge.check;

import io.severabridge.company.Company;
import io.severabridge.job.Rehearsed;
import io.severabridge.report.Sheet.Table;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.severa.SeveraClient;
import io.severabridge.transfer.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
                        Map.of("category", settings.category()))
                .forEach(row -> pair("hours", project(row.project())).addErp(row.records(), row.quantity()));
        Map<String, String> projects = projects();
        bodies("workhours").forEach((guid, hour) -> {
            if (hour.path("isApproved").asBoolean(false) || !settings.approvedOnly()) {
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

    /** Severa is asked for those that are said to have been handed over. */
    private void invoices(Company.Invoices settings) {
        Map<String, BigDecimal> totals = new HashMap<>();
        Map<String, Integer> orders = new HashMap<>();
        String home = rehearsed.company().erp().homeCurrency();
        rehearsed
                .erp()
                .rows(rehearsed.statements().get("reconcile/orders"), OrderLine.class, Map.of())
                .forEach(line -> {
                    String guid = line.guid().toLowerCase(Locale.ROOT);
                    totals.merge(guid, Amounts.total(line.quantity(), line.price()), BigDecimal::add);
                    orders.put(guid, line.number());
                });
        for (String status : statuses(settings)) {
            String guid = rehearsed.codes().severa().invoiceStatuses().get(status);
            if (guid != null) {
                rehearsed
                        .severa()
                        .list(
                                ListRequest.of("/v1/invoices", Paging.TOKEN).with("invoiceStatusGuids", guid),
                                JsonNode.class,
                                invoice -> invoice(invoice, totals, orders, home));
            }
        }
    }

    private List<String> statuses(Company.Invoices settings) {
        List<String> names = new ArrayList<>(List.of(settings.status().transferred()));
        Company.PaymentStatus payments = rehearsed.company().paymentStatus();
        if (payments != null && payments.enabled()) {
            names.add(payments.paid());
        }
        return names;
    }

    private void invoice(JsonNode invoice, Map<String, BigDecimal> totals, Map<String, Integer> orders, String home) {
        String guid = invoice.path("guid").asString().toLowerCase(Locale.ROOT);
        String currency = invoice.path("currency").path("code").asString(home);
        BigDecimal severa = invoice.path("totalExcludingTax").path("amount").decimalValue(BigDecimal.ZERO);
        String label = "invoice " + invoice.path("number").asString(guid);
        BigDecimal erp = totals.get(guid);
        pair("invoices", currency).addSevera(severa);
        if (erp == null) {
            documents.add(List.of("only in Severa", label, "", guid, "total", "", plain(severa)));
            return;
        }
        pair("invoices", currency).addErp(1, erp);
        if (Amounts.differ(erp, severa)) {
            documents.add(List.of(
                    "total differs", label, "order " + orders.get(guid), guid, "total", plain(erp), plain(severa)));
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
