package io.severabridge.command;

import io.severabridge.check.Preflight;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "preflight",
        description = {
            "Looks at both systems before a run: set-up, number series, and which records would find each other.",
            "Writes nothing. Exit 4 when a run would stop or do harm; 3 and 5 as a run, when it could not look."
        })
final class PreflightCommand implements Callable<Integer> {
    @Mixin
    private CompanyOption company;

    @Option(
            names = "--accept",
            paramLabel = "CODE",
            split = ",",
            description = "Findings that are no reason for exit 4.")
    private @Nullable Set<String> accepted;

    @Option(names = "--report", paramLabel = "DIR", description = "Writes preflight.html and preflight.json there.")
    private @Nullable Path report;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Clock clock = Clock.system(ZoneId.systemDefault());
        Preflight.Result result = new Preflight(company.read(), clock, ProgressLine.forThisTerminal()).run();
        SheetShow.show(result.sheet(), spec.commandLine(), report, clock);
        return result.exitCode(accepted == null ? Set.of() : accepted);
    }
}
