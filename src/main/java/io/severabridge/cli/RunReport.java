package io.severabridge.cli;

import io.severabridge.company.Company;
import io.severabridge.job.JobRunner;
import io.severabridge.job.RunResult;
import io.severabridge.report.ReportFolder;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.Executions;
import io.severabridge.store.ledger.Rejects;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Leaves the report of a run behind, however the run ends. */
final class RunReport {
    private static final Logger LOG = LoggerFactory.getLogger(RunReport.class);

    private final @Nullable Path folder;
    private final JobRunner.Request request;
    private final Clock clock;
    private final CommandLine command;

    /** Without a folder no report is written. */
    RunReport(@Nullable Path folder, JobRunner.Request request, Clock clock, CommandLine command) {
        this.folder = folder;
        this.request = request;
        this.clock = clock;
        this.command = command;
    }

    /** What the run answers or throws, after its report is written. */
    RunResult of(Supplier<RunResult> run) {
        if (folder == null) {
            return run.get();
        }
        OffsetDateTime start = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        ReportFolder report = new ReportFolder(folder);
        String company = request.company().name();
        RunResult result;
        try {
            result = run.get();
        } catch (RuntimeException e) {
            Duration time = Duration.between(start, OffsetDateTime.now(clock));
            write(
                    report,
                    () -> report.writeFailed(
                            company, request.job(), start, time, Console.exitCode(e), Console.sentence(e)));
            throw e;
        }
        write(report, () -> report.write(company, start, result, rejected(request.company(), result.execution())));
        return result;
    }

    /** What all executions of the run rejected last. */
    private List<Rejects.Row> rejected(Company company, long execution) {
        try (BridgeDatabase bridge = BridgeDatabase.open(company.bridgeDatabase())) {
            Rejects rejects = new Rejects(bridge, company.name(), clock);
            return new Executions(bridge, company.name())
                    .ofSameRun(execution).stream()
                            .flatMap(each -> rejects.list(each).stream())
                            .toList();
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** The exit code stays what the run has earned, whatever becomes of the report. */
    private void write(ReportFolder report, Writing writing) {
        try {
            writing.run();
            command.getOut().println("report: " + report.page());
        } catch (IOException | RuntimeException e) {
            LOG.debug("no report", e);
            Console.error(command.getErr(), "the report cannot be written to " + folder + ": " + Console.reason(e));
        }
    }
}
