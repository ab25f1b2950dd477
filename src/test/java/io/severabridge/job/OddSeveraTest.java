package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.sandbox.OtherClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Severa answers well and is not to be trusted: lists that are none or shift, and dates that are ahead. */
class OddSeveraTest {
    private static final int CUSTOMERS = 130;

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

    /** As if another bridge had made them: nothing is linked. */
    private static void unlinked(World world) {
        world.bridge("DELETE FROM BRIDGE_LINK");
        assertThat(world.erp()
                        .sql("UPDATE Actor SET Inf6 = '', Inf7 = '', Inf8 = ''")
                        .update())
                .isPositive();
    }

    private static long made(World world) {
        return world.sandbox().counts().byCall().entrySet().stream()
                .filter(call ->
                        call.getKey().startsWith("POST") && !call.getKey().contains("token"))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "200,'',nothing (HTTP 200 with an empty body)",
        "204,'',nothing (HTTP 204 with an empty body)",
        "200,'<html>Sign in</html>',a page for people"
    })
    void customersAreNotMadeASecondTimeWhereTheirListIsNone(int status, String body, String called) {
        try (World world = world()) {
            assertThat(world.once().exitCode()).isZero();
            unlinked(world);
            world.sandbox().resetCounts();
            world.sandbox()
                    .setFaults("{\"faults\":[{\"fault\":\"answer\",\"method\":\"GET\",\"path\":\"/v1/customers$\","
                            + "\"status\":" + status + ",\"body\":\"" + body + "\",\"probability\":1}]}");
            RunResult result = world.once();
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.failure()).startsWith("Severa: GET /v1/customers answered " + called);
            assertThat(world.sandbox().counts().byCall()).doesNotContainKey("POST /v1/customers");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"addresses", "customermarketsegments"})
    void aListThatShiftsHidesNoRecordThatIsThere(String list) {
        try (World world = world()) {
            assertThat(world.once().exitCode()).isZero();
            unlinked(world);
            world.sandbox().resetCounts();
            world.sandbox()
                    .setFaults("{\"faults\":[{\"fault\":\"shift\",\"method\":\"GET\",\"path\":\"/v1/" + list
                            + "$\",\"at\":[2]}]}");
            assertThat(world.once().exitCode()).isZero();
            assertThat(made(world)).as("records made a second time").isZero();
            assertThat(world.sandbox().records(list)).hasSize(CUSTOMERS + 1);
        }
    }

    @Test
    void aDateAheadLosesNoChange() {
        try (World world = World.standard();
                OtherClock clock = new OtherClock(world.sandbox().baseUrl())) {
            world.with("base-url: SEVERA", "base-url: " + clock.baseUrl());
            assertThat(world.once().exitCode()).isZero();
            clock.strike(0.5, 1, Duration.ofDays(1));
            assertThat(world.nightly().exitCode()).isZero();
            assertThat(clock.struck()).isPositive();
            clock.strike(0, 1, Duration.ZERO);
            String customer =
                    world.find("customers", "name", "Fjord AS").path("guid").asString();
            world.sandbox().change("customers", customer, "/website", "fjord.example");
            assertThat(world.nightly().exitCode()).isZero();
            assertThat(world.value("SELECT WebPg FROM Actor WHERE ActNo = 100")).isEqualTo("fjord.example");
        }
    }

    @Test
    void aCreateInDoubtIsFoundThoughAnotherAnswerWasDatedAhead() {
        try (World world = world();
                OtherClock clock = new OtherClock(world.sandbox().baseUrl())) {
            world.with("base-url: SEVERA", "base-url: " + clock.baseUrl());
            clock.strike(0.3, 1, Duration.ofDays(1));
            world.sandbox()
                    .setFaults("{\"faults\":[{\"fault\":\"close-after\",\"method\":\"POST\",\"path\":\"/v1/[a-su-z]\","
                            + "\"probability\":0.1,\"seed\":7}]}");
            assertThat(world.once().exitCode()).isZero();
            assertThat(clock.struck()).isPositive();
            assertThat(world.sandbox().records("addresses")).hasSize(CUSTOMERS + 1);
            assertThat(world.sandbox().records("contactcommunications")).hasSize(2);
        }
    }

    @Test
    void aQuietNightOfAWorkingCompanyKeepsToItsCalls() throws InterruptedException {
        try (World world = World.working().with("doubt-delay: 200ms", "doubt-delay: 200ms\n  overlap: 0s")) {
            world.once();
            world.workDay();
            world.nightly();
            // Times of answers are whole seconds: what this night read a moment ago would be "changed" for the next
            // ones.
            Thread.sleep(1_100);
            world.nightly();
            world.sandbox().resetCounts();
            assertThat(world.nightly().exitCode()).isZero();
            assertThat(world.sandbox().counts().total())
                    .as(world.sandbox().counts().byCall().toString())
                    .isLessThanOrEqualTo(40);
        }
    }

    private static final String REFUSES_THE_FORM =
            "{\"faults\":[{\"fault\":\"answer\",\"method\":\"PATCH\",\"status\":400,"
                    + "\"body\":\"{\\\"error\\\":{\\\"type\\\":\\\"InvalidRequest\\\",\\\"details\\\":[{\\\"message\\\":"
                    + "\\\"The body is not valid.\\\"}]}}\",\"probability\":1}]}";

    @Test
    void aRunWhoseFirstPatchesAreRefusedForTheirFormStopsWithTheSetting() {
        try (World world = world()) {
            assertThat(world.once().exitCode()).isZero();
            assertThat(world.erp()
                            .sql("UPDATE Actor SET WebPg = 'new.example', ChDt = 0 WHERE CustNo > 0")
                            .update())
                    .isGreaterThan(CUSTOMERS);
            world.sandbox().setFaults(REFUSES_THE_FORM);
            RunResult result = world.once();
            assertThat(result.exitCode()).isEqualTo(5);
            assertThat(result.failure()).contains("severa.patch-values is json: try text", "--try-writes");
            world.sandbox().setFaults("{\"faults\":[]}");
            assertThat(world.once().exitCode()).isZero();
            assertThat(world.rejects()).isEmpty();
        }
    }

    @Test
    void anEmptiedSuperiorEmptiesTheReference() {
        try (World world = World.standard()) {
            world.add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Hansen", "MailAd=per@fjord.example", "R1=10", "MainAct=1");
            assertThat(world.run().exitCode()).isZero();
            java.util.List<String> bodies = new java.util.concurrent.CopyOnWriteArrayList<>();
            world.sandbox().observe(exchange -> {
                if (exchange.method().equals("PATCH")) {
                    bodies.add(exchange.requestBody());
                }
            });
            world.sql("UPDATE Actor SET MainAct = 0, ChDt = 0 WHERE ActNo = 2");
            assertThat(world.nightly().exitCode()).isZero();
            assertThat(bodies).containsExactly("[{\"op\":\"Replace\",\"path\":\"/superiorUser\",\"value\":null}]");
        }
    }
}
