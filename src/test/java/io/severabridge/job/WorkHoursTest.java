package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approved work hours become rows of the table of free information (mapping page, Work hours). */
class WorkHoursTest {
    private static final String STEP = "work-hour-to-erp";

    /** What the mapping page names, in its order. */
    private static final String ROW =
            "SELECT CONCAT(EmpNo, '|', R1, '|', R2, '|', OrdNo, '|', ProdNo, '|', CustNo, '|',"
                    + " Txt2, '|', Txt3, '|', Txt4, '|', CAST(Val1 AS DECIMAL(12,2)), '|', CAST(Val2 AS DECIMAL(12,2)), '|',"
                    + " CAST(Val3 AS DECIMAL(12,2)), '|', CAST(Val4 AS DECIMAL(12,2)), '|', CAST(Val5 AS DECIMAL(12,2)), '|', Dt1)"
                    + " FROM FreeInf1 WHERE InfCatNo = 100 AND Txt1 = '";

    private final World world = World.working();

    @BeforeEach
    void load() {
        world.add("FreeInf1", "PK=7", "InfCatNo=3", "Txt1=somebody else's");
        assertThat(world.once().exitCode()).isZero();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String row(String guid) {
        return world.value(ROW + guid + "'");
    }

    private long rows() {
        return Long.parseLong(world.value("SELECT COUNT(*) FROM FreeInf1 WHERE InfCatNo = 100"));
    }

    /** One night, and a second one that does nothing. */
    private String night() {
        RunResult night = world.nightly();
        String found = outcomes(night, STEP);
        world.sandbox().resetCounts();
        RunResult again = world.nightly();
        assertThat(world.sandbox().counts().writes()).isZero();
        assertThat(again.steps().stream()
                        .filter(step -> step.name().equals(STEP))
                        .mapToLong(
                                step -> step.counts().created() + step.counts().updated())
                        .sum())
                .isZero();
        return found;
    }

    private String hour(String more) {
        return new Work(world.sandbox()).hour(more);
    }

    @Test
    void anApprovedEntryBecomesARow() {
        String guid = hour("""
                "quantity": 7.5, "unitPrice": {"amount": 1200.5, "currencyCode": "NOK"},
                "unitCost": {"amount": 433.33, "currencyCode": "NOK"}, "description": "Design\\nand review",
                "invoiceRowDescription": "Design", "isApproved": true""");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(row(guid))
                .isEqualTo(
                        "1|10|500|0|T100|10001|Design and review|Design||7.50|1200.50|9003.75|433.33|3249.98|20261120");
        assertThat(world.value("SELECT PK FROM FreeInf1 WHERE InfCatNo = 100")).isEqualTo("8");
        assertThat(world.value("SELECT ChUsr FROM FreeInf1 WHERE PK = 8")).isEqualTo("BRIDGE");
    }

    @Test
    void anEntryThatIsNotApprovedWaits() {
        String guid = hour("\"quantity\": 1");
        assertThat(night()).isEqualTo("0/0/0/0/1/0");
        world.sandbox().changeJson("workhours", guid, "/isApproved", "true");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
    }

    @Test
    void aChangedEntryUpdatesItsRow() {
        String guid = hour("\"quantity\": 1, \"isApproved\": true");
        night();
        world.sql("UPDATE FreeInf1 SET OrdNo = 4711, Val6 = 1, Val7 = 5 WHERE PK = 8");
        world.sandbox().changeJson("workhours", guid, "/quantity", "2.25");
        assertThat(night()).isEqualTo("0/1/0/0/0/0");
        assertThat(world.value("SELECT CONCAT(CAST(Val1 AS DECIMAL(9,2)), '|', OrdNo, '|', CAST(Val7 AS DECIMAL(9,2)))"
                        + " FROM FreeInf1 WHERE PK = 8"))
                .isEqualTo("2.25|4711|5.00");
    }

    @Test
    void anEntryThatLosesItsApprovalIsReportedUntilItHasItAgain() {
        String guid = hour("\"quantity\": 1, \"isApproved\": true");
        night();
        world.sandbox().changeJson("workhours", guid, "/isApproved", "false");
        world.sandbox().changeJson("workhours", guid, "/quantity", "3");
        assertThat(night()).isEqualTo("0/0/0/0/0/1");
        assertThat(world.rejects())
                .containsExactly("work hour 8 of employee 1 on 20261120 | approval-withdrawn | isApproved | false");
        assertThat(row(guid)).contains("|1.00|");
        world.sandbox().changeJson("workhours", guid, "/isApproved", "true");
        assertThat(night()).isEqualTo("0/1/0/0/0/0");
        assertThat(world.rejects()).isEmpty();
        assertThat(row(guid)).contains("|3.00|");
    }

    @Test
    void anEntryThatWasDeletedIsReportedUntilItsRowIsDeletedToo() {
        String guid = hour("\"quantity\": 1, \"isApproved\": true");
        night();
        world.sandbox().remove("workhours", guid);
        assertThat(night()).isEqualTo("0/0/0/0/0/1");
        assertThat(world.rejects())
                .containsExactly("work hour 8 of employee 1 on 20261120 | linked-record-gone | GUID | " + guid);
        world.sql("DELETE FROM FreeInf1 WHERE PK = 8");
        assertThat(night()).isEqualTo("0/0/0/0/0/0");
        assertThat(world.rejects()).isEmpty();
    }

    @Test
    void aRowThatWasDeletedAfterTheApprovalWasWithdrawnComesAgainWithTheApproval() {
        String guid = hour("\"quantity\": 1, \"isApproved\": true");
        night();
        world.sandbox().changeJson("workhours", guid, "/isApproved", "false");
        night();
        world.sql("DELETE FROM FreeInf1 WHERE PK = 8");
        world.sandbox().changeJson("workhours", guid, "/isApproved", "true");
        world.nightly();
        world.nightly();
        assertThat(rows()).isEqualTo(1);
        assertThat(row(guid)).contains("|1.00|");
    }

    @Test
    void rowsThatPeopleCleanedAwayDoNotComeAgain() {
        hour("\"quantity\": 1, \"isApproved\": true");
        night();
        world.sql("DELETE FROM FreeInf1 WHERE PK = 8");
        world.with("work-hours: { category: 100 }", "work-hours: { category: 100, look-back: 3d }");
        world.nightly();
        assertThat(night()).isEqualTo("0/0/0/0/0/0");
        assertThat(rows()).isZero();
    }

    @Test
    void whatTheBridgeLostTrackOfStaysInTheRow() {
        String guid = hour("\"quantity\": 1, \"isApproved\": true");
        night();
        world.bridge("DELETE FROM BRIDGE_LINK WHERE ENTITY IN ('customer', 'product-type', 'work-hour')")
                .sql("UPDATE Actor SET Inf8 = 'something else' WHERE CustNo = 10001");
        world.nightly(STEP);
        world.bridge("UPDATE BRIDGE_WATERMARK SET MARK = 'other' WHERE NAME LIKE 'set-up%'");
        world.nightly(STEP);
        assertThat(row(guid)).startsWith("1|10|500|0|T100|10001|");
    }

    @Test
    void anEntryIsFollowedBehindTheFirstDayAndEarlierOnesComeWithAnEarlierOne() {
        world.with("work-hours: { category: 100 }", "work-hours: { category: 100, from: 2026-11-20 }");
        String moved = hour("\"quantity\": 1, \"isApproved\": true");
        String early = hour("\"quantity\": 2, \"isApproved\": true, \"eventDate\": \"2026-11-18\"");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        world.sandbox().changeJson("workhours", moved, "/eventDate", "\"2026-11-17\"");
        world.sandbox().changeJson("workhours", early, "/quantity", "3");
        assertThat(night()).isEqualTo("0/1/0/0/0/0");
        assertThat(row(moved)).endsWith("|20261117");
        world.with("from: 2026-11-20", "from: 2026-11-18");
        assertThat(night()).startsWith("1/0/0/");
        assertThat(row(early)).endsWith("|20261118");
    }

    @Test
    void zeroNegativeAndLargeQuantitiesAreTakenAsTheyAre() {
        List<String> guids = List.of("0", "-2.5", "999").stream()
                .map(quantity -> hour("\"quantity\": " + quantity
                        + ", \"isApproved\": true, \"unitPrice\": {\"amount\": 100, \"currencyCode\": \"NOK\"}"))
                .toList();
        assertThat(night()).isEqualTo("3/0/0/0/0/0");
        assertThat(guids.stream()
                        .map(this::row)
                        .map(row -> row.replaceAll(".*\\|\\|\\|\\|(.*?\\|.*?\\|.*?)\\|.*", "$1")))
                .containsExactly("0.00|100.00|0.00", "-2.50|100.00|-250.00", "999.00|100.00|99900.00");
    }

    @Test
    void overtimeIsNamedAndTheUnitIsThatOfTheUser() {
        world.sandbox().add("users", """
                {"firstName": "Per", "lastName": "Ås", "code": "77", "email": "per@fjord.example"}""");
        String unit = world.sandbox().add("businessunits", "{\"name\": \"Bergen\", \"code\": \"20\"}");
        String per = world.find("users", "code", "77").path("guid").asString();
        world.sandbox().changeJson("users", per, "/businessUnit/guid", "\"" + unit + "\"");
        String overtime =
                world.sandbox().records("overtimes").get(0).path("guid").asString();
        String guid = hour("\"quantity\": 2, \"isApproved\": true, \"user\": {\"guid\": \"" + per
                + "\"}, \"overtime\": {\"guid\": \"" + overtime + "\"}");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(row(guid)).isEqualTo("77|20|500|0|T100|10001|||Overtime 50 %|2.00|0.00|0.00|0.00|0.00|20261120");
    }

    @Test
    void anEntryOfAUserWithoutEmployeeIsRejected() {
        String api = world.sandbox().records("users").get(0).path("guid").asString();
        hour("\"quantity\": 2, \"isApproved\": true, \"user\": {\"guid\": \"" + api + "\"}");
        assertThat(night()).isEqualTo("0/0/0/0/0/1");
        assertThat(world.rejects())
                .containsExactly("work hour of API User on 2026-11-20 | user-not-in-erp | user | API User");
    }

    @Test
    void theRejectOfAnEntryThatIsDeletedCloses() {
        String api = world.sandbox().records("users").get(0).path("guid").asString();
        String guid = hour("\"quantity\": 2, \"isApproved\": true, \"user\": {\"guid\": \"" + api + "\"}");
        night();
        world.sandbox().remove("workhours", guid);
        assertThat(night()).isEqualTo("0/0/0/0/0/0");
        assertThat(world.rejects()).isEmpty();
    }

    @Test
    void anEntryOfAProjectThatIsNotWonComesWithoutItAndGetsItLater() {
        Work work = new Work(world.sandbox());
        String project = work.project("Perhaps", 700, "Lead");
        String guid = work.hour(
                "\"quantity\": 2, \"isApproved\": true, \"phase\": {\"guid\": \"" + work.phase(project) + "\"}");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(row(guid)).startsWith("1|10|0|0|T100|10001|");
        world.sandbox()
                .changeJson("projects", project, "/salesStatus/salesStatusTypeGuid", "\"" + work.status("Won") + "\"");
        assertThat(night()).isEqualTo("0/1/0/0/0/0");
        assertThat(row(guid)).startsWith("1|10|700|0|T100|10001|");
    }

    @Test
    void longTextsAreCutWithAWarning() {
        String guid = hour("\"quantity\": 1, \"isApproved\": true, \"description\": \"" + "long ".repeat(30) + "\"");
        RunResult night = world.nightly();
        assertThat(night.notices().toString()).contains("text-cut");
        assertThat(row(guid).split("\\|", -1)[6]).isEqualTo("long ".repeat(16).strip());
        assertThat(night()).isEqualTo("0/0/0/0/0/0");
    }

    @Test
    void aLaterFirstDayLeavesWhatCameBeforeInPeace() {
        hour("\"quantity\": 1, \"isApproved\": true, \"eventDate\": \"2026-11-19\"");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        world.with("work-hours: { category: 100 }", "work-hours: { category: 100, from: 2026-11-20 }");
        assertThat(night()).isEqualTo("0/0/0/1/0/0");
        assertThat(world.rejects()).isEmpty();
    }

    @Test
    void daysBeforeTheFirstAreLeftAlone() {
        world.with("work-hours: { category: 100 }", "work-hours: { category: 100, from: 2026-11-20 }");
        hour("\"quantity\": 1, \"isApproved\": true, \"eventDate\": \"2026-11-19\"");
        hour("\"quantity\": 1, \"isApproved\": true");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
    }
}
