package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Posted voucher lines become project fees (mapping page, Voucher/Cost). */
class CostsTest {
    private static final String STEP = "cost-to-severa";

    private final World world = World.working();

    @BeforeEach
    void load() {
        for (int code : new int[] {0, 1, 11}) {
            world.add("TxCd", "TxCdNo=" + code, "VatNo=" + (code == 11 ? 2 : code));
        }
        world.add("Vat", "VatNo=0", "Rt=0");
        world.add("Vat", "VatNo=2", "Rt=15");
        world.add("R2", "RNo=501", "Nm=Eurosak", "CustNo=10001", "Rsp=1", "Cur=978", "R1=10");
        world.add("R2", "RNo=502", "Nm=Utenlandsk", "CustNo=10001", "Rsp=1", "Cur=77", "R1=10");
        world.add("Actor", "ActNo=300", "SupNo=20001", "Nm=Speedy Express");
        world.add("UpdVo", "LnNo=1", "VoTp=11", "R2=500", "AmExVAT=1");
        world.once();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void cost(int journal, int line, String... values) {
        List<String> columns = new ArrayList<>(List.of(
                "JNo=" + journal,
                "BndNo=7",
                "LnNo=" + line,
                "VoNo=5000",
                "VoDt=20261120",
                "VoTp=21",
                "Txt=Freight",
                "Txt2=More",
                "DbAcNo=6100",
                "DbTxCd=1",
                "CrTxCd=11",
                "InvoNo=F1",
                "Sup=20001",
                "R2=500"));
        for (String value : values) {
            columns.removeIf(column -> column.startsWith(value.substring(0, value.indexOf('=') + 1)));
            columns.add(value);
        }
        world.insert("UpdVo", columns.toArray(String[]::new));
    }

    private String night() {
        String found = outcomes(world.nightly(), STEP);
        world.sandbox().resetCounts();
        assertThat(outcomes(world.nightly(), STEP)).startsWith("0/0/0/");
        assertThat(world.sandbox().counts().writes()).isZero();
        return found;
    }

    private JsonNode fee(String name) {
        return world.find("projectfees", "name", name);
    }

    private static String summary(JsonNode fee) {
        return fee.path("quantity").decimalValue().toPlainString() + " | "
                + fee.path("unitCost").path("amount").decimalValue().toPlainString() + " | "
                + fee.path("unitPrice").path("amount").decimalValue().toPlainString() + " | "
                + fee.path("unitPrice").path("currencyCode").asString() + " | "
                + fee.path("vatRate").decimalValue().stripTrailingZeros().toPlainString() + " | "
                + fee.path("isBillable").asBoolean() + " | "
                + fee.path("eventDate").asString() + " | "
                + fee.path("description").asString();
    }

    @Test
    void aPostedLineBecomesAFee() {
        cost(90, 3, "AmExVAT=32.38");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        JsonNode fee = fee("7-3-90");
        assertThat(summary(fee)).isEqualTo("1 | 32.38 | 35.62 | NOK | 25 | true | 2026-11-20 | Freight");
        assertThat(fee.path("productType").asString()).isEqualTo("Subcontracting");
        assertThat(fee.path("project").path("name").asString()).isEqualTo("Kaiprosjekt");
    }

    @Test
    void theCreditAccountsTaxCodeCountsWhereThereIsACreditAccount() {
        cost(90, 1, "AmExVAT=10", "CrAcNo=2400");
        night();
        assertThat(summary(fee("7-1-90"))).isEqualTo("1 | 10 | 11 | NOK | 15 | true | 2026-11-20 | Freight");
    }

    @Test
    void aCreditNoteIsNegativeOnce() {
        cost(90, 1, "AmExVAT=10", "VoTp=22");
        cost(90, 2, "AmExVAT=-10", "VoTp=22");
        cost(90, 3, "AmExVAT=-10");
        assertThat(night()).isEqualTo("3/0/0/0/0/0");
        assertThat(summary(fee("7-1-90"))).startsWith("-1 | 10 | 11 |");
        assertThat(summary(fee("7-2-90"))).startsWith("-1 | 10 | 11 |");
        assertThat(summary(fee("7-3-90"))).startsWith("1 | -10 | -11 |");
    }

    @Test
    void aForeignProjectHasItsOwnCurrency() {
        cost(90, 1, "AmExVAT=32.38", "R2=501");
        night();
        // 32.38 x 11.098 = 359.35324; with 110 %: 395.288564
        assertThat(summary(fee("7-1-90"))).startsWith("1 | 359.35 | 395.29 | EUR |");
    }

    @Test
    void rateDirectionDivides() {
        world.with("sales-value-percentage: 110 }", "sales-value-percentage: 110, rate-direction: divide }");
        cost(90, 1, "AmExVAT=32.38", "R2=501");
        night();
        // 32.38 / 11.098 = 2.917643...; with 110 %: 3.209407...
        assertThat(summary(fee("7-1-90"))).startsWith("1 | 2.92 | 3.21 | EUR |");
    }

    @Test
    void atZeroPercentNothingIsBillable() {
        world.with("sales-value-percentage: 110", "sales-value-percentage: 0");
        cost(90, 1, "AmExVAT=32.38");
        night();
        assertThat(summary(fee("7-1-90"))).startsWith("1 | 32.38 | 0 | NOK | 25 | false |");
    }

    @Test
    void theDescriptionHasTheConfiguredParts() {
        world.with(
                "sales-value-percentage: 110 }",
                "description: [supplier-number, supplier-name, voucher-number, invoice-number, additional-text, text] }");
        cost(90, 1, "AmExVAT=32.38");
        night();
        assertThat(summary(fee("7-1-90"))).endsWith("| 20001, Speedy Express, 5000, F1, More, Freight");
    }

    @Test
    void aLineWithoutProjectIsCountedAndNotSent() {
        cost(90, 1, "AmExVAT=1", "R2=0");
        assertThat(night()).isEqualTo("0/0/0/0/1/0");
    }

    @Test
    void aLineOnARejectedUnknownOrClosedProjectIsRejected() {
        cost(90, 1, "AmExVAT=1", "R2=502");
        cost(90, 2, "AmExVAT=1", "R2=999");
        world.sandbox()
                .changeJson(
                        "projects",
                        world.find("projects", "number", "501").path("guid").asString(),
                        "/isClosed",
                        "true");
        cost(90, 3, "AmExVAT=1", "R2=501");
        assertThat(night()).isEqualTo("0/0/0/0/0/3");
        assertThat(world.rejects())
                .contains(
                        "cost 7-1-90 of voucher 5000 | depends-on-rejected | project | 502",
                        "cost 7-2-90 of voucher 5000 | unknown-project | project | 999",
                        "cost 7-3-90 of voucher 5000 | project-closed | project | 501");
        world.sandbox()
                .changeJson(
                        "projects",
                        world.find("projects", "number", "501").path("guid").asString(),
                        "/isClosed",
                        "false");
        assertThat(night()).isEqualTo("1/0/0/0/0/2");
    }

    @Test
    void aLinePostedWhileARunIsUnderWayComesWithTheNextOne() {
        cost(90, 1, "AmExVAT=1");
        boolean[] posted = {false};
        world.sandbox().observe(exchange -> {
            if (exchange.path().equals("/v1/projectfees") && exchange.method().equals("POST") && !posted[0]) {
                posted[0] = true;
                cost(91, 1, "AmExVAT=2");
            }
        });
        assertThat(outcomes(world.nightly(), STEP)).isEqualTo("1/0/0/0/0/0");
        assertThat(posted[0]).isTrue();
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
    }

    @Test
    void journalsThatAreSeenLateAreNotLost() {
        cost(91, 1, "AmExVAT=2");
        night();
        cost(90, 1, "AmExVAT=1");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
    }

    @Test
    void whatPeopleDoWithAFeeStays() {
        cost(90, 1, "AmExVAT=10");
        night();
        String guid = fee("7-1-90").path("guid").asString();
        world.sandbox().changeJson("projectfees", guid, "/unitPrice", "{\"amount\": 99, \"currencyCode\": \"NOK\"}");
        world.with("sales-value-percentage: 110", "sales-value-percentage: 200");
        assertThat(night()).startsWith("0/0/0/");
        assertThat(fee("7-1-90").path("unitPrice").path("amount").asInt()).isEqualTo(99);
    }

    @Test
    void aFeeThatPeopleRenamedIsStillSent() {
        cost(90, 1, "AmExVAT=10");
        night();
        String guid = fee("7-1-90").path("guid").asString();
        world.sandbox().changeJson("projectfees", guid, "/name", "\"Hotel Oslo\"");
        world.bridge("UPDATE BRIDGE_WATERMARK SET MARK = 'other' WHERE NAME LIKE 'set-up%'");
        assertThat(night()).isEqualTo("0/0/0/1/0/0");
        assertThat(world.rejects().stream().filter(reject -> reject.startsWith("cost")))
                .isEmpty();
        assertThat(world.sandbox().records("projectfees")).hasSize(1);
    }

    @Test
    void aLostLinkIsFoundByTheFeesName() {
        cost(90, 1, "AmExVAT=10");
        night();
        world.bridge("DELETE FROM BRIDGE_LINK WHERE ENTITY = 'cost'").bridge("DELETE FROM BRIDGE_WATERMARK");
        assertThat(night()).isEqualTo("0/0/1/0/0/0");
        assertThat(world.sandbox().records("projectfees")).hasSize(1);
    }

    @Test
    void anotherVoucherTypeBringsItsOlderLines() {
        cost(90, 1, "AmExVAT=10", "VoTp=23");
        assertThat(night()).isEqualTo("0/0/0/0/0/0");
        world.with("voucher-types: [21, 22]", "voucher-types: [21, 22, 23]");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
    }

    @Test
    void linesBeforeTheFirstDayAreLeftAlone() {
        world.with("sales-value-percentage: 110 }", "sales-value-percentage: 110, from: 2026-11-21 }");
        cost(90, 1, "AmExVAT=10");
        assertThat(night()).isEqualTo("0/0/0/0/0/0");
    }

    @Test
    void anUnknownTaxCodeOrDateIsRejected() {
        cost(90, 1, "AmExVAT=5", "VoDt=20261131");
        cost(90, 2, "AmExVAT=5", "DbTxCd=77");
        assertThat(night()).isEqualTo("0/0/0/0/0/2");
        assertThat(world.rejects())
                .contains(
                        "cost 7-1-90 of voucher 5000 | date-not-valid | VoDt | 20261131",
                        "cost 7-2-90 of voucher 5000 | unknown-tax-code | DbTxCd | 77");
    }

    @Test
    void aFeeWhoseAnswerWasLostIsNotMadeTwice() {
        cost(90, 1, "AmExVAT=10");
        world.sandbox().setFaults("""
                {"faults": [{"at": [1], "method": "POST", "path": "/v1/projectfees", "fault": "close-after"}]}""");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.sandbox().records("projectfees")).hasSize(1);
    }

    @Test
    void aLineThatAppearsWithAnEarlierJournalNumberIsFound() {
        cost(9000, 1, "AmExVAT=10");
        cost(50, 1, "AmExVAT=10");
        assertThat(night()).isEqualTo("2/0/0/0/0/0");
        cost(7, 1, "AmExVAT=11");
        cost(50, 2, "AmExVAT=12");
        assertThat(night()).isEqualTo("2/0/0/0/0/0");
        assertThat(summary(fee("7-1-7"))).startsWith("1 | 11 |");
        assertThat(summary(fee("7-2-50"))).startsWith("1 | 12 |");
    }
}
