package io.severabridge.check;

import io.severabridge.company.Company;
import io.severabridge.entity.Entities;
import io.severabridge.failure.ExitCode;
import io.severabridge.job.JobRunner;
import io.severabridge.job.Program;
import io.severabridge.job.Rehearsed;
import io.severabridge.report.ReportPage;
import io.severabridge.report.ReportPage.Mood;
import io.severabridge.report.ReportPage.Table;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.run.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether both systems agree: both are read whole, and whatever a run would still change is a difference; sums of hours, costs
 * and invoices are counted apart from that.
 */
public final class Reconciliation {
    /** All transfers. */
    private static final String JOB = "nightly";

    /** Counted as documents: their links have no row of their own in the ERP. */
    private static final List<String> DOCUMENTS = List.of(Entities.INVOICE, Entities.PAYMENT_STATUS);

    private final Company company;
    private final Program program;
    private final Progress progress;
    private final boolean allSums;

    /** {@code allSums} shows those that agree, too. */
    public Reconciliation(Company company, Program program, Progress progress, boolean allSums) {
        this.company = company;
        this.program = program;
        this.progress = progress;
        this.allSums = allSums;
    }

    /** What was found; {@code failure} is the exit code of a comparison that did not finish, 0 of one that did. */
    public record Result(ReportPage sheet, long differences, int failure) {}

    public Result run() {
        return new JobRunner(new JobRunner.Request(JOB, company, List.of(), false, null), program, progress)
                .rehearseWhole(Sums.statements(company), this::result);
    }

    private Result result(Rehearsed rehearsed) {
        PlanSheet plan = new PlanSheet(rehearsed);
        Sums sums = new Sums(rehearsed, plan.changes());
        List<List<String>> differences = new ArrayList<>();
        plan.changes().forEach(change -> differences.addAll(rows(change, plan.values())));
        differences.addAll(vanished(rehearsed));
        differences.addAll(sums.documents());
        // One difference counts once: what is handed back beside a difference that names it, or a sum that one
        // explains, does not.
        Set<String> named = differences.stream().map(row -> row.get(1)).collect(Collectors.toSet());
        long handedBack = plan.rejected().stream()
                .filter(reject -> !named.contains(reject.label()))
                .count();
        long all = differences.size() + handedBack + sums.differences();
        int exitCode = rehearsed.result().exitCode();
        String failure = ExitCode.isFailure(exitCode) ? rehearsed.result().failure() : null;
        return new Result(
                new ReportPage(
                        "reconciliation",
                        "Reconciliation",
                        company.name(),
                        failure != null ? Mood.BAD : all == 0 ? Mood.GOOD : Mood.WARN,
                        failure != null
                                ? "the comparison did not finish: " + failure
                                : all == 0 ? "both systems agree" : all + " differences",
                        List.of(),
                        List.of(
                                new RecordCounts(rehearsed, plan.changes()).table(sums.counts()),
                                sums.table(allSums),
                                new Table(
                                        "Differences",
                                        "",
                                        List.of(
                                                "what",
                                                "record",
                                                "key in the ERP",
                                                "GUID in Severa",
                                                "field",
                                                "ERP",
                                                "Severa"),
                                        differences),
                                plan.rejects(),
                                PlanSheet.remarks(rehearsed.result()))),
                all,
                failure == null ? 0 : exitCode);
    }

    private static List<List<String>> rows(Change change, Values values) {
        if (change.action() == Action.CONFLICT) {
            return List.of();
        }
        boolean inSevera = change.side() == Side.SEVERA;
        String guid = change.guid() == null || values.named().isMade(change.guid()) ? "" : change.guid();
        if (change.action() == Action.UPDATE) {
            return values.rows(change).stream()
                    .map(field -> List.of(
                            "differs",
                            change.label(),
                            change.erpKey(),
                            guid,
                            field.name(),
                            inSevera ? field.now() : field.old(),
                            inSevera ? field.old() : field.now()))
                    .toList();
        }
        String what =
                switch (change.action()) {
                    case CREATE -> inSevera ? "only in the ERP" : "only in Severa";
                    case LINK -> "not linked yet";
                    default -> "to be removed in " + (inSevera ? "Severa" : "the ERP");
                };
        return List.of(List.of(what, change.label(), inSevera || !guid.isEmpty() ? key(change) : "", guid, "", "", ""));
    }

    private static String key(Change change) {
        return change.action() == Action.CREATE && change.side() == Side.ERP ? "" : change.erpKey();
    }

    /** Entities whose links have no row of their own by design; those of types stand for records of another kind. */
    private static Set<String> withoutRow() {
        Set<String> entities = new HashSet<>(DOCUMENTS);
        Rehearsed.entitiesOfAllTransfers().forEach(entity -> entities.add(EntityDefinition.typesOf(entity)));
        return entities;
    }

    /** Links whose row the ERP no longer has; deletes never propagate. */
    private List<List<String>> vanished(Rehearsed rehearsed) {
        return rehearsed.stored().withoutRow(withoutRow()).stream()
                .map(link -> List.of(
                        "vanished from the ERP",
                        link.entity() + " " + link.erpKey(),
                        link.erpKey(),
                        link.guid(),
                        "",
                        "",
                        ""))
                .toList();
    }
}
