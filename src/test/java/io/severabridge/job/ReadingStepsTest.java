package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.Executions;
import io.severabridge.store.ledger.Executions.StepRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading and matching are steps of their own in the tables of executions. */
class ReadingStepsTest {
    private static List<StepRow> steps(World world, long execution) {
        try (BridgeDatabase bridge = BridgeDatabase.open(world.company().bridgeDatabase())) {
            return new Executions(bridge, world.company().name()).steps(execution);
        }
    }

    private static List<String> names(World world, long execution, String entity) {
        return steps(world, execution).stream()
                .map(StepRow::step)
                .filter(name -> name.startsWith(entity))
                .toList();
    }

    @Test
    void eachSystemIsReadOnceForBothDirectionsAndMatchedBeforeEach() {
        try (World world = World.standard()) {
            RunResult result = world.once();
            assertThat(names(world, result.execution(), "customer"))
                    .containsExactly(
                            "customer/read-severa",
                            "customer/read-erp",
                            "customer/match-to-severa",
                            "customer-to-severa",
                            "customer-to-severa/market-segment",
                            "customer/read-severa/projects",
                            "customer/match-to-erp",
                            "customer-to-erp",
                            "customer-to-erp/market-segment");
            assertThat(names(world, result.execution(), "market-segment"))
                    .containsExactly(
                            "market-segment/read-severa",
                            "market-segment/read-erp",
                            "market-segment/match-to-severa",
                            "market-segment/match-to-erp");
            assertThat(result.steps())
                    .extracting(RunResult.StepResult::name)
                    .noneMatch(name -> name.contains("/read-"));
        }
    }

    @Test
    void theyCountWhatTheyHaveRead() {
        try (World world = World.standard()) {
            world.run();
            List<StepRow> night = steps(world, world.once("customer-to-severa").execution());
            assertThat(night)
                    .filteredOn(step -> step.step().startsWith("customer"))
                    .extracting(StepRow::step, StepRow::status, StepRow::read, StepRow::counted)
                    .containsExactly(
                            tuple("customer/read-severa", "COMPLETED", 1L, false),
                            tuple("customer/read-erp", "COMPLETED", 1L, false),
                            tuple("customer/match-to-severa", "COMPLETED", 1L, false),
                            tuple("customer-to-severa", "COMPLETED", 1L, true),
                            tuple("customer-to-severa/market-segment", "COMPLETED", 1L, true));
        }
    }

    @Test
    void whatARestartReadsAgainIsOnlyWhatItStillNeeds() {
        try (World world = World.standard()) {
            world.sandbox()
                    .setFaults("{\"faults\":[{\"fault\":\"500\",\"path\":\"/v1/contactpersons\",\"probability\":1}]}");
            RunResult broken = world.once();
            assertThat(broken.exitCode()).isEqualTo(3);
            assertThat(broken.steps())
                    .filteredOn(step -> !step.status().equals("COMPLETED"))
                    .extracting(RunResult.StepResult::name)
                    .containsExactly("contact/read-severa");
            world.sandbox().setFaults("{\"faults\":[]}");

            RunResult restarted = world.once();
            assertThat(restarted.restarted()).isTrue();
            assertThat(names(world, restarted.execution(), "customer")).isEmpty();
            assertThat(names(world, restarted.execution(), "contact"))
                    .startsWith(
                            "contact/read-severa", "contact/read-erp", "contact/match-to-severa", "contact-to-severa");
            assertThat(restarted.steps())
                    .extracting(RunResult.StepResult::status)
                    .containsOnly("COMPLETED");
        }
    }
}
