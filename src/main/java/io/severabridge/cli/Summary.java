package io.severabridge.cli;

import io.severabridge.job.RunResult;
import io.severabridge.store.ledger.StepCounts.Counts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** What a run has done, as a table. */
final class Summary {
    private static final String ROW = "%-40s %8s %8s %8s %8s %9s %8s %8s %7s %10s%n";

    private final PrintWriter out;
    private final OutcomeTable table;
    private final String company;

    /** {@code company} is what commands need to be about the same company, such as {@code --company fjord.yml}. */
    Summary(PrintWriter out, String company) {
        this.out = out;
        table = new OutcomeTable(out, ROW, "transfer");
        this.company = company;
    }

    void print(RunResult result) {
        out.printf(
                "%n%s, execution %d%s, %s%n",
                result.job(),
                result.execution(),
                result.restarted() ? " (went on with an unfinished one)" : "",
                Console.time(result.time()));
        table.headings();
        row("reference-data", Counts.NONE, result.referenceCalls(), result.referenceTime());
        long idle = 0;
        for (RunResult.StepResult step : result.steps()) {
            if (step.counts().records() == 0 && step.status().equals("COMPLETED")) {
                idle++;
            } else {
                String status = step.status().equals("COMPLETED")
                        ? ""
                        : " (" + step.status().toLowerCase(Locale.ROOT) + ")";
                row(step.name() + status, step.counts(), step.counts().calls(), step.time());
            }
        }
        if (idle > 0) {
            out.printf("(%d more had nothing to look at)%n", idle);
        }
        row("total", result.total(), result.total().calls() + result.referenceCalls(), result.time());
        remarks(result);
        if (result.failure() != null) {
            out.println();
            out.println("error: " + Console.lines(result.failure()));
        }
        out.flush();
    }

    private void row(String name, Counts counts, long calls, Duration time) {
        table.line(
                name,
                counts.records(),
                counts.created(),
                counts.updated(),
                counts.linked(),
                counts.unchanged(),
                counts.skipped(),
                counts.rejected(),
                calls,
                Console.time(time));
    }

    private void remarks(RunResult result) {
        result.notices()
                .forEach(notice -> out.printf(
                        "%s: %s, %d %s: %s%n",
                        notice.kind().name().toLowerCase(Locale.ROOT),
                        notice.transfer(),
                        notice.count(),
                        notice.code(),
                        Console.line(notice.example())));
        result.rejected()
                .forEach(reject -> out.printf(
                        "rejected: %s, %d %s, such as %s%n",
                        reject.transfer(), reject.count(), reject.code(), Console.line(reject.example())));
        if (!result.rejected().isEmpty()) {
            out.println("All of them, with what to do about each: severa-bridge rejects" + company);
        }
    }
}
