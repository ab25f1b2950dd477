package io.severabridge.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where the log file is, and how the console's log lines look. */
final class Logs {
    /** For people, or one JSON object a line for machines. */
    enum Format {
        TEXT,
        JSON
    }

    private Logs() {}

    /** As logback.xml has it. */
    static String file() {
        String file = System.getenv("BRIDGE_LOG");
        return file == null || file.isBlank() ? "logs/severa-bridge.log" : file;
    }

    /** From now on. The log file stays as it is. */
    static void use(Format format) {
        if (format == Format.JSON) {
            OutputStreamAppender<ILoggingEvent> console = console();
            console.stop();
            console.setEncoder(json(context()));
            console.start();
        }
    }

    /** A line when nothing is kept, because the log file cannot be written; the work itself needs none. */
    static void warnWithoutFile(PrintWriter err) {
        Appender<ILoggingEvent> file = context().getLogger("io.severabridge").getAppender("file");
        if (file != null && !file.isStarted()) {
            Console.warning(
                    err,
                    "the log file " + Path.of(file()).toAbsolutePath() + " cannot be written: what happened is only"
                            + " on this console; BRIDGE_LOG names another file");
        }
    }

    /** The console's lines. */
    static void inUtf8() {
        if (console().getEncoder() instanceof PatternLayoutEncoder lines) {
            lines.stop();
            lines.setCharset(StandardCharsets.UTF_8);
            lines.start();
        }
    }

    static boolean areJson() {
        return console().getEncoder() instanceof JsonEncoder;
    }

    /** What stands in a line for people, and where it comes from; stack traces stay in the file. */
    private static JsonEncoder json(LoggerContext context) {
        JsonEncoder json = new JsonEncoder();
        json.setContext(context);
        json.setWithSequenceNumber(false);
        json.setWithNanoseconds(false);
        json.setWithContext(false);
        json.setWithMDC(false);
        json.setWithMessage(false);
        json.setWithArguments(false);
        json.setWithFormattedMessage(true);
        json.setWithThrowable(false);
        json.start();
        return json;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    /** The appender of logback.xml. */
    private static OutputStreamAppender<ILoggingEvent> console() {
        return (OutputStreamAppender<ILoggingEvent>)
                context().getLogger("io.severabridge").getAppender("console");
    }
}
