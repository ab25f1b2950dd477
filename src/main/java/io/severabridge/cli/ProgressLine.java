package io.severabridge.cli;

import io.severabridge.sync.run.Progress;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A progress bar on a terminal, plain log lines elsewhere. */
final class ProgressLine {
    private ProgressLine() {}

    /** What is shown of a run while it is under way. */
    enum Mode {
        /** A bar where a person looks at a terminal that can show it, lines elsewhere. */
        AUTO,
        /** Lines. */
        PLAIN,
        NONE
    }

    private static volatile Mode mode = Mode.AUTO;

    /** From now on. */
    static void use(Mode of) {
        mode = of;
    }

    static Progress forThisTerminal() {
        return of(mode, terminal() && isAble(System.getenv()), Logs.areJson());
    }

    static Progress of(Mode mode, boolean terminal, boolean json) {
        return mode == Mode.NONE ? Progress.NONE : of(terminal && mode == Mode.AUTO, json);
    }

    /** Whether a terminal can and is to redraw a line; NO_COLOR and CI count when they are not empty (no-color.org). */
    static boolean isAble(Map<String, String> environment) {
        String terminal = environment.get("TERM");
        return terminal != null
                && !terminal.equals("dumb")
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && environment.getOrDefault("CI", "").isEmpty();
    }

    /** A bar would stand between the lines that machines read. */
    static Progress of(boolean terminal, boolean json) {
        return terminal && !json ? new Bar() : new Lines();
    }

    /** From JDK 22 on there is a console even where the output goes to a file; it then says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean terminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJdk) {
            return true;
        }
    }

    private static final class Bar implements Progress {
        private @Nullable ProgressBar bar;

        @Override
        public void begin(String step, long rows) {
            bar = new ProgressBarBuilder()
                    .setTaskName(step)
                    .setInitialMax(rows)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(250)
                    .showSpeed()
                    .build();
        }

        @Override
        public void advance(long rows) {
            if (bar != null) {
                bar.stepBy(rows);
            }
        }

        @Override
        public void end(boolean complete) {
            if (bar != null) {
                bar.close();
                bar = null;
            }
        }
    }

    /** A line when a step begins and ends, and every few seconds between. */
    private static final class Lines implements Progress {
        private static final Logger LOG = LoggerFactory.getLogger("io.severabridge.progress");
        private static final long EVERY_NANOS = 10_000_000_000L;

        private String step = "";
        private long rows;
        private long done;
        private long said;

        @Override
        public void begin(String name, long of) {
            step = name;
            rows = of;
            done = 0;
            said = System.nanoTime();
        }

        @Override
        public void advance(long more) {
            done += more;
            long now = System.nanoTime();
            if (now - said > EVERY_NANOS) {
                said = now;
                LOG.info("{}: {} of {}", step, done, rows);
            }
        }

        @Override
        public void end(boolean complete) {
            if (rows > 0) {
                LOG.info("{}: {} of {}, {}", step, done, rows, complete ? "done" : "not finished");
            }
        }
    }
}
