package io.severabridge.cli;

import io.severabridge.check.PlanSheet;
import io.severabridge.failure.ExitCode;
import io.severabridge.job.JobRunner;
import io.severabridge.job.Program;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * What a run would do, shown.
 *
 * @param counts whether the terminal shows numbers only, because others keep what it shows
 */
record PlanOfJob(JobRunner.Request request, boolean counts, Program program) {
    /** Answers the exit code that the run would have. */
    int show(CommandLine command, @Nullable Path folder) {
        return new JobRunner(request, program, ProgressLine.forThisTerminal()).rehearse(rehearsed -> {
            PlanSheet plan = new PlanSheet(rehearsed);
            SheetShow.show(counts ? plan.counts() : plan.sheet(), plan.sheet(), command, folder, program.clock());
            boolean stops = rehearsed.findings().stream()
                    .anyMatch(
                            finding -> finding.isError() && !request.accepted().contains(finding.code()));
            return stops ? ExitCode.STOPPED : rehearsed.result().exitCode();
        });
    }
}
