package io.severabridge.check;

import io.severabridge.company.Company.NumberRange;
import io.severabridge.entity.Entities;
import io.severabridge.entity.Resources;
import io.severabridge.failure.Finding;
import io.severabridge.job.Rehearsed;
import io.severabridge.job.RejectCatalogue;
import io.severabridge.job.RunResult;
import io.severabridge.reference.NumberSeries;
import io.severabridge.report.ReportPage.Table;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Rejects;
import io.severabridge.store.ledger.Remarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the records of both systems would find each other, as the rehearsal of the first load shows it. */
final class MatchReport {
    /** Fields that people know a record by. */
    private static final Set<String> NAMES = Set.of("name", "lastName");

    /** Records that a text names; others are counted. */
    private static final int NAMED = 5;

    private final Rehearsed rehearsed;
    private final PlanSheet plan;
    private final Map<RecordKey, String> rules = new HashMap<>();

    MatchReport(Rehearsed rehearsed) {
        this.rehearsed = rehearsed;
        plan = new PlanSheet(rehearsed);
        plan.changes().stream()
                .filter(change -> change.action() == Action.LINK)
                .forEach(change -> rules.put(key(change), plan.values().text(change.newValue())));
    }

    /** A record of the ERP. */
    private record RecordKey(String entity, String erpKey) {}

    private static RecordKey key(Change change) {
        return new RecordKey(change.entity(), change.erpKey());
    }

    List<Table> tables() {
        return List.of(
                counts(),
                sameNumberTable(),
                plan.links(),
                plan.rejectsWithoutPersons(),
                PlanSheet.remarksWithoutPersons(rehearsed.result()));
    }

    /** For each kind of record: what is in both systems, and what would be made. */
    private Table counts() {
        Map<String, Map<String, Long>> found = new TreeMap<>();
        rules.forEach((key, rule) ->
                found.computeIfAbsent(key.entity(), any -> new TreeMap<>()).merge(rule, 1L, Long::sum));
        return new Table(
                "Records by kind",
                "as the first load would leave them",
                List.of(
                        "step",
                        "looked at",
                        "made there",
                        "linked",
                        "by which rule",
                        "linked before",
                        "skipped",
                        "handed back"),
                rehearsed.result().steps().stream()
                        .filter(step -> step.counts().records() > 0)
                        .map(step -> List.of(
                                step.name(),
                                String.valueOf(step.counts().records()),
                                String.valueOf(step.counts().created()),
                                String.valueOf(step.counts().linked()),
                                step.counts().linked() == 0 ? "" : byRule(found, step),
                                String.valueOf(step.counts().unchanged()
                                        + step.counts().updated()),
                                String.valueOf(step.counts().skipped()),
                                String.valueOf(step.counts().rejected())))
                        .toList());
    }

    private String byRule(Map<String, Map<String, Long>> found, RunResult.StepResult step) {
        String entity = Objects.requireNonNullElse(rehearsed.entities().get(step.name()), "");
        return found.getOrDefault(entity, Map.of()).entrySet().stream()
                .map(rule -> rule.getValue() + " " + rule.getKey())
                .collect(Collectors.joining(", "));
    }

    private List<Change> sameNumber() {
        return plan.changes().stream()
                .filter(change -> change.action() == Action.UPDATE)
                .filter(change -> change.field() != null && NAMES.contains(change.field()))
                .filter(change -> "number".equals(rules.get(key(change))))
                .toList();
    }

    private Table sameNumberTable() {
        return new Table(
                "Same number, other name",
                "they would be linked, and get the name of the master",
                List.of("record", "entity", "would be changed in", "name there", "name here"),
                sameNumber().stream()
                        .map(change -> List.of(
                                change.label(),
                                change.entity(),
                                change.side().name().toLowerCase(java.util.Locale.ROOT),
                                plan.values().text(change.oldValue()),
                                plan.values().text(change.newValue())))
                        .toList());
    }

    /** What concerns single records is a warning: a run skips or rejects those, and the others go on. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (rehearsed.result().exitCode() == 4) {
            findings.add(Finding.error(
                    "too-many-rejects",
                    rehearsed.result().job(),
                    Objects.requireNonNullElse(rehearsed.result().failure(), ""),
                    "fix what would be handed back, or raise the threshold in the job's file"));
        } else if (rehearsed.result().failure() != null) {
            findings.add(Finding.error(
                    "would-fail", rehearsed.result().job(), rehearsed.result().failure(), "fix it"));
        }
        findings.addAll(numbersInUse());
        findings.addAll(new FirstNight(rehearsed, plan.changes()).findings());
        if (!sameNumber().isEmpty()) {
            findings.add(Finding.warning(
                    "same-number-other-name",
                    "both systems",
                    some(sameNumber().stream().map(Change::label).toList(), "have another name in the other system"),
                    "check whether each pair is the same record; if not, give one of them another number"));
        }
        rehearsed.result().notices().stream()
                .filter(notice ->
                        notice.kind() == Remarks.Kind.SKIPPED && notice.code().equals("no-email"))
                .map(notice -> Finding.warning(
                        "employees-without-email",
                        notice.transfer(),
                        notice.count() + " employees have no e-mail address, and do not become users",
                        "enter it in the ERP for each employee who works in Severa"))
                .forEach(findings::add);
        Set<String> fixedBySetting = RejectCatalogue.fixedBySetting();
        rejectsByCode()
                .forEach((code, rows) -> findings.add(new Finding(
                        fixedBySetting.contains(code) ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                        code,
                        rows.stream().map(Rejects.Row::transfer).distinct().collect(Collectors.joining(", ")),
                        some(rows.stream().map(Rejects.Row::label).toList(), "would be handed back"),
                        rows.get(0).fix())));
        return findings;
    }

    private Map<String, List<Rejects.Row>> rejectsByCode() {
        return plan.rejected().stream()
                .collect(Collectors.groupingBy(Rejects.Row::code, TreeMap::new, Collectors.toList()));
    }

    private static String some(List<String> labels, String what) {
        return labels.size() + " " + what + ": "
                + String.join("; ", labels.subList(0, Math.min(NAMED, labels.size())))
                + (labels.size() > NAMED ? "; ..." : "");
    }

    /** Numbers in use that the other system will give out itself. */
    private List<Finding> numbersInUse() {
        List<Finding> findings = new ArrayList<>();
        NumberRange own = rehearsed.company().numberSeries().customers();
        if (own != null) {
            List<String> inside = severaCustomers(own);
            if (!inside.isEmpty()) {
                findings.add(Finding.warning(
                        "customer-number-in-series",
                        "number-series.customers",
                        some(
                                inside,
                                "customers of Severa have a number from the ERP's own range, and no counterpart in the ERP"),
                        "renumber them in Severa, or give the customer its number in the ERP"));
            }
        }
        Integer next = rehearsed.nextCustomerNumber();
        if (next != null) {
            List<String> ahead = erpCustomers(next, next + NumberSeries.NEAR);
            if (!ahead.isEmpty()) {
                findings.add(Finding.warning(
                        "customer-number-ahead",
                        "customers",
                        some(
                                ahead,
                                "customers of the ERP have numbers that Severa will give out soon (its next is " + next
                                        + ")"),
                        "set Severa's next customer number to one above them"));
            }
        }
        return findings;
    }

    private List<String> severaCustomers(NumberRange range) {
        return rehearsed.stored().unlinkedNumbersInSevera(Entities.CUSTOMER, Resources.CUSTOMERS).stream()
                .filter(number -> within(number, range.from(), range.to()))
                .toList();
    }

    /** Those that Severa has not. */
    private List<String> erpCustomers(int from, int to) {
        return rehearsed.stored().unlinkedNumbersInErp(Entities.CUSTOMER).stream()
                .filter(number -> within(number, from, to))
                .toList();
    }

    private static boolean within(@Nullable String number, int from, int to) {
        if (number == null || !number.matches("\\d{1,9}")) {
            return false;
        }
        int value = Integer.parseInt(number);
        return value >= from && value <= to;
    }
}
