package io.severabridge.cli;

import io.severabridge.check.UndoSheet;
import io.severabridge.company.Company;
import io.severabridge.job.Program;
import io.severabridge.job.UndoRun;
import io.severabridge.sync.undo.Undo;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "undo",
        description = {
            "Takes back what an execution has made or changed in Severa and in the registers of the ERP.",
            "Says first what that would be; acts with --yes. Exit 2 when something is left as it is."
        })
final class UndoCommand implements Callable<Integer> {
    private static final int LEFT = 2;

    @Parameters(paramLabel = "EXECUTION", description = "Its number, as status shows it.")
    private long execution;

    @Mixin
    private CompanyOption company;

    @Option(names = "--yes", description = "Acts.")
    private boolean yes;

    @Option(names = "--report", paramLabel = "DIR", description = "Writes undo.html and undo.json there.")
    private @Nullable Path report;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Company of = company.read();
        try (Program program = Program.start()) {
            UndoRun.Result result = new UndoRun(of, program).run(execution, yes);
            SheetShow.show(
                    UndoSheet.of(of.name(), execution, result.executions(), result.lines(), yes),
                    spec.commandLine(),
                    report,
                    program.clock());
            return result.lines().stream().anyMatch(Undo.Line::isLeft) ? LEFT : 0;
        }
    }
}
