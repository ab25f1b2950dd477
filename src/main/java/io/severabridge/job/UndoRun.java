package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.reference.CodeTables;
import io.severabridge.reference.CodeTablesReader;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.Claims;
import io.severabridge.store.database.CompanyLock;
import io.severabridge.store.ledger.Changes;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Executions;
import io.severabridge.store.ledger.Intents;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import io.severabridge.store.ledger.Watermarks;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Reading;
import io.severabridge.transfer.Undo;
import io.severabridge.transfer.Workplace;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes back what a run has done, or says what that would be. */
public final class UndoRun {
    private static final Logger LOG = LoggerFactory.getLogger(UndoRun.class);

    /** Whatever may refer to a record that is to be removed. */
    private static final List<String> READ = List.of("fees:read", "hours:read", "invoices:read");

    private final Company company;
    private final Clock clock;

    public UndoRun(Company company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    /**
     * What was taken back.
     *
     * @param executions those of the run, that were taken back together
     * @param lines one for each thing, the last that was done first
     */
    public record Result(List<Long> executions, List<Undo.Line> lines) {}

    /**
     * Takes back what an execution has done, and the others of the same run.
     *
     * @param act false to be told only
     * @throws WrongSetUp if the company has no such execution, or its client credentials lack a scope; nothing is changed then
     */
    public Result run(long execution, boolean act) {
        Needs needs = new Needs(company, List.copyOf(Transfers.all("").keySet()));
        try (BridgeDatabase bridge = BridgeDatabase.existing(company);
                CompanyLock lock = CompanyLock.take(bridge, Claims.of(company), clock);
                ErpDatabase erp = ErpDatabase.existing(company.erp())) {
            LOG.info("execution {} of {} is {}", execution, lock.company(), act ? "taken back" : "looked at");
            Executions executions = new Executions(bridge, company.name());
            refuseUnfinished(executions, execution, bridge);
            Changes journal = new Changes(bridge, company.name());
            List<Long> all = executions.ofSameRun(execution);
            List<Change> changes =
                    all.stream().flatMap(each -> journal.of(each).stream()).toList();
            SeveraClient severa = new SeveraClient(needs.connection(scopes(changes)), clock);
            severa.requireScopes("to take back execution " + execution);
            CodeTables codes = new CodeTablesReader(company, erp, needs.statements(), severa).read();
            List<Part<?, ?, ?>> parts = parts(needs, codes);
            needs.check(erp, uses(parts));
            Reading whole = new Reading(true, null, null);
            try (Workplace work = new Workplace(
                    company, needs.system(), erp, needs.statements(), severa, codes, bridge, whole, false, clock)) {
                List<Undo.Line> lines = new Undo(work, act)
                        .run(parts, changes, journal.after(all.get(all.size() - 1)), executions.instance(execution));
                if (act && lines.stream().noneMatch(Undo.Line::isLeft)) {
                    Watermarks marks = new Watermarks(bridge, company.name());
                    all.forEach(
                            each -> marks.put("undone " + each, clock.instant().toString()));
                }
                return new Result(all, lines);
            }
        }
    }

    private static List<String> scopes(List<Change> changes) {
        Set<String> made = changes.stream()
                .filter(change -> change.action() == Action.CREATE && change.side() == Side.SEVERA)
                .map(Change::entity)
                .collect(Collectors.toSet());
        Stream<String> deleted = Transfers.parts().stream()
                .filter(part -> made.contains(part.entity()))
                .map(Part::deleteScope)
                .filter(scope -> !scope.isEmpty());
        return Stream.concat(READ.stream(), deleted).distinct().toList();
    }

    /** What is in doubt, or goes on with the next start, cannot be taken back yet. */
    private void refuseUnfinished(Executions executions, long execution, BridgeDatabase bridge) {
        Executions.JobRow last = executions.jobs().stream()
                .filter(job -> executions.ofSameRun(execution).contains(job.id()))
                .findFirst()
                .orElseGet(() -> executions.named(execution));
        if (!last.status().equals("COMPLETED") && !last.status().equals("ABANDONED")) {
            throw new WrongSetUp("execution " + last.id() + " of " + last.job() + " has not finished (" + last.status()
                    + "): start the job again first, or abandon it with --fresh");
        }
        long doubts = new Intents(bridge, company.name()).count();
        if (doubts > 0) {
            throw new WrongSetUp("it is not known of " + doubts
                    + " records whether Severa has made them: a run of the job settles that first");
        }
    }

    private static List<Part<?, ?, ?>> parts(Needs needs, CodeTables codes) {
        return needs.transfers(codes)
                .flatMap(needs::pieces)
                .<Part<?, ?, ?>>mapMulti((piece, to) -> {
                    if (piece instanceof Part<?, ?, ?> part) {
                        to.accept(part);
                    }
                })
                .toList();
    }

    private static List<String> uses(List<Part<?, ?, ?>> parts) {
        return parts.stream()
                .flatMap(part -> part.usedStatements().stream())
                .distinct()
                .toList();
    }
}
