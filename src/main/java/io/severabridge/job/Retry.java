package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.RejectFilter;
import io.severabridge.store.ledger.Rejects;
import io.severabridge.store.ledger.Rejects.Row;
import io.severabridge.sync.definition.DocumentDefinition;
import io.severabridge.sync.run.Progress;
import io.severabridge.sync.run.RecordSelection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tries rejected records again, with the transfers of the job nightly, and looks at nothing else. */
public final class Retry {
    /** What became of a record: {@code now} is its reject after the run. */
    public record Tried(Row now, End end) {}

    /** How a try ended. */
    public enum End {
        RESOLVED,
        REJECTED,
        /** The run did not come to it. */
        NOT_TRIED,
        /** An invoice, which Severa lists only with the status that asks for it. */
        NOT_LISTED
    }

    /** What was done. */
    public record Result(RunResult run, List<Tried> tried) {
        /** 0 when none is open any longer, else 2; that of the run when it did not finish. */
        public int exitCode() {
            if (run.failure() != null) {
                return run.exitCode();
            }
            return tried.stream().allMatch(each -> each.end() == End.RESOLVED) ? 0 : 2;
        }
    }

    private static final String JOB = "nightly";

    private final Company company;
    private final Program program;
    private final Progress progress;

    public Retry(Company company, Program program, Progress progress) {
        this.company = company;
        this.program = program;
        this.progress = progress;
    }

    /** Tries these, which are open, and those that they wait for. */
    public Result run(List<Row> chosen) {
        List<Row> rows = DependentRejects.with(chosen, rejects(rejects -> rejects.find(RejectFilter.OPEN)));
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        rows.forEach(row ->
                keys.computeIfAbsent(row.transfer(), any -> new TreeSet<>()).add(row.erpKey()));
        JobRunner.Request request = new JobRunner.Request(JOB, company, List.copyOf(keys.keySet()), true, null);
        RunResult run = new JobRunner(request, new RecordSelection(keys), program, progress).run();
        Map<Long, Row> now =
                rejects(rejects -> rejects.find(new RejectFilter(null, null, null, null, null, true))).stream()
                        .collect(Collectors.toMap(Row::id, Function.identity()));
        return new Result(
                run,
                rows.stream()
                        .map(row -> now.getOrDefault(row.id(), row))
                        .map(row -> new Tried(row, end(row, run)))
                        .toList());
    }

    private <T> T rejects(Function<Rejects, T> question) {
        try (BridgeDatabase bridge = BridgeDatabase.open(company.bridgeDatabase())) {
            return question.apply(new Rejects(bridge, company.name(), program.clock()));
        }
    }

    private static End end(Row row, RunResult run) {
        if (!row.isOpen()) {
            return End.RESOLVED;
        }
        if (row.jobExecution() == run.execution()) {
            return End.REJECTED;
        }
        return run.failure() == null && isDocument(row) ? End.NOT_LISTED : End.NOT_TRIED;
    }

    private static boolean isDocument(Row row) {
        return java.util.Objects.requireNonNull(Transfers.all("").get(row.transfer())).parts().stream()
                .anyMatch(part -> part instanceof DocumentDefinition<?, ?, ?>
                        && part.entity().equals(row.entity()));
    }
}
