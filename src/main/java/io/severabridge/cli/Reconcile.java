package io.severabridge.cli;

import io.severabridge.check.Reconciliation;
import io.severabridge.company.Company;
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
        name = "reconcile",
        description = {
            "Compares both systems, read whole: counts, sums, and each difference with both keys. Writes nothing.",
            "Exit 2 when there are differences."
        })
final class Reconcile implements Callable<Integer> {
    private static final int DIFFERENCES = 2;

    @Mixin
    private CompanyOption company;

    @Option(names = "--sums", description = "Shows all sums of hours, costs and invoices, not only those that differ.")
    private boolean sums;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Writes reconciliation.html and reconciliation.json there.")
    private @Nullable Path report;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Company of = company.read();
        try (Program program = Program.start()) {
            Reconciliation.Result result = new Reconciliation(of, program, ProgressLine.forThisTerminal(), sums).run();
            SheetShow.show(result.sheet(), spec.commandLine(), report, program.clock());
            if (result.failure() != 0) {
                return result.failure();
            }
            return result.differences() > 0 ? DIFFERENCES : 0;
        }
    }
}
