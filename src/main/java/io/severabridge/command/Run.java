package io.severabridge.command;

import io.severabridge.company.Company;
import io.severabridge.company.SettingsFile;
import io.severabridge.job.JobRun;
import io.severabridge.job.RunResult;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Runs a job for one company.",
            "An unfinished execution of the same job, company and transfers goes on where it ended."
        })
final class Run implements Callable<Integer> {
    @Parameters(
            paramLabel = "JOB",
            description = "Name of the job: initial-load, nightly, registers or invoices, or one of --jobs.")
    private String job;

    @Option(names = "--company", paramLabel = "FILE", required = true, description = "The company file.")
    private Path file;

    @Option(
            names = "--only",
            paramLabel = "TRANSFER",
            split = ",",
            description = "Only these transfers of the job, such as customer-to-severa,address-to-severa.")
    private @Nullable List<String> only;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Looks again at what changed since then on either side, such as 2026-04-13T00:00:00Z.")
    private @Nullable Instant since;

    @Option(names = "--fresh", description = "Abandons an unfinished execution instead of going on with it.")
    private boolean fresh;

    @Mixin
    private JobsOption jobs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Company company = SettingsFile.read(file, System.getenv());
        JobRun.Request request = new JobRun.Request(job, company, only == null ? List.of() : only, fresh, since);
        RunResult result = new JobRun(
                        request, jobs.files(), Clock.system(ZoneId.systemDefault()), ProgressLine.forThisTerminal())
                .run();
        new Summary(spec.commandLine().getOut()).print(result);
        return result.exitCode();
    }
}
