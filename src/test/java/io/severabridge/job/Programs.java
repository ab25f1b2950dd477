package io.severabridge.job;

import java.time.Clock;

/** Programs of tests, with the program's own jobs. None holds anything that must be closed. */
public final class Programs {
    private Programs() {}

    public static Program at(Clock clock) {
        return Program.start(JobFiles.ofProgram(), clock);
    }
}
