package io.severabridge.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs that are disturbed at random end in the same state as undisturbed ones: no double, no loss, links right, nothing in doubt.
 * A round is one disturbed job: initial load, night, invoices, in turn. More with {@code -Donce.rounds=200 -Donce.seed=1}; only
 * some kinds with {@code -Donce.mishaps=ERP_DEADLOCK,DISK_FULL}. The jobs are run by the jar that people run.
 */
class ExactlyOnceIT {
    private static final int ROUNDS = Integer.getInteger("once.rounds", 9);
    private static final long SEED = Long.getLong("once.seed", 20261125L);
    private static final List<String> JOBS = List.of("initial-load", "nightly", "invoices");

    /** A run that failed is started again; without new faults it must end. */
    private static final int TRIES = 6;

    private static final Duration AHEAD = Duration.ofDays(1);

    private static final List<Mishap> MISHAPS = mishaps(System.getProperty("once.mishaps", ""));

    @TempDir
    Path folder;

    private final Map<Mishap, Integer> struck = new EnumMap<>(Mishap.class);
    private final Repeated repeated = new Repeated();
    private int strikes;

    private static List<Mishap> mishaps(String chosen) {
        return chosen.isEmpty()
                ? List.copyOf(EnumSet.allOf(Mishap.class))
                : Arrays.stream(chosen.split(",", -1)).map(Mishap::valueOf).toList();
    }

    @Test
    void disturbedJobsEndAsUndisturbedOnes() throws IOException {
        System.out.println("exactly once: " + ROUNDS + " rounds, seed " + SEED);
        List<State> undisturbed = new ArrayList<>();
        List<Work> needed = new ArrayList<>();
        try (Systems systems = new Systems(Files.createDirectories(folder.resolve("undisturbed")))) {
            for (String job : JOBS) {
                new People(systems).before(job);
                systems.sandbox().resetCounts();
                assertThat(Systems.exitCode(systems.start(job, 0)))
                        .as(systems.output())
                        .isZero();
                needed.add(new Work(systems.sandbox().counts(), systems.looked()));
                undisturbed.add(systems.state());
            }
        }
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; ) {
            Path place = Files.createDirectories(folder.resolve("round-" + round));
            try (Systems systems = new Systems(place)) {
                for (int job = 0; job < JOBS.size() && round < ROUNDS; job++, round++) {
                    new People(systems).before(JOBS.get(job));
                    Mishap mishap = MISHAPS.get(random.nextInt(MISHAPS.size()));
                    Work done = disturb(
                            systems,
                            JOBS.get(job),
                            mishap,
                            random,
                            needed.get(job).calls());
                    struck.merge(mishap, 1, Integer::sum);
                    assertThat(undisturbed.get(job).differences(systems.state()))
                            .as("round " + round + ", seed " + SEED + ", " + JOBS.get(job) + " with " + mishap + "\n"
                                    + systems.output())
                            .isEmpty();
                    repeated.add(mishap, JOBS.get(job), done, needed.get(job));
                }
                strikes += systems.output().split(StrikingDriver.STRUCK, -1).length - 1;
            }
        }
        System.out.println("exactly once: " + undisturbed.get(2).size() + " lines compared after each round; " + struck
                + "; the ERP database struck " + strikes + " times; " + repeated);
    }

    private static Work disturb(Systems systems, String job, Mishap mishap, Random random, int calls) {
        Sandbox sandbox = systems.sandbox();
        sandbox.setFaults(mishap.plan(random, calls));
        systems.clock().strike(mishap.datedAhead(), random.nextInt(), AHEAD);
        sandbox.resetCounts();
        for (int kill = 0; kill < mishap.kills(); kill++) {
            long until = sandbox.counts().total() + random.nextInt(calls);
            Process run = systems.start(job, 0);
            if (mishap == Mishap.KILL_AT_TIME) {
                wait(run, random.nextInt(12_000));
            } else {
                waitForCalls(run, sandbox, until);
            }
            run.destroyForcibly();
            Systems.exitCode(run);
        }
        if (mishap == Mishap.STOP) {
            Process run = systems.start(job, 0);
            waitForCalls(run, sandbox, random.nextInt(calls));
            run.destroy();
            assertThat(Systems.exitCode(run)).isIn(0, 143);
        }
        if (mishap == Mishap.DISK_FULL) {
            long room = 200_000L + random.nextInt(3_000_000);
            Systems.exitCode(systems.start(job, systems.bridgeBytes() + room));
        }
        if (mishap.inside()) {
            Systems.exitCode(systems.disturbed(job, mishap, random.nextInt()));
        }
        int exitCode = 3;
        for (int attempt = 0; attempt < TRIES && exitCode != 0; attempt++) {
            if (attempt == 2) {
                sandbox.setFaults("{\"faults\": []}");
                systems.clock().strike(0, 0, Duration.ZERO);
            }
            exitCode = Systems.exitCode(systems.start(job, 0));
        }
        sandbox.setFaults("{\"faults\": []}");
        systems.clock().strike(0, 0, Duration.ZERO);
        assertThat(exitCode)
                .as(job + " with " + mishap + "\n" + systems.output())
                .isZero();
        return new Work(sandbox.counts(), systems.looked());
    }

    private static void waitForCalls(Process run, Sandbox sandbox, long calls) {
        while (run.isAlive() && sandbox.counts().total() < calls) {
            wait(run, 1);
        }
    }

    private static void wait(Process run, long millis) {
        try {
            if (run.waitFor(millis, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
