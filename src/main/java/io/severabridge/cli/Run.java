package io.severabridge.cli;

import io.severabridge.job.JobRunner;
import io.severabridge.job.Program;
import io.severabridge.job.RunResult;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Runs a job for one company.",
            "An unfinished execution of the same job, company and transfers goes on where it ended."
        })
final class Run implements Callable<Integer> {
    @Mixin
    private JobOptions options;

    @Option(names = "--fresh", description = "Abandons an unfinished execution instead of going on with it.")
    private boolean fresh;

    @Option(names = "--dry-run", description = "Only says what would be done, as plan does.")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "Writes report.html, junit.xml, rejects.csv, run.json and metrics.prom there, however the run ends.")
    private @Nullable Path report;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JobRunner.Request request = options.request(fresh);
        try (Program program = Program.start(options.jobs.files())) {
            if (dryRun) {
                return new PlanOfJob(request, false, program).show(spec.commandLine(), report);
            }
            RunResult result = new RunReport(report, request, program.clock(), spec.commandLine())
                    .of(() -> new JobRunner(request, program, ProgressLine.forThisTerminal()).run());
            new Summary(spec.commandLine().getOut(), options.company()).print(result);
            return result.exitCode();
        }
    }
}
