package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.WrongSetUp;
import io.severabridge.sync.undo.Undo.Line;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An execution is taken back after much has happened: what is somebody else's, or a later execution's, stays. */
class UndoLaterTest {
    private static final String ADA =
            "{\"firstName\": \"Ada\", \"lastName\": \"Lie\", \"email\": \"ada@fjord.example\"}";

    private static List<Line> undo(World world, RunResult run) {
        return new UndoRun(world.company(), Programs.at(Clock.system(ZoneOffset.UTC)))
                .run(run.execution(), true)
                .lines();
    }

    private static List<String> left(List<Line> lines) {
        return lines.stream()
                .filter(Line::isLeft)
                .map(line -> line.entity() + ": " + line.note())
                .toList();
    }

    @Test
    void whatALaterExecutionHasCarriedOverStays() {
        try (World world = World.standard()) {
            RunResult load = world.once();
            String project =
                    world.find("projects", "number", "500").path("guid").asString();
            world.sandbox().change("projects", project, "/name", "Renamed by somebody");
            RunResult night = world.nightly();
            assertThat(left(undo(world, load)))
                    .contains(
                            "project: execution " + night.execution() + " has changed it since: take that back first");
            assertThat(world.find("projects", "number", "500").path("name").asString())
                    .isEqualTo("Renamed by somebody");
        }
    }

    @Test
    void theLastExecutionIsTakenBackFirstAndThenTheOneBefore() {
        try (World world = World.standard()) {
            world.sandbox().add("customers", "{\"name\": \"Fjord\", \"number\": 10001}");
            RunResult load = world.once();
            world.sql("UPDATE Actor SET Nm = 'Fjord Norge AS', ChDt = 20991231 WHERE ActNo = 100");
            RunResult night = world.nightly();
            assertThat(left(undo(world, night))).isEmpty();
            assertThat(left(undo(world, load))).isEmpty();
            assertThat(world.find("customers", "number", "10001").path("name").asString())
                    .isEqualTo("Fjord");
        }
    }

    @Test
    void aRowThatGotTheKeyOfARemovedOneStays() {
        try (World world = World.working()) {
            world.once();
            world.sandbox().add("users", ADA);
            RunResult night = world.nightly();
            String key = world.value("SELECT ActNo FROM Actor WHERE Nm = 'Ada Lie'");
            world.sql("DELETE FROM Actor WHERE ActNo = " + key);
            world.bridge("DELETE FROM BRIDGE_LINK WHERE ENTITY LIKE 'user%' AND ERP_KEY = '" + key + "'");
            world.insert("Actor", "ActNo=" + key, "EmpNo=99", "Nm=Leif Annen", "MailAd=leif@fjord.example");
            assertThat(left(undo(world, night))).containsExactly("user: it is another record now");
            assertThat(world.value("SELECT COUNT(*) FROM Actor WHERE Nm = 'Leif Annen'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void whatIsInUseStays() {
        try (World world = World.working()) {
            RunResult load = world.once();
            new Work(world.sandbox()).hour("\"quantity\": 2");
            world.sandbox().add("users", ADA);
            RunResult night = world.nightly();
            String number = world.value("SELECT EmpNo FROM Actor WHERE Nm = 'Ada Lie'");
            world.insert("R2", "RNo=900", "Nm=Internt", "Rsp=" + number);
            assertThat(left(undo(world, night))).containsExactly("user: it is in use in the ERP (projects, 1)");
            assertThat(left(undo(world, load))).contains("project: other records of Severa refer to it");
            assertThat(world.sandbox().records("projects")).hasSize(1);
        }
    }

    @Test
    void aUserWithHoursStaysAndThatIsToldBefore() {
        try (World world = World.working()) {
            RunResult load = world.once();
            new Work(world.sandbox()).hour("\"quantity\": 2");
            List<Line> told = new UndoRun(world.company(), Programs.at(Clock.system(ZoneOffset.UTC)))
                    .run(load.execution(), false)
                    .lines();
            assertThat(left(told)).contains("user: other records of Severa refer to it");
            assertThat(undo(world, load)).isEqualTo(told);
        }
    }

    @Test
    void aGuidFieldThatWasFilledBeforeKeepsIt() {
        try (World world = World.standard()) {
            String guid = world.sandbox().add("customers", "{\"name\": \"Fjord AS\", \"number\": 10001}");
            world.sql("UPDATE Actor SET Inf8 = '" + guid + "' WHERE ActNo = 100");
            undo(world, world.once());
            assertThat(world.value("SELECT Inf8 FROM Actor WHERE ActNo = 100")).isEqualTo(guid);
        }
    }

    @Test
    void whatWasEmptiedIsMadeAgainAndTheNextRunFindsWhatThisOneFound() {
        try (World world = World.standard()) {
            world.once();
            world.sql("UPDATE Actor SET MobPh = '', ChDt = 20991231 WHERE ActNo = 200");
            undo(world, world.nightly());
            assertThat(world.sandbox().records("contactcommunications")).hasSize(2);
            world.nightly();
            assertThat(world.sandbox().records("contactcommunications")).hasSize(1);
            assertThat(world.value("SELECT MobPh FROM Actor WHERE ActNo = 200")).isEmpty();
        }
    }

    @Test
    void aLinkMadeByHandBelongsToNoExecution() {
        try (World world = World.standard()) {
            world.add("Actor", "ActNo=101", "CustNo=10002", "Nm=Annet navn AS", "Cur=999");
            RunResult load = world.once();
            String guid = world.sandbox().add("customers", "{\"name\": \"Helt annet\", \"number\": 777}");
            world.nightly();
            new Linking(world.company(), Clock.system(ZoneOffset.UTC)).link("customer", "101", guid);
            undo(world, load);
            assertThat(world.value("SELECT Inf8 FROM Actor WHERE ActNo = 101")).isEqualTo(guid);
        }
    }

    @Test
    void whatIsInDoubtIsSettledFirst() {
        try (World world = World.standard()) {
            RunResult load = world.once();
            world.bridge(
                    "INSERT INTO BRIDGE_INTENT (COMPANY, ENTITY, ERP_KEY, BODY, MADE_AT, SEVERA_TIME) SELECT COMPANY,"
                            + " 'project', '501', '{}', CHANGED_AT, CHANGED_AT FROM BRIDGE_LINK WHERE ENTITY = 'customer'");
            assertThatThrownBy(() -> undo(world, load))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageContaining("a run of the job settles that first");
        }
    }
}
