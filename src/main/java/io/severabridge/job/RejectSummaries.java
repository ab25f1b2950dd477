package io.severabridge.job;

import io.severabridge.store.ledger.Rejects;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Rejects of executions by transfer and code. */
final class RejectSummaries {
    private RejectSummaries() {}

    static List<RunResult.RejectSummary> of(Rejects rejects, List<Long> executions) {
        return executions.stream()
                .flatMap(execution -> rejects.list(execution).stream())
                .collect(Collectors.groupingBy(row -> List.of(row.transfer(), row.code())))
                .values()
                .stream()
                .map(rows -> new RunResult.RejectSummary(
                        rows.get(0).transfer(),
                        rows.get(0).code(),
                        rows.size(),
                        rows.get(0).label() + ": " + rows.get(0).field() + " "
                                + rows.get(0).value() + ": " + rows.get(0).message()))
                .sorted(Comparator.comparing(RunResult.RejectSummary::count).reversed())
                .toList();
    }
}
