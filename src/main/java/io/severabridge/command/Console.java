package io.severabridge.command;

import io.severabridge.company.SettingsFileException;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** How errors and figures are shown. */
final class Console {
    /** A usage or configuration error. */
    static final int WRONG_SET_UP = 5;

    /** Failed, and can be started again. */
    static final int UNAVAILABLE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private Console() {}

    /** One clear line for people, the stack trace for the log file. */
    static int show(Exception e, CommandLine command, ParseResult parsed) {
        LOG.debug("the command failed", e);
        PrintWriter err = command.getErr();
        if (e instanceof SettingsFileException) {
            err.println(e.getMessage());
            return WRONG_SET_UP;
        }
        if (e instanceof WrongSetUp) {
            err.println("error: " + e.getMessage());
            return WRONG_SET_UP;
        }
        if (e instanceof Unavailable) {
            err.println("error: " + e.getMessage());
            return UNAVAILABLE;
        }
        err.println("error: an error of this program, " + e.getClass().getSimpleName() + "; the log file ("
                + Logs.file() + ") says more");
        return UNAVAILABLE;
    }

    /** {@code 1.5 s}, {@code 3 min 20 s}. */
    static String time(Duration duration) {
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
