package io.severabridge.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.severabridge.cli.SeveraBridgeCommand;
import io.severabridge.failure.Finding;
import io.severabridge.failure.StoppedByFindings;
import io.severabridge.job.JobRunner;
import io.severabridge.job.Programs;
import io.severabridge.job.World;
import io.severabridge.report.ReportPage;
import io.severabridge.sync.run.Progress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;

/** What is known before a run, and proved after it. */
class ChecksTest {
    private static final Clock CLOCK = Clock.system(ZoneOffset.UTC);

    private static Preflight.Result preflight(World world) {
        world.load();
        world.sandbox().resetCounts();
        Preflight.Result result = new Preflight(world.company(), Programs.at(CLOCK), Progress.NONE).run();
        assertThat(world.sandbox().counts().writes()).isZero();
        return result;
    }

    private static List<String> codes(Preflight.Result result) {
        return result.findings().stream()
                .map(finding -> finding.severity() + " " + finding.code())
                .toList();
    }

    private static Reconciliation.Result reconcile(World world) {
        return reconcile(world, false);
    }

    private static Reconciliation.Result reconcile(World world, boolean allSums) {
        world.sandbox().resetCounts();
        Reconciliation.Result result =
                new Reconciliation(world.company(), Programs.at(CLOCK), Progress.NONE, allSums).run();
        assertThat(world.sandbox().counts().writes()).isZero();
        return result;
    }

    private static List<List<String>> rows(ReportPage sheet, String title) {
        return sheet.tables().stream()
                .filter(table -> table.title().equals(title))
                .flatMap(table -> table.rows().stream())
                .toList();
    }

    private static void settings(World world, String path, int value) {
        String guid = world.sandbox()
                .records("organizationsettings")
                .get(0)
                .path("guid")
                .asString();
        world.sandbox().change("organizationsettings", guid, path, IntNode.valueOf(value));
    }

    @Test
    void twoSystemsThatFitHaveNoFinding() {
        try (World world = World.working()) {
            world.add("VoSr", "SrNo=1", "FstVoNo=30001", "LstVoNo=39999", "NxtVoNo=30412");
            assertThat(codes(preflight(world))).isEmpty();
        }
    }

    @Test
    void anErpOnAServerIsCheckedLikeAnEmbeddedOne() {
        try (World world = World.workingOnServer()) {
            world.add("VoSr", "SrNo=1", "FstVoNo=30001", "LstVoNo=39999", "NxtVoNo=30412");
            assertThat(codes(preflight(world))).isEmpty();
            world.once();
            assertThat(reconcile(world).differences()).isZero();
        }
    }

    @Test
    void seriesThatOverlapStopARunUnlessAccepted() {
        try (World world = World.working()
                .with("projects: {", "number-series: { customers: { from: 10000, to: 19999 } }\nprojects: {")) {
            world.add("VoSr", "SrNo=1", "FstVoNo=30001", "LstVoNo=39999", "NxtVoNo=30412");
            settings(world, "/nextCustomerNumber", 10_500);
            settings(world, "/nextInvoiceNumber", 29_500);
            Preflight.Result result = preflight(world);
            assertThat(codes(result)).containsExactly("ERROR customer-series-overlap", "WARNING invoice-series-near");
            assertThat(result.exitCode(Set.of())).isEqualTo(4);
            assertThat(result.exitCode(Set.of("customer-series-overlap"))).isZero();
            assertThatThrownBy(world::once)
                    .isInstanceOf(StoppedByFindings.class)
                    .hasMessageContaining("customer-series-overlap: Severa gives its next customer the number 10500")
                    .hasMessageContaining("--accept customer-series-overlap");
            assertThat(world.sandbox().counts().writes()).isZero();
            assertThat(world.accepting("customer-series-overlap").exitCode()).isZero();
        }
    }

    @Test
    void numbersInUseThatTheOtherSideWillGiveAreWarningsThatStopNoNight() {
        try (World world = World.standard()
                .with("projects: {", "number-series: { customers: { from: 10000, to: 19999 } }\nprojects: {")) {
            world.sandbox().add("customers", "{\"name\": \"Fremmed AS\", \"number\": 10077}");
            world.add("Actor", "ActNo=400", "CustNo=90005", "Nm=Langt fremme AS");
            Preflight.Result result = preflight(world);
            assertThat(codes(result))
                    .containsExactly("WARNING customer-number-in-series", "WARNING customer-number-ahead");
            assertThat(result.exitCode(Set.of())).isZero();
        }
    }

    @Test
    void recordsAreListedByTheRuleThatLinksThem() {
        try (World world = World.standard()) {
            world.sandbox().add("customers", "{\"name\": \"Annet navn AS\", \"number\": 10001}");
            world.sandbox().add("productcategories", "{\"name\": \"Services\"}");
            world.sandbox()
                    .add("users", "{\"firstName\": \"K\", \"lastName\": \"N\", \"email\": \"KARI@fjord.example\"}");
            world.add("Actor", "ActNo=401", "EmpNo=7", "Nm=Uten Epost");
            Preflight.Result result = preflight(world);
            assertThat(rows(result.sheet(), "Linked").stream().map(row -> row.get(0) + ": " + row.get(2)))
                    .contains(
                            "customer 10001 Fjord AS: number",
                            "product category 1 Services: name",
                            "employee 1 Kari Nordmann: email");
            assertThat(codes(result)).contains("WARNING same-number-other-name", "WARNING employees-without-email");
            assertThat(rows(result.sheet(), "Same number, other name").get(0))
                    .containsExactly("customer 10001 Fjord AS", "customer", "severa", "Annet navn AS", "Fjord AS");
        }
    }

    @Test
    void twinsAreWarnedOfWithTheCodeTheyWouldBeRejectedBy() {
        try (World world = World.standard()) {
            world.add("Actor", "ActNo=400", "CustNo=10001", "Nm=Samme nummer AS");
            assertThat(codes(preflight(world))).contains("WARNING number-used-twice");
        }
    }

    @Test
    void invoicesAmongTheCostsAreAnError() {
        try (World world = World.working()) {
            world.add("VoSr", "SrNo=1", "FstVoNo=30001", "LstVoNo=39999", "NxtVoNo=30412");
            world.insert("UpdVo", "JNo=1", "BndNo=1", "LnNo=1", "VoTp=21", "DbAcCl=1", "R2=500");
            assertThat(codes(preflight(world))).contains("ERROR costs-are-invoices");
            assertThatThrownBy(world::nightly)
                    .isInstanceOf(StoppedByFindings.class)
                    .hasMessageContaining("costs-are-invoices");
            assertThat(world.sandbox().counts().writes()).isZero();
        }
    }

    @Test
    void whatIsMissingIsAFindingAndNoBrokenCommand() {
        try (World world = World.standard()
                .with("account-set-market-segment: Account set", "account-set-market-segment: Kontosett")) {
            Preflight.Result result = preflight(world);
            assertThat(result.exitCode(Set.of())).isEqualTo(5);
            assertThat(result.exitCode(Set.of("set-up"))).isEqualTo(5);
            Finding finding = result.findings().get(0);
            assertThat(finding.code()).isEqualTo("set-up");
            assertThat(finding.what()).contains("Severa has no market segment Kontosett");
        }
        try (World world = World.standard().with("erp: {", "erp: { columns: { Actor.Nm: Navn }, ")) {

            assertThat(preflight(world).findings().stream().map(Finding::what))
                    .anyMatch(what -> what.contains("table Actor has no column Navn"));
        }
    }

    @Test
    void aSystemThatIsAwayIsAFinding() {
        try (World world = World.standard()) {
            world.load();
            var company = world.company();
            world.sandbox().close();
            Preflight.Result result = new Preflight(company, Programs.at(CLOCK), Progress.NONE).run();
            assertThat(result.findings().get(0).code()).isEqualTo("unreachable");
            assertThat(result.exitCode(Set.of())).isEqualTo(3);
            assertThat(result.exitCode(Set.of("unreachable"))).isEqualTo(3);
        }
    }

    @Test
    void afterARunBothSidesAgreeAndEachLaterDifferenceIsALineWithBothKeys() {
        try (World world = World.working()) {
            world.once();
            assertThat(reconcile(world).differences()).isZero();
            String guid =
                    world.find("customers", "number", "10001").path("guid").asString();
            world.sandbox().change("customers", guid, "/website", "www.other.example");
            world.sql("UPDATE Actor SET Nm = 'Kari Nordkvinne', ChDt = 20991231 WHERE ActNo = 1");
            world.sql("DELETE FROM Actor WHERE ActNo = 200");
            Reconciliation.Result result = reconcile(world);
            assertThat(rows(result.sheet(), "Differences"))
                    .contains(List.of(
                            "differs", "customer 10001 Fjord AS", "100", guid, "website", "", "www.other.example"))
                    .anyMatch(row -> row.get(0).equals("differs")
                            && row.get(4).equals("lastName")
                            && row.get(5).equals("Nordkvinne"))
                    .anyMatch(row -> row.get(0).equals("vanished from the ERP")
                            && row.get(1).equals("contact 200"));
            assertThat(result.differences()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void hoursCostsAndInvoicesAreSummedApart() {
        try (World world = World.working()) {
            world.add("TxCd", "TxCdNo=1", "VatNo=1");
            world.insert(
                    "UpdVo",
                    "JNo=1",
                    "BndNo=1",
                    "LnNo=1",
                    "VoTp=21",
                    "VoDt=20261101",
                    "DbAcCl=3",
                    "DbTxCd=1",
                    "AmExVAT=250",
                    "R2=500");
            world.once();
            world.workDay();
            assertThat(world.nightly().exitCode()).as("%s", world.rejects()).isZero();
            assertThat(rows(reconcile(world).sheet(), "Sums")).isEmpty();
            Reconciliation.Result agreed = reconcile(world, true);
            assertThat(rows(agreed.sheet(), "Sums").stream()
                            .map(row ->
                                    row.get(0) + " " + row.get(1) + ": " + row.get(4) + " " + row.get(5) + row.get(6)))
                    .containsExactly(
                            "costs project 500, NOK: 250 250", "hours project 500: 3.5 3.5", "invoices NOK: 1500 1500");
            assertThat(rows(agreed.sheet(), "Differences")).isEmpty();
            assertThat(agreed.differences()).isZero();
            world.erp()
                    .sql("UPDATE OrdLn SET Price = Price + 1 WHERE NoOrg <> 0")
                    .update();
            world.erp()
                    .sql("UPDATE FreeInf1 SET Val1 = Val1 + 1 WHERE OrdNo = 0")
                    .update();
            Reconciliation.Result differs = reconcile(world);
            assertThat(rows(differs.sheet(), "Sums").stream()
                            .filter(row -> row.get(6).equals("error"))
                            .map(row -> row.get(0)))
                    .containsExactly("hours", "invoices");
            assertThat(rows(differs.sheet(), "Differences"))
                    .anyMatch(row -> row.get(0).equals("total differs")
                            && row.get(5).equals("1501.5")
                            && row.get(6).equals("1500"));
        }
    }

    /** What the ERP's database says that was asked of it. */
    private static List<String> statements(World world) {
        return world.erp()
                .sql("SELECT SQL_STATEMENT FROM INFORMATION_SCHEMA.QUERY_STATISTICS")
                .query(String.class)
                .list();
    }

    @Test
    void theErpIsOnlyRead() {
        try (World world = World.working()) {
            world.add("VoSr", "SrNo=1", "FstVoNo=30001", "LstVoNo=39999", "NxtVoNo=30412");
            world.load();
            assumeTrue(world.onH2(), "the statements are counted by H2");
            world.erp().sql("SET QUERY_STATISTICS_MAX_ENTRIES 10000").update();
            world.erp().sql("SET QUERY_STATISTICS TRUE").update();
            assertThat(codes(preflight(world))).isEmpty();
            assertThat(reconcile(world).differences()).isPositive();
            JobRunner.Request load = new JobRunner.Request("initial-load", world.company(), List.of(), false, null);
            int exitCode = new JobRunner(load, Programs.at(CLOCK), Progress.NONE)
                    .rehearse(rehearsed -> rehearsed.result().exitCode());
            assertThat(exitCode).isZero();
            assertThat(statements(world))
                    .hasSizeGreaterThan(30)
                    .allMatch(statement -> statement.matches("(?is)(SELECT|CALL|SET|CREATE SCHEMA IF NOT EXISTS) .*"));
            world.once();
            assertThat(statements(world)).anyMatch(statement -> statement.startsWith("UPDATE"));
        }
    }

    @Test
    void hoursAndMoneyAreLookedAtBeforeTheFirstRun() {
        try (World world = World.working().with("default-product: D900", "default-product: NOPE")) {
            assertThat(preflight(world).findings().stream().map(Finding::what)).anyMatch(what -> what.contains("NOPE"));
        }
    }

    @Test
    void aPlanEndsAsTheRunWouldThatIsStopped() {
        try (World world = World.standard()
                .with("projects: {", "number-series: { customers: { from: 10000, to: 19999 } }\nprojects: {")) {
            settings(world, "/nextCustomerNumber", 10_500);
            world.load();
            String file = world.companyFile().toString();
            assertThat(SeveraBridgeCommand.execute("plan", "initial-load", "--company", file))
                    .isEqualTo(4);
            String code = "customer-series-overlap";
            assertThat(SeveraBridgeCommand.execute("plan", "initial-load", "--company", file, "--accept", code))
                    .isZero();
        }
    }

    @Test
    void anOrderWhoseInvoiceIsNotHandedOverAnyMoreIsADifference() {
        try (World world = World.working()) {
            world.once();
            world.workDay();
            world.nightly();
            String invoice =
                    world.sandbox().records("invoices").get(0).path("guid").asString();
            String draft =
                    world.find("invoicestatuses", "name", "Draft").path("guid").asString();
            world.sandbox().change("invoices", invoice, "/status/guid", draft);
            assertThat(rows(reconcile(world).sheet(), "Differences"))
                    .contains(List.of(
                            "status differs", "invoice 1001", "order 1", invoice, "status", "handed over", "Draft"));
            world.sandbox().remove("invoices", invoice);
            assertThat(rows(reconcile(world).sheet(), "Differences"))
                    .contains(List.of("only in the ERP", "order 1", "order 1", invoice, "", "1500", ""));
        }
    }

    @Test
    void anInvoiceOfBeforeTheBridgeIsNoDifference() {
        try (World world = World.working()) {
            world.once();
            world.oldInvoice();
            assertThat(reconcile(world).differences()).isZero();
        }
    }

    @Test
    void aFeeThatWasDeletedIsNamedAndCountedOnce() {
        try (World world = World.working()) {
            world.add("TxCd", "TxCdNo=1", "VatNo=1");
            world.insert(
                    "UpdVo",
                    "JNo=1",
                    "BndNo=7",
                    "LnNo=3",
                    "VoTp=21",
                    "VoDt=20261101",
                    "DbAcCl=3",
                    "DbTxCd=1",
                    "AmExVAT=250",
                    "R2=500");
            world.once();
            world.nightly();
            String fee = world.find("projectfees", "name", "7-3-1").path("guid").asString();
            world.sandbox().remove("projectfees", fee);
            Reconciliation.Result result = reconcile(world);
            assertThat(rows(result.sheet(), "Differences"))
                    .containsExactly(
                            List.of("vanished from Severa", "cost 7-3-1", "7-3-1", fee, "amount", "250 NOK", ""));
            assertThat(rows(result.sheet(), "Sums")).hasSize(1);
            assertThat(result.differences()).isEqualTo(1);
        }
    }

    @Test
    void anAmountIsReadInItsCurrencyAsTheTransferReadsIt() {
        var money = JsonMapper.shared().readTree("""
                {"amount": 131.58, "currencyCode": "EUR",
                 "multiCurrencyInfo": [{"amount": 1500, "currencyCode": "NOK", "purpose": ["ProjectPrice"]}]}
                """);
        assertThat(Sums.in(money, "EUR")).isEqualByComparingTo("131.58");
        assertThat(Sums.in(money, "NOK")).isEqualByComparingTo("1500");
        assertThat(Sums.in(money, "SEK")).isNull();
    }

    @Test
    void eachKindSaysHowManyAreLinkedAndWhyTheOthersAreNot() {
        try (World world = World.working()) {
            world.once();
            world.workDay();
            world.nightly();
            world.insert("Actor", "ActNo=401", "EmpNo=7", "Nm=Uten Epost");
            world.insert("Actor", "ActNo=300", "DelToAct=100", "Nm=Lager", "Ad1=Brygga 1", "PNo=0151", "ChDt=20991231");
            world.insert("Actor", "ActNo=500", "CustNo=10777", "Nm=Ny AS", "ChDt=20991231");
            world.sandbox().add("customers", "{\"name\": \"Uten prosjekt\", \"number\": 777}");
            world.oldInvoice();
            Reconciliation.Result result = reconcile(world);
            assertThat(rows(result.sheet(), "Records"))
                    .contains(
                            List.of("user", "2", "2", "1", "1 skipped (no-email)", "1 skipped (api-user)"),
                            List.of("customer", "2", "2", "1", "1 only there", "1 skipped (no-won-project)"),
                            List.of("address", "1", "1", "0", "1 only there", "1 linked as billing-address"),
                            List.of("invoice", "1", "2", "1", "", "1 with the status Transferred"))
                    .anyMatch(row -> row.get(0).equals("product") && row.get(4).equals("2 skipped (excluded)"));
        }
    }

    @Test
    void whatStandsForAWorkTypeIsNamedWithTheRuleThatLinksIt() {
        try (World world = World.working()) {
            Preflight.Result result = preflight(world);
            assertThat(rows(result.sheet(), "Linked").stream().map(row -> row.get(0) + ": " + row.get(2)))
                    .contains("product T100 T100: code of a work or travel type");
            assertThat(rows(result.sheet(), "Records by kind"))
                    .anyMatch(row -> row.get(0).equals("product-to-severa")
                            && row.get(4).contains("code of a work or travel type"));
        }
    }

    @Test
    void hoursCostsAndInvoicesWithoutAFirstDayAreToldWithTheirNumberBeforeTheFirstNight() {
        try (World world = World.working()) {
            world.add("TxCd", "TxCdNo=1", "VatNo=1");
            for (String line : List.of("1 19970103", "2 20261101")) {
                world.insert(
                        "UpdVo",
                        "JNo=1",
                        "BndNo=7",
                        "LnNo=" + line.split(" ", -1)[0],
                        "VoTp=21",
                        "VoDt=" + line.split(" ", -1)[1],
                        "DbAcCl=3",
                        "DbTxCd=1",
                        "AmExVAT=250",
                        "R2=500");
            }
            world.once();
            world.workDay();
            assertThat(preflight(world).findings().stream()
                            .filter(finding -> finding.code().equals("no-first-day"))
                            .map(Finding::what))
                    .containsExactlyInAnyOrder(
                            "the first night would take 2 hours, the oldest of 2026-11-20: work-hours.from is not set",
                            "the first night would take 2 costs, the oldest of 1997-01-03: costs.from is not set",
                            "the first night would take 1 invoices, the oldest of 2026-11-24: invoices.from is not set");
            world.with("work-hours: { category: 100 }", "work-hours: { category: 100, from: 2026-01-01 }");
            assertThat(preflight(world).findings().stream().map(Finding::where)).doesNotContain("work-hours.from");
            world.nightly();
            world.insert(
                    "UpdVo",
                    "JNo=2",
                    "BndNo=7",
                    "LnNo=1",
                    "VoTp=21",
                    "VoDt=20261102",
                    "DbAcCl=3",
                    "DbTxCd=1",
                    "AmExVAT=250",
                    "R2=500");
            assertThat(preflight(world).findings().stream().map(Finding::code)).doesNotContain("no-first-day");
        }
    }
}
