package io.severabridge.cli;

import io.severabridge.company.Company;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.CompanyLock;
import io.severabridge.store.ledger.Executions;
import io.severabridge.store.ledger.Executions.JobRow;
import io.severabridge.store.ledger.Executions.StepRow;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = {
            "Shows job and step executions with their outcomes, also while a job runs.",
            "Without a number: the last job executions, and the steps of the newest."
        })
final class Status implements Callable<Integer> {
    private static final int LATEST = 10;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String ROW = "  %-40s %-10s %8s %8s %8s %8s %9s %8s %8s %8s %10s%n";

    @Parameters(arity = "0..1", paramLabel = "EXECUTION", description = "Number of a job execution.")
    private @Nullable Long execution;

    @Mixin
    private CompanyOption company;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        show(company.read(), execution, spec.commandLine().getOut());
        return 0;
    }

    static void show(Company of, @Nullable Long execution, PrintWriter out) {
        try (BridgeDatabase bridge = BridgeDatabase.existing(of)) {
            boolean held = CompanyLock.isHeld(bridge, of.name(), Clock.system(ZoneId.systemDefault()));
            print(new Executions(bridge, of.name()), of, execution, held, out);
        }
        out.flush();
    }

    private static void print(
            Executions executions, Company of, @Nullable Long execution, boolean held, PrintWriter out) {
        List<JobRow> jobs = executions.jobs();
        if (execution != null) {
            JobRow job = executions.named(execution);
            job(out, job, held);
            steps(out, executions.steps(job.id()));
        } else if (jobs.isEmpty()) {
            out.println("company " + of.name() + " has no job executions yet");
        } else {
            steps(out, jobs.get(0), executions, held);
            jobs.stream().skip(1).limit(LATEST - 1).forEach(job -> job(out, job, held));
        }
    }

    private static void steps(PrintWriter out, JobRow job, Executions executions, boolean held) {
        job(out, job, held);
        steps(out, executions.steps(job.id()));
    }

    /** {@code held}: a process that is alive works for the company. */
    private static void job(PrintWriter out, JobRow job, boolean held) {
        out.printf(
                "execution %d %s %s, started %s, %s%n",
                job.id(),
                job.job(),
                job.status(),
                job.start() == null ? "never" : TIME.format(job.start()),
                job.end() == null && !held
                        ? "its process is gone: the same command goes on with it"
                        : time(job.start(), job.end()));
    }

    private static void steps(PrintWriter out, List<StepRow> steps) {
        OutcomeTable table = new OutcomeTable(out, ROW, "step", "status");
        table.headings();
        steps.forEach(step -> table.line(
                step.step(),
                step.status(),
                step.read(),
                outcome(step, step.created()),
                outcome(step, step.updated()),
                outcome(step, step.linked()),
                outcome(step, step.unchanged()),
                outcome(step, step.skipped()),
                outcome(step, step.rejected()),
                outcome(step, step.calls()),
                time(step.start(), step.end())));
    }

    /** A step that only reads or matches has none. */
    private static String outcome(StepRow step, long count) {
        return step.counted() ? String.valueOf(count) : "";
    }

    private static String time(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        return from == null || to == null ? "under way" : Console.time(Duration.between(from, to));
    }
}
