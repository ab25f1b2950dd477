package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.sync.run.Progress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who watches a run is told whether a step has come to its end. */
class ProgressTest {
    private static final class Watched implements Progress {
        private final List<String> steps = new ArrayList<>();
        private String step = "";

        @Override
        public void begin(String name, long rows) {
            step = name;
        }

        @Override
        public void advance(long rows) {}

        @Override
        public void end(boolean complete) {
            steps.add(step + (complete ? " done" : " not finished"));
        }
    }

    @Test
    void aStepThatBreaksOffIsNotDone() {
        try (World world = World.standard()) {
            world.load();
            world.sandbox()
                    .setFaults("{\"faults\": [{\"fault\": \"500\", \"method\": \"POST\", \"path\": \"/v1/customers\","
                            + " \"at\": [1], \"burst\": 1000}]}");
            Watched watched = new Watched();
            JobRunner.Request request = new JobRunner.Request("initial-load", world.company(), List.of(), false, null);
            RunResult result = new JobRunner(request, Programs.at(Clock.system(ZoneOffset.UTC)), watched).run();
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(watched.steps)
                    .contains("user-to-severa done")
                    .last()
                    .isEqualTo("customer-to-severa not finished");
        }
    }
}
