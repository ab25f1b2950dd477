package io.severabridge.cli;

import io.severabridge.check.Preflight;
import io.severabridge.check.TryWrites;
import io.severabridge.company.Company;
import io.severabridge.failure.ExitCode;
import io.severabridge.failure.FindingCodes;
import io.severabridge.job.Program;
import io.severabridge.job.RejectCatalogue;
import io.severabridge.job.SeveraConnection;
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

    @Option(
            names = "--try-writes",
            paramLabel = "GUID",
            description = {
                "Does something else: changes a customer or product of Severa that is set aside for tests, there and back,",
                "to tell in which form Severa takes values (severa.patch-values). Writes to that record alone."
            })
    private @Nullable String scratch;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Set<String> codes = FindingCodes.accepted(accepted == null ? Set.of() : accepted, RejectCatalogue.codes());
        Company of = company.read();
        if (scratch != null) {
            return tried(of, scratch, Clock.system(ZoneId.systemDefault()));
        }
        try (Program program = Program.start()) {
            Preflight.Result result = new Preflight(of, program, ProgressLine.forThisTerminal()).run();
            SheetShow.show(result.sheet(), spec.commandLine(), report, program.clock());
            return result.exitCode(codes);
        }
    }

    private int tried(Company of, String guid, Clock clock) {
        TryWrites.Result result = new TryWrites(of, SeveraConnection.open(of, clock)).run(guid);
        SheetShow.show(result.sheet(), spec.commandLine(), report, clock);
        return result.fits() ? 0 : ExitCode.WRONG_SET_UP;
    }
}
