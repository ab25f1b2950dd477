package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.check.UndoSheet;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.sync.undo.Undo.Line;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a run has done is taken back, and nothing that people did since. */
class UndoTest {
    private static final Clock CLOCK = Clock.system(ZoneOffset.UTC);
    private static final List<String> RESOURCES = List.of(
            "businessunits",
            "users",
            "productcategories",
            "products",
            "customers",
            "addresses",
            "customermarketsegments",
            "contactpersons",
            "contactcommunications",
            "projects",
            "projectfees",
            "invoices");

    private static List<Line> undo(World world, RunResult run, boolean act) {
        return new UndoRun(world.company(), Programs.at(CLOCK))
                .run(run.execution(), act)
                .lines();
    }

    /** Both systems, without when and by whom their records were changed last. */
    static Map<String, String> systems(World world) {
        Map<String, String> all = new TreeMap<>();
        for (String table : List.of("Actor", "R1", "R2", "Prod", "PrDcMat", "ProdCat", "FreeInf1")) {
            all.put(
                    table,
                    world.erp().sql("SELECT * FROM " + table).query().listOfRows().stream()
                            .map(row -> {
                                Map<String, Object> bare = new TreeMap<>(row);
                                bare.keySet().removeIf(name -> name.matches("Ch(Dt|Tm|Tmms|Usr|Prc|Sm)"));
                                return bare.toString();
                            })
                            .sorted()
                            .toList()
                            .toString());
        }
        for (String resource : RESOURCES) {
            all.put(
                    resource,
                    String.valueOf(world.sandbox().records(resource))
                            .replaceAll("\"lastUpdated(DateTime|By)\":(\"[^\"]*\"|\\{[^}]*})|,?\"\\w+\":null", "")
                            .replaceAll(",+", ",")
                            .replace(",}", "}"));
        }
        return all;
    }

    private static long links(World world) {
        try (BridgeDatabase bridge = BridgeDatabase.open(world.company().bridgeDatabase())) {
            return bridge.jdbc()
                    .sql("SELECT COUNT(*) FROM BRIDGE_LINK")
                    .query(Long.class)
                    .single();
        }
    }

    private static World halfFilled() {
        World world = World.working();
        world.sandbox()
                .add("customers", "{\"name\": \"Fjord\", \"number\": 10001, \"website\": \"www.fjord.example\"}");
        world.load();
        return world;
    }

    @Test
    void aFirstLoadIsTakenBackToTheStart() {
        try (World world = halfFilled()) {
            Map<String, String> before = systems(world);
            RunResult run = world.once();
            assertThat(systems(world)).isNotEqualTo(before);
            assertThat(undo(world, run, true)).isNotEmpty().noneMatch(Line::isLeft);
            systems(world).forEach((part, now) -> assertThat(now).as(part).isEqualTo(before.get(part)));
            assertThat(links(world)).isZero();
            assertThat(undo(world, run, true)).isEmpty();
            assertThat(world.once().total()).isEqualTo(run.total());
        }
    }

    @Test
    void superiorsThatWereMadeInAnyOrderAreTakenBackInOneGo() {
        try (World world = World.standard()) {
            world.add(
                    "Actor",
                    "ActNo=8",
                    "EmpNo=8",
                    "Nm=Per Berg",
                    "MailAd=per@fjord.example",
                    "R1=10",
                    "MainAct=1",
                    "Title=Lead");
            world.add(
                    "Actor",
                    "ActNo=9",
                    "EmpNo=9",
                    "Nm=Eva Dal",
                    "MailAd=eva@fjord.example",
                    "R1=10",
                    "MainAct=10",
                    "Title=Lead");
            world.add("Actor", "ActNo=10", "EmpNo=10", "Nm=Siv Moe", "MailAd=siv@fjord.example", "R1=10", "Title=Lead");
            world.load();
            Map<String, String> before = systems(world);
            RunResult run = world.once();
            assertThat(world.find("users", "code", "9").at("/superiorUser/guid").asString())
                    .isEqualTo(world.find("users", "code", "10").path("guid").asString());
            assertThat(undo(world, run, true)).isNotEmpty().noneMatch(Line::isLeft);
            systems(world).forEach((part, now) -> assertThat(now).as(part).isEqualTo(before.get(part)));
        }
    }

    @Test
    void aTitleThatSeveraGaveToAUserWhoWasMadeThereIsTakenOutOfTheErpAgain() {
        try (World world =
                World.working().with("masters: { default: severa", "masters: { default: severa, users: both")) {
            world.load();
            world.sql("UPDATE Actor SET Title = '' WHERE ActNo = 1");
            Map<String, String> before = systems(world);
            RunResult run = world.once();
            assertThat(world.value("SELECT Title FROM Actor WHERE ActNo = 1")).isEqualTo("Employee");
            assertThat(undo(world, run, true)).isNotEmpty().noneMatch(Line::isLeft);
            assertThat(world.value("SELECT Title FROM Actor WHERE ActNo = 1")).isEmpty();
            systems(world).forEach((part, now) -> assertThat(now).as(part).isEqualTo(before.get(part)));
        }
    }

    @Test
    void whatWouldBeTakenBackIsToldFirstAndNothingIsDone() {
        try (World world = halfFilled()) {
            RunResult run = world.once();
            Map<String, String> before = systems(world);
            long links = links(world);
            List<Line> told = undo(world, run, false);
            assertThat(systems(world)).isEqualTo(before);
            assertThat(links(world)).isEqualTo(links);
            assertThat(undo(world, run, true)).isEqualTo(told);
        }
    }

    @Test
    void whatPeopleChangedSinceStays() {
        try (World world = halfFilled()) {
            RunResult run = world.once();
            String project =
                    world.find("projects", "number", "500").path("guid").asString();
            String customer =
                    world.find("customers", "number", "10001").path("guid").asString();
            world.sandbox().change("projects", project, "/name", "Renamed by somebody");
            world.sandbox().change("customers", customer, "/name", "Fjord Norge AS");
            List<Line> lines = undo(world, run, true);
            assertThat(lines.stream()
                            .filter(Line::isLeft)
                            .map(line -> line.label() + " " + line.field() + ": " + line.note()))
                    .contains(
                            "project 500 Kaiprosjekt : somebody has changed it in Severa since",
                            "customer 10001 Fjord AS name: somebody has changed it since");
            assertThat(world.find("projects", "number", "500").path("name").asString())
                    .isEqualTo("Renamed by somebody");
            assertThat(world.find("customers", "number", "10001").path("name").asString())
                    .isEqualTo("Fjord Norge AS");
        }
    }

    @Test
    void aNightIsTakenBackButItsOrdersAndInvoicedHours() {
        try (World world = World.working()) {
            world.once();
            world.workDay();
            world.sql("UPDATE Actor SET Nm = 'Fjord Norge AS', ChDt = 20991231 WHERE ActNo = 100");
            world.sandbox()
                    .add("users", "{\"firstName\": \"Ada\", \"lastName\": \"Lie\", \"email\": \"ada@fjord.example\"}");
            RunResult night = world.nightly();
            List<Line> lines = undo(world, night, true);
            assertThat(lines.stream().filter(Line::isLeft).map(Line::entity))
                    .containsExactlyInAnyOrder("invoice", "work-hour");
            assertThat(world.value("SELECT COUNT(*) FROM Ord")).isEqualTo("1");
            assertThat(world.value("SELECT COUNT(*) FROM FreeInf1")).isEqualTo("1");
            assertThat(world.value("SELECT COUNT(*) FROM Actor WHERE Nm = 'Ada Lie'"))
                    .isEqualTo("0");
            assertThat(world.find("customers", "number", "10001").path("name").asString())
                    .isEqualTo("Fjord AS");
            RunResult again = world.nightly();
            assertThat(World.outcomes(again, "customer-to-severa")).isEqualTo("0/1/0/0/0/0");
            assertThat(World.outcomes(again, "user-to-erp")).startsWith("1/0/0/");
        }
    }

    @Test
    void anUndoThatBreaksOffIsBegunAgain() {
        try (World world = halfFilled()) {
            Map<String, String> before = systems(world);
            RunResult run = world.once();
            world.sandbox().resetCounts();
            world.sandbox().setFaults("{\"faults\": [{\"fault\": \"500\", \"at\": [30], \"burst\": 1000}]}");
            assertThatThrownBy(() -> undo(world, run, true)).isInstanceOf(Unavailable.class);
            assertThat(systems(world)).isNotEqualTo(before);
            world.sandbox().setFaults("{\"faults\": []}");
            assertThat(undo(world, run, true)).noneMatch(Line::isLeft);
            systems(world).forEach((part, now) -> assertThat(now).as(part).isEqualTo(before.get(part)));
            assertThat(links(world)).isZero();
        }
    }

    @Test
    void aGuidThatTheErpDoesNotLetGoIsSaid() {
        try (World world = halfFilled()) {
            RunResult run = world.once();
            world.erp()
                    .sql("ALTER TABLE Actor ADD CONSTRAINT KEEPS_GUID CHECK (ActNo NOT IN (100, 200) OR Inf8 <> '')")
                    .update();
            List<Line> left =
                    undo(world, run, true).stream().filter(Line::isLeft).toList();
            assertThat(left)
                    .anyMatch(line -> line.label().equals("customer 10001 Fjord AS")
                            && line.note().contains("does not take the GUID"))
                    .anyMatch(line ->
                            line.entity().equals("contact") && line.note().contains("empty the field by hand"));
            assertThat(world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100")).isNotEmpty();
        }
    }

    @Test
    void anExecutionThatThereIsNotIsNamed() {
        try (World world = World.standard()) {
            world.once();
            assertThatThrownBy(() -> new UndoRun(world.company(), Programs.at(CLOCK)).run(4711, true))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageContaining("has no execution 4711");
        }
    }

    @Test
    void aScopeThatIsMissingIsNamedBeforeAnythingIsChanged() {
        try (World world = halfFilled()) {
            RunResult run = world.once();
            Map<String, String> before = systems(world);
            world.sandbox().withhold("projects:delete");
            assertThatThrownBy(() -> undo(world, run, true))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageContaining("do not have: projects:delete");
            assertThat(systems(world)).isEqualTo(before);
            world.sandbox().withhold();
            assertThat(undo(world, run, true)).noneMatch(Line::isLeft);
        }
    }

    @Test
    void theExecutionsOfOneRunAreTakenBackTogetherAndThatIsSaid() {
        try (World world = halfFilled()) {
            world.sandbox()
                    .setFaults("{\"faults\": [{\"fault\": \"500\", \"method\": \"POST\", \"path\": \"/v1/projects\","
                            + " \"at\": [1], \"burst\": 1000}]}");
            RunResult broken = world.once();
            assertThat(broken.exitCode()).isEqualTo(3);
            world.sandbox().setFaults("{\"faults\": []}");
            RunResult whole = world.once();
            assertThat(whole.restarted()).isTrue();
            // The figures of the steps are those of both, and so is the time.
            assertThat(whole.time())
                    .isGreaterThanOrEqualTo(whole.steps().stream()
                            .map(RunResult.StepResult::time)
                            .reduce(java.time.Duration.ZERO, java.time.Duration::plus));
            UndoRun.Result result = new UndoRun(world.company(), Programs.at(CLOCK)).run(whole.execution(), true);
            assertThat(result.executions()).containsExactly(broken.execution(), whole.execution());
            assertThat(UndoSheet.of("x", whole.execution(), result.executions(), result.lines(), true)
                            .notes())
                    .containsExactly("executions " + broken.execution() + ", " + whole.execution()
                            + " are one run, which was started again: all of them were taken back");
            assertThat(links(world)).isZero();
        }
    }
}
