package io.severabridge.cli;

import io.severabridge.job.JobRunner;
import io.severabridge.job.Program;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        description = {
            "Says what a run of a job would do, field by field; writes nothing to either system.",
            "The job only reads both systems; what it would write to the ERP is kept in a temporary folder."
        })
final class Plan implements Callable<Integer> {
    @Mixin
    private JobOptions options;

    @Option(
            names = "--counts",
            description = "Shows numbers only, no values of records, as for a log that others read; the page has all.")
    private boolean counts;

    @Option(names = "--report", paramLabel = "DIR", description = "Writes plan.html and plan.json there.")
    private @Nullable Path report;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JobRunner.Request request = options.request(false);
        try (Program program = Program.start(options.jobs.files())) {
            return new PlanOfJob(request, counts, program).show(spec.commandLine(), report);
        }
    }
}
