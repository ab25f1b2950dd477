package io.severabridge.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import io.severabridge.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;

/** The log file and those before it, which name records of both systems and are readable by their owner alone. */
public final class LogFile extends RollingFileAppender<ILoggingEvent> {
    /** As logback.xml has it. */
    private static final int KEPT = 5;

    @Override
    public void openFile(String name) throws IOException {
        OwnerOnly.file(Path.of(name));
        for (int number = 1; number <= KEPT; number++) {
            OwnerOnly.restrict(Path.of(name + "." + number));
        }
        super.openFile(name);
    }
}
