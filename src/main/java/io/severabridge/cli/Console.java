package io.severabridge.cli;

import io.severabridge.company.SettingsFileException;
import io.severabridge.failure.ExitCode;
import io.severabridge.failure.FullDisk;
import io.severabridge.job.Causes;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** How errors and figures are shown. */
final class Console {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private Console() {}

    /** One clear line for people, the stack trace for the log file. */
    static int show(Exception e, CommandLine command, ParseResult parsed) {
        LOG.debug("the command failed", e);
        if (e instanceof SettingsFileException && !Logs.areJson()) {
            command.getErr().println(lines(String.valueOf(e.getMessage())));
        } else {
            error(command.getErr(), sentence(e));
        }
        return exitCode(e);
    }

    /** A line for people, or an object of the log where machines read it. */
    static void error(PrintWriter err, String line) {
        if (Logs.areJson()) {
            LOG.error(line);
        } else {
            err.println("error: " + lines(line));
        }
    }

    /** Likewise, of what does not keep the command from going on. */
    static void warning(PrintWriter err, String line) {
        if (Logs.areJson()) {
            LOG.warn(line);
        } else {
            err.println("warning: " + line);
        }
    }

    /** One line: text of records may hold what moves a terminal's cursor or makes a line look like another one. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "");
    }

    /** Likewise, but a message of several lines stays one. */
    static String lines(String text) {
        return text.lines().map(Console::line).collect(Collectors.joining(System.lineSeparator()));
    }

    static int exitCode(Exception e) {
        Throwable cause = Causes.named(e);
        return cause instanceof SettingsFileException ? ExitCode.WRONG_SET_UP : ExitCode.of(cause);
    }

    static String sentence(Exception e) {
        Throwable cause = Causes.named(e);
        return Causes.isNamed(cause)
                ? String.valueOf(cause.getMessage())
                : "an error in this program, " + e.getClass().getSimpleName() + "; see the log file (" + Logs.file()
                        + ")";
    }

    /** Why a file or folder cannot be written, without the name of a class. */
    static String reason(Exception e) {
        if (FullDisk.isBehind(e)) {
            return "the disk is full";
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission to write " + denied.getFile();
        }
        if (e instanceof FileSystemException file) {
            String said = file.getReason();
            return said != null
                    ? file.getFile() + ": " + said
                    : file.getFile() + (file instanceof NoSuchFileException ? " is not there" : " is in the way");
        }
        return e.getMessage() == null ? "see the log file (" + Logs.file() + ")" : e.getMessage();
    }

    /** {@code 1.5 s}, {@code 3 min 20 s}. */
    static String time(Duration duration) {
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
