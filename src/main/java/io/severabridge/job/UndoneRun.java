package io.severabridge.job;

import io.severabridge.failure.WrongSetUp;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.Changes;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Executions;
import io.severabridge.store.ledger.Intents;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import io.severabridge.sync.definition.EntityDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run that is to be taken back has done.
 *
 * @param instance of the job
 * @param executions all of the run
 * @param changes that they made
 * @param later what later executions have changed of the same records: {@link Changes#after}
 */
record UndoneRun(long instance, List<Long> executions, List<Change> changes, Map<String, Long> later) {
    /** Whatever may refer to a record that is to be removed. */
    private static final List<String> READ = List.of("fees:read", "hours:read", "invoices:read");

    /** @throws WrongSetUp if the company has no such execution, or it has not finished */
    static UndoneRun of(long execution, BridgeDatabase bridge, String company) {
        Executions executions = new Executions(bridge, company);
        refuseUnfinished(executions, execution, new Intents(bridge, company));
        Changes journal = new Changes(bridge, company);
        List<Long> all = executions.ofSameRun(execution);
        return new UndoneRun(
                executions.instance(execution),
                all,
                all.stream().flatMap(each -> journal.of(each).stream()).toList(),
                journal.after(all.get(all.size() - 1)));
    }

    /** What is in doubt, or goes on with the next start, cannot be taken back yet. */
    private static void refuseUnfinished(Executions executions, long execution, Intents intents) {
        Executions.JobRow last = executions.jobs().stream()
                .filter(job -> executions.ofSameRun(execution).contains(job.id()))
                .findFirst()
                .orElseGet(() -> executions.named(execution));
        if (!last.status().equals("COMPLETED") && !last.status().equals("ABANDONED")) {
            throw new WrongSetUp("execution " + last.id() + " of " + last.job() + " has not finished (" + last.status()
                    + "): start the job again first, or abandon it with --fresh");
        }
        long doubts = intents.count();
        if (doubts > 0) {
            throw new WrongSetUp("it is not known of " + doubts
                    + " records whether Severa has made them: a run of the job settles that first");
        }
    }

    /** What a client must be allowed to take it back. */
    List<String> scopes() {
        Set<String> made = changes.stream()
                .filter(change -> change.action() == Action.CREATE && change.side() == Side.SEVERA)
                .map(Change::entity)
                .collect(Collectors.toSet());
        Stream<String> deleted = Transfers.parts().stream()
                .filter(definition -> made.contains(definition.entity()))
                .map(EntityDefinition::deleteScope)
                .filter(scope -> !scope.isEmpty());
        return Stream.concat(READ.stream(), deleted).distinct().toList();
    }
}
