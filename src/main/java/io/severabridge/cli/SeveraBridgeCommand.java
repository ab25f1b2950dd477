package io.severabridge.cli;

import io.severabridge.failure.ExitCode;
import io.severabridge.sandbox.SandboxCommand;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
@Command(
        name = "severa-bridge",
        description = {
            "Links Visma Business with Visma Severa: registers both ways, work hours and invoices to the ERP, costs and payments"
                    + " to Severa, in jobs that can be restarted.",
            "Begin with demo, which needs nothing; for your own company with preflight and plan."
        },
        mixinStandardHelpOptions = true,
        version = "Severa Bridge 0.1.0",
        subcommands = {
            Demo.class,
            PreflightCommand.class,
            Plan.class,
            Run.class,
            Reconcile.class,
            UndoCommand.class,
            Status.class,
            RejectsCommand.class,
            LinkCommand.class,
            UnlinkCommand.class,
            SandboxCommand.class,
            Erp.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all fine",
            "2:finished, some records rejected",
            "3:failed, can be started again",
            "4:stopped by a threshold, or by what preflight finds",
            "5:usage or configuration error",
            "6:another run of the company is under way, can be started when it has ended",
            "143:stopped by a signal, can be started again"
        })
public final class SeveraBridgeCommand implements Runnable {
    @Option(
            names = "--log",
            paramLabel = "FORMAT",
            defaultValue = "text",
            scope = ScopeType.INHERIT,
            description = "How log lines look on the console: text, or json for machines, one object a line.")
    private Logs.Format log;

    @Option(
            names = "--progress",
            paramLabel = "HOW",
            defaultValue = "auto",
            scope = ScopeType.INHERIT,
            description = "How far a run is: auto (a bar on a terminal, else lines), plain (lines) or none.")
    private ProgressLine.Mode progress;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    /** Runs a command; answers its exit code. */
    public static int execute(String... args) {
        CommandLine command = commandLine();
        Utf8.print(command);
        return command.execute(args);
    }

    static CommandLine commandLine() {
        SeveraBridgeCommand top = new SeveraBridgeCommand();
        CommandLine command = new CommandLine(top);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setExecutionStrategy(parsed -> {
            Logs.use(top.log);
            Logs.warnWithoutFile(command.getErr());
            ProgressLine.use(top.progress);
            return new CommandLine.RunLast().execute(parsed);
        });
        command.setExecutionExceptionHandler(Console::show);
        command.setParameterExceptionHandler((wrong, given) -> sayWhatIsWrong(wrong));
        command.getSubcommands().values().forEach(SeveraBridgeCommand::addHelp);
        return command;
    }

    /** Says it in short, since the whole help would push it off the screen. Without any command the help is the answer. */
    private static int sayWhatIsWrong(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("error: " + plain(wrong.getMessage()));
        if (command.getParent() == null && !(wrong instanceof UnmatchedArgumentException)) {
            command.usage(err);
            return ExitCode.WRONG_SET_UP;
        }
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println(command.getCommandSpec().qualifiedName() + " --help shows what it takes");
        err.flush();
        return ExitCode.WRONG_SET_UP;
    }

    /** What the library says in words of programmers, in words of people. */
    private static String plain(@Nullable String message) {
        return String.valueOf(message)
                .replaceFirst("^Unmatched arguments? (at|from) index \\d+:", "not understood:")
                .replaceFirst(" is not an? (int|long)$", " is no whole number");
    }

    private static void addHelp(CommandLine command) {
        if (!(command.getCommand() instanceof CommandLine.HelpCommand)) {
            command.getCommandSpec().mixinStandardHelpOptions(true);
        }
        command.getSubcommands().values().forEach(SeveraBridgeCommand::addHelp);
    }
}
