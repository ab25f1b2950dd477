package io.severabridge.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes at once. */
class TwoAtOnceIT {
    @TempDir
    Path folder;

    private static Process underWay(Systems systems) throws InterruptedException {
        Sandbox sandbox = systems.sandbox();
        sandbox.setFaults("{\"faults\": [{\"fault\": \"slow\", \"probability\": 1, \"seed\": 1, \"millis\": 300}]}");
        Process run = systems.start("initial-load", 0);
        while (run.isAlive() && sandbox.counts().total() < 5) {
            Thread.sleep(5);
        }
        return run;
    }

    @Test
    void theSameCompanyIsRefusedAndAnotherRunsBesideIt() throws IOException, InterruptedException {
        try (Systems systems = new Systems(Files.createDirectories(folder.resolve("one")));
                Systems others = new Systems(Files.createDirectories(folder.resolve("other")))) {
            Process first = underWay(systems);
            Process second = systems.start("nightly", 0);
            Process other = others.start("initial-load", 0);
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).as(systems.output()).isEqualTo(6);
            assertThat(first.isAlive()).as("the first run still runs").isTrue();
            assertThat(systems.output()).contains("another run of company", "process " + first.pid());
            systems.sandbox().setFaults("{\"faults\": []}");
            assertThat(Systems.exitCode(other)).as(others.output()).isZero();
            assertThat(Systems.exitCode(first)).as(systems.output()).isZero();
        }
    }
}
