package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.Changes;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.sync.run.Progress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plan says is what the run then does, and nothing is done before. */
class PlanTest {
    private static final Clock CLOCK = Clock.system(ZoneOffset.UTC);

    /** What is told of a run: changes, outcomes by step, rejects. */
    private record Told(List<String> changes, Map<String, String> outcomes, List<String> rejects, int exitCode) {}

    private static Told planned(World world, String job) {
        world.load();
        String before = state(world);
        world.sandbox().resetCounts();
        JobRunner.Request request = new JobRunner.Request(job, world.company(), List.of(), false, null);
        Told told = new JobRunner(request, Programs.at(CLOCK), Progress.NONE)
                .rehearse(rehearsed -> told(
                        rehearsed.result(),
                        new Changes(rehearsed.bridge(), world.company().name())));
        assertThat(world.sandbox().counts().writes()).isZero();
        assertThat(state(world)).isEqualTo(before);
        return told;
    }

    /** The ERP's tables, and what the bridge knows. */
    private static String state(World world) {
        StringBuilder state = new StringBuilder();
        for (String table : List.of("Actor", "R1", "R2", "Prod", "PrDcMat", "ProdCat", "Ord", "OrdLn", "FreeInf1")) {
            state.append(world.erp().sql("SELECT * FROM " + table).query().listOfRows());
        }
        try (BridgeDatabase bridge = BridgeDatabase.open(world.company().bridgeDatabase())) {
            for (String table : List.of("BRIDGE_LINK", "BRIDGE_JOURNAL", "BRIDGE_REJECT", "BRIDGE_WATERMARK")) {
                state.append(bridge.jdbc().sql("SELECT * FROM " + table).query().listOfRows());
            }
        }
        return state.toString();
    }

    private static Told done(World world, String job) {
        RunResult result = job.equals("nightly") ? world.nightly() : world.once();
        try (BridgeDatabase bridge = BridgeDatabase.open(world.company().bridgeDatabase())) {
            return told(result, new Changes(bridge, world.company().name()));
        }
    }

    /** GUIDs that Severa makes are not known before, nor the title of the contract that it makes with a user. */
    private static Told told(RunResult result, Changes changes) {
        Map<String, String> outcomes = new TreeMap<>();
        result.steps().forEach(step -> outcomes.put(step.name(), World.outcomes(result, step.name())));
        return new Told(
                changes.of(result.execution()).stream()
                        .map(PlanTest::line)
                        .sorted()
                        .toList(),
                outcomes,
                result.rejected().stream()
                        .map(RunResult.RejectSummary::toString)
                        .sorted()
                        .toList(),
                result.exitCode());
    }

    private static void agree(Told plan, Told run) {
        assertThat(plan.rejects()).isEqualTo(run.rejects());
        assertThat(plan.outcomes()).isEqualTo(run.outcomes());
        assertThat(plan.changes()).containsExactlyElementsOf(run.changes());
        assertThat(plan.exitCode()).isEqualTo(run.exitCode());
    }

    private static String line(Change change) {
        String old = change.entity().equals("user-title") ? "" : change.oldValue();
        String line = change.side() + " " + change.action() + " " + change.entity() + " " + change.label() + " "
                + change.field() + ": " + old + " -> " + change.newValue();
        return line.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "GUID");
    }

    /** An embedded ERP, and one on a server, whose text compares without regard to case. */
    static Stream<Arguments> erps() {
        return Stream.of(
                Arguments.of("embedded", (Supplier<World>) World::working),
                Arguments.of("server", (Supplier<World>) World::workingOnServer));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("erps")
    void aFirstLoadIsToldBeforehand(String erp, Supplier<World> worlds) {
        try (World world = worlds.get()) {
            world.sandbox()
                    .add("customers", "{\"name\": \"Fjord\", \"number\": 10001, \"website\": \"www.fjord.example\"}");
            world.add("Actor", "ActNo=300", "CustNo=10002", "Nm=Uten valuta AS", "Cur=999");
            Told plan = planned(world, "initial-load");
            agree(plan, done(world, "initial-load"));
            assertThat(plan.exitCode()).isEqualTo(2);
            assertThat(plan.changes())
                    .contains("SEVERA UPDATE customer customer 10001 Fjord AS name: \"Fjord\" -> \"Fjord AS\"")
                    .anyMatch(line -> line.startsWith("SEVERA CREATE project"))
                    .anyMatch(line -> line.startsWith("SEVERA UPDATE user-title"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("erps")
    void aNightWithHoursAndInvoicesInBothDirectionsIsToldBeforehand(String erp, Supplier<World> worlds) {
        try (World world = worlds.get()) {
            world.once();
            world.workDay();
            world.sql("UPDATE Actor SET Nm = 'Fjord Norge AS', ChDt = 20991231 WHERE ActNo = 100");
            world.sandbox()
                    .change(
                            "products",
                            world.find("products", "code", "A1").path("guid").asString(),
                            "/name",
                            "X");
            String owner = world.find("users", "code", "1").path("guid").asString();
            String customer = world.sandbox().add("customers", "{\"name\": \"Ny AS\", \"number\": 90001}");
            world.sandbox()
                    .add(
                            "contactpersons",
                            "{\"firstName\": \"Kai\", \"lastName\": \"Ny\", \"customer\": {\"guid\": \"" + customer
                                    + "\"}}");
            world.sandbox()
                    .add(
                            "projects",
                            "{\"name\": \"Nytt\", \"number\": 990, \"customer\": {\"guid\": \"" + customer
                                    + "\"}, \"projectOwner\": {\"guid\": \"" + owner
                                    + "\"}, \"salesStatus\": {\"salesStatusTypeGuid\": \""
                                    + world.find("salesstatustypes", "name", "Won")
                                            .path("guid")
                                            .asString() + "\"}}");
            world.sandbox()
                    .add("users", "{\"firstName\": \"Ada\", \"lastName\": \"Lie\", \"email\": \"ada@fjord.example\"}");
            Told plan = planned(world, "nightly");
            agree(plan, done(world, "nightly"));
            assertThat(plan.changes())
                    .anyMatch(line -> line.startsWith("ERP CREATE invoice"))
                    .anyMatch(line -> line.startsWith("ERP CREATE work-hour"))
                    .anyMatch(line -> line.startsWith("ERP CREATE contact"))
                    .anyMatch(line -> line.startsWith("ERP CREATE user"))
                    .anyMatch(line -> line.startsWith("ERP CREATE project"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("erps")
    void aNightWithCostsAndPaymentsIsToldBeforehand(String erp, Supplier<World> worlds) {
        try (World world = worlds.get()) {
            world.add("TxCd", "TxCdNo=1", "VatNo=1");
            world.add("UpdVo", "LnNo=1", "VoTp=11", "R2=500", "AmExVAT=1");
            world.once();
            world.workDay();
            world.nightly();
            world.sql("UPDATE Ord SET InvoNo = '5001' WHERE OrdNo = 1");
            world.insert("CustTr", "JNo=70", "EntNo=1", "CustNo=10001", "InvoNo=5001", "Am=1500", "VoDt=20261125");
            world.insert("CustTr", "JNo=71", "EntNo=2", "CustNo=10001", "InvoNo=5001", "Am=-1500", "VoDt=20261126");
            world.insert(
                    "UpdVo",
                    "JNo=90",
                    "BndNo=7",
                    "LnNo=1",
                    "VoNo=5000",
                    "VoDt=20261120",
                    "VoTp=21",
                    "Txt=Freight",
                    "DbAcNo=6100",
                    "DbTxCd=1",
                    "AmExVAT=32.38",
                    "R2=500");
            Told plan = planned(world, "nightly");
            agree(plan, done(world, "nightly"));
            assertThat(plan.changes())
                    .anyMatch(line -> line.startsWith("SEVERA CREATE cost"))
                    .anyMatch(line -> line.startsWith("SEVERA UPDATE payment-status"));
        }
    }
}
