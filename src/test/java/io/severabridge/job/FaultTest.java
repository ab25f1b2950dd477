package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the network does, each record is there once. */
class FaultTest {
    private static final int CUSTOMERS = 30;

    private static World world() {
        World world = World.standard();
        for (int number = 1; number <= CUSTOMERS; number++) {
            world.add(
                    "Actor",
                    "ActNo=" + (1000 + number),
                    "CustNo=" + (11000 + number),
                    "Nm=Kunde " + number,
                    "Ad1=Vei " + number,
                    "CAcSet=1");
        }
        return world;
    }

    private static void arrivedOnce(World world) {
        assertThat(world.sandbox().records("customers")).hasSize(CUSTOMERS + 1);
        assertThat(world.sandbox().records("addresses")).hasSize(CUSTOMERS + 1);
        assertThat(world.sandbox().records("customermarketsegments")).hasSize(CUSTOMERS + 1);
        assertThat(world.sandbox().records("contactpersons")).hasSize(1);
        assertThat(world.sandbox().records("contactcommunications")).hasSize(2);
        assertThat(world.sandbox().records("projects")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close-before", "close-after", "truncate", "500", "503", "429", "slow"})
    void aFaultNowAndThenLosesAndDoublesNothing(String fault) {
        try (World world = world()) {
            world.sandbox()
                    .setFaults("{\"faults\":[{\"fault\":\"" + fault + "\",\"path\":\"/v1/[a-su-z]\",\"millis\":20,"
                            + "\"probability\":0.1,\"seed\":7}]}");
            RunResult result = world.once();
            assertThat(result.failure()).isNull();
            assertThat(result.exitCode()).isZero();
            world.sandbox().setFaults("{\"faults\":[]}");
            arrivedOnce(world);
            world.run();
        }
    }

    @Test
    void tokensThatEndInTheMiddleAreRenewed() {
        try (World world = world()) {
            world.sandbox()
                    .setFaults(
                            "{\"faults\":[{\"fault\":\"expire-token\",\"path\":\"/v1/[a-su-z]\"," + "\"at\":[3,40]}]}");
            assertThat(world.run().exitCode()).isZero();
            arrivedOnce(world);
        }
    }

    @Test
    void aMarketSegmentIsReplacedOnceThoughTheAnswerIsLost() {
        try (World world = World.standard()) {
            world.run();
            world.sql("UPDATE Actor SET CAcSet = 2 WHERE ActNo = 100");
            world.sandbox()
                    .setFaults("{\"faults\":[{\"fault\":\"close-after\",\"method\":\"POST\",\"path\":"
                            + "\"customermarketsegments\",\"at\":[1]}]}");
            assertThat(world.run().exitCode()).isZero();
            assertThat(world.sandbox().records("customermarketsegments")).hasSize(1);
        }
    }

    @Test
    void aCreateThatTakesEffectAfterTheClientGaveUpIsFound() {
        try (World world = world().with("doubt-delay: 200ms", "doubt-delay: 800ms")) {
            world.sandbox()
                    .setFaults("{\"faults\":[{\"fault\":\"late\",\"method\":\"POST\",\"path\":\"/v1/customers$\","
                            + "\"millis\":300,\"at\":[2,5]}]}");
            assertThat(world.run().exitCode()).isZero();
            arrivedOnce(world);
        }
    }

    @Test
    void aSystemThatStaysAwayFailsTheRunAndTheNextRunGoesOn() {
        try (World world = world()) {
            world.sandbox()
                    .setFaults("{\"faults\":[{\"fault\":\"close-after\",\"method\":\"POST\","
                            + "\"path\":\"/v1/customers/[^/]*/addresses\",\"probability\":1},"
                            + "{\"fault\":\"close-before\",\"method\":\"GET\",\"path\":\"/v1/customers/[^/]*/addresses\","
                            + "\"probability\":1}]}");
            RunResult failed = world.once();
            assertThat(failed.exitCode()).isEqualTo(3);
            assertThat(failed.failure()).startsWith("Severa: ");
            world.sandbox().setFaults("{\"faults\":[]}");
            RunResult second = world.once();
            assertThat(second.exitCode()).isZero();
            assertThat(second.restarted()).isTrue();
            assertThat(second.total().created())
                    .as("a restarted run counts what the first has done, each once")
                    .isEqualTo(3 * (CUSTOMERS + 1) + 1 + 1 + 1 + 1 + 1 + 2 + 1);
            arrivedOnce(world);
            world.run();
        }
    }
}
