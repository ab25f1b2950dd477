package io.severabridge.check;

import io.severabridge.company.Company;
import io.severabridge.entity.Entities;
import io.severabridge.entity.Resources;
import io.severabridge.job.Rehearsed;
import io.severabridge.report.ReportPage.Table;
import io.severabridge.severa.Json;
import io.severabridge.severa.MoneyAnswered;
import io.severabridge.store.ledger.Changes.Change;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What hours, costs and invoices come to on either side, counted apart from the transfers. */
final class Sums {
    static final String ORDERS = "reconcile/orders";
    private static final String HOURS = "reconcile/hours";

    /** A row of {@code reconcile/hours.sql}. */
    private record Hours(String project, int records, BigDecimal quantity) {}

    private final Rehearsed rehearsed;
    private final SumPairs sums = new SumPairs();
    private final List<List<String>> documents = new ArrayList<>();
    private final Set<String> planned = new HashSet<>();
    private final InvoiceSums invoices;

    /** {@code changes} are what a run would change: what they name is no second difference. */
    Sums(Rehearsed rehearsed, List<Change> changes) {
        this.rehearsed = rehearsed;
        changes.forEach(change -> planned.add(change.entity()));
        invoices = new InvoiceSums(rehearsed, changes, sums, documents);
        Company company = rehearsed.company();
        // An ERP that lacks these records has no sums of them.
        if (company.workHours() != null && rehearsed.statements().has(HOURS)) {
            hours(company.workHours());
        }
        if (company.costs() != null) {
            costs();
        }
        if (company.invoices() != null && rehearsed.statements().has(ORDERS)) {
            invoices.add(company.invoices());
        }
    }

    /** The statements that it needs for a company. */
    static List<String> statements(Company company) {
        List<String> names = new ArrayList<>();
        if (company.workHours() != null) {
            names.add(HOURS);
        }
        if (company.invoices() != null) {
            names.add(ORDERS);
        }
        return names;
    }

    /** The sums that do not agree, or all. */
    Table table(boolean all) {
        return sums.table(all);
    }

    /** Invoices among the records of each kind, in the form of {@link RecordCounts}. */
    List<List<String>> counts() {
        return invoices.counts();
    }

    /** Sums that differ, and no record among the differences that says why. */
    long differences() {
        return sums.differences();
    }

    /** Fees that are gone, and invoices whose order is missing or comes to something else. */
    List<List<String>> documents() {
        return documents;
    }

    private void hours(Company.WorkHours settings) {
        rehearsed
                .erp()
                .rows(
                        rehearsed.statements().get(HOURS),
                        Hours.class,
                        Map.of(
                                "category",
                                settings.category(),
                                "from",
                                settings.from() == null
                                        ? 0
                                        : Integer.parseInt(settings.from().format(DateTimeFormatter.BASIC_ISO_DATE))))
                .forEach(row -> sums.pair("hours", project(row.project())).addErp(row.records(), row.quantity()));
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
                sums.pair("hours", project(number == null ? "" : number))
                        .addSevera(hour.path("quantity").decimalValue(BigDecimal.ZERO));
            }
        });
        if (planned.contains(Entities.WORK_HOUR)) {
            sums.named("hours");
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
            JsonNode sent = Json.MAPPER.readTree(link.seen());
            String project = project(
                    Objects.requireNonNullElse(projects.get(sent.path("project").asString("")), ""));
            String currency = sent.path("currency").asString("");
            SumPairs.Pair pair = sums.pair("costs", project + ", " + currency);
            BigDecimal amount = sent.path("unitCost").decimalValue(BigDecimal.ZERO);
            pair.addErp(1, amount.multiply(quantity(sent)));
            JsonNode fee = fees.get(link.guid());
            if (link.guid().startsWith(Rehearsed.MADE_GUID)) {
                pair.setNamed();
            } else if (fee == null) {
                pair.setNamed();
                documents.add(List.of(
                        "vanished from Severa",
                        "cost " + sent.path("name").asString(link.erpKey()),
                        link.erpKey(),
                        link.guid(),
                        "amount",
                        SumPairs.plain(amount.multiply(quantity(sent))) + " " + currency,
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
        MoneyAnswered answered = money.isObject() ? Json.MAPPER.treeToValue(money, MoneyAnswered.class) : null;
        return answered == null ? null : answered.in(currency);
    }

    /** Numbers of linked projects by GUID. */
    private Map<String, String> projects() {
        return rehearsed.links().keys(Entities.PROJECT);
    }

    private Map<String, JsonNode> bodies(String resource) {
        Map<String, JsonNode> bodies = new HashMap<>();
        rehearsed.stage().each(resource, (guid, body) -> bodies.put(guid, Json.MAPPER.readTree(body)));
        return bodies;
    }
}
