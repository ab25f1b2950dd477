package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.check.Preflight;
import io.severabridge.failure.Finding;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.sync.run.Progress;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices become orders (mapping page, Order/Invoice and Order line/Invoice row). */
class InvoicesTest {
    private static final String STEP = "invoice-to-erp";

    private final World world = World.working();
    private Work work;

    @BeforeEach
    void load() {
        world.add("Ord", "OrdNo=100");
        world.add("Actor", "ActNo=101", "CustNo=10002", "Nm=Havn AS", "Ad1=Kaia 2", "Rsp=1", "CAcSet=1", "CPmtTrm=2");
        world.add("Actor", "ActNo=2", "EmpNo=2", "Nm=Per Ås", "MailAd=per@fjord.example", "R1=20");
        world.add("Actor", "ActNo=3", "EmpNo=3", "Nm=Per Ås", "MailAd=per2@fjord.example", "R1=20");
        world.add("R1", "RNo=20", "Nm=Bergen");
        assertThat(world.once().exitCode()).isZero();
        work = new Work(world.sandbox());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String night() {
        RunResult night = world.nightly();
        assertThat(night.failure()).isNull();
        String found = outcomes(night, STEP);
        world.sandbox().resetCounts();
        assertThat(outcomes(world.nightly(), STEP)).isEqualTo("0/0/0/0/0/0");
        assertThat(world.sandbox().counts().writes()).isZero();
        return found;
    }

    /** The lines of an order: product, description, quantity, price, unit, tax code, employee, units, date. */
    private List<String> lines(long order) {
        return world.erp()
                .sql("SELECT CONCAT(ProdNo, '|', Descr, '|', CAST(NoInvoAb AS DECIMAL(12,2)), '|',"
                        + " CAST(Price AS DECIMAL(12,2)), '|', Un, '|', VatNo, '|', EmpNo, '|', R1, '|', R2, '|', TrDt)"
                        + " FROM OrdLn WHERE OrdNo = ? ORDER BY LnNo")
                .param(order)
                .query(String.class)
                .list();
    }

    private String order(String columns) {
        return world.value("SELECT CONCAT(" + columns.replace(", ", ", '|', ") + ") FROM Ord WHERE OrdNo = 101");
    }

    @Test
    void anInvoiceBecomesAnOrder() {
        String contact =
                world.find("contactpersons", "lastName", "Hansen").path("guid").asString();
        String invoice = work.invoice(
                """
                "ourReference": "Kari", "yourReference": "Ola", "orderNumber": "PO 7", "senderContactName": "Kari Nordmann",
                "receiverContactGuid": "%s", "language": {"guid": "%s"},
                "receiverAddress": {"addressline": "c/o Ola\\nKaia 1", "postalCode": "0150", "city": "Oslo", "country": "norge"}""".formatted(
                        contact,
                        world.find("languages", "code", "nb-NO").path("guid").asString()).replace("norge", "Norway"));
        String row = work.row(
                invoice, "Hours", "7.5", "1200.5", "\"description\": \"Design\", \"measurementUnit\": \"stk\"");
        String hour = work.hour("""
                "quantity": 8, "invoiceQuantity": 7.5, "isApproved": true, "invoice": {"guid": "%s"},
                "invoiceRowGuid": "%s", "unitPrice": {"amount": 1200.5, "currencyCode": "NOK"}""".formatted(invoice, row));
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(order("OrdTp, TrTp, OrdDt, CustNo, InvoCust, Nm, Lang, Cur, PmtTrm, OurRef, YrRef, LiaActNo"))
                .isEqualTo("2|1|20261124|10001|0|Fjord AS|47|0|2|Kari|Ola|200");
        assertThat(order("EmpNo, Rsp, SelBuy, Ad1, Ad2, Ad3, PNo, PArea, Ctry, CSOrdNo, R1, R2, AcSet, ChUsr"))
                .isEqualTo("1|1|1|c/o Ola|Kaia 1||0150|Oslo|0|PO 7|10|500|1|BRIDGE");
        assertThat(world.value("SELECT Inf6 FROM Ord WHERE OrdNo = 101")).isEqualTo(invoice);
        assertThat(lines(101)).containsExactly("T100|Design|7.50|1200.50|1|0|1|10|500|20261120");
        assertThat(work.statusOf(invoice)).isEqualTo("Transferred");
        assertThat(world.value("SELECT CONCAT(OrdNo, '|', CAST(Val1 AS DECIMAL(9,2)), '|', CAST(Val6 AS DECIMAL(9,2)),"
                        + " '|', CAST(Val7 AS DECIMAL(9,2))) FROM FreeInf1 WHERE Txt1 = '" + hour + "'"))
                .isEqualTo("101|8.00|7.50|9003.75");
    }

    @Test
    void eachKindOfRowHasItsProduct() {
        String invoice = work.invoice("");
        String product = world.find("products", "code", "A1").path("guid").asString();
        String travel =
                world.find("travelexpensetypes", "code", "R200").path("guid").asString();
        String fee = work.row(invoice, "ProjectFees", "1", "10", "\"description\": \"Audit\"");
        work.fee(invoice, fee, "\"product\": {\"guid\": \"" + product + "\"}");
        String item = work.row(invoice, "ProjectFees", "1", "20", "\"description\": \"Item\"");
        work.fee(invoice, item, "");
        String trip = work.row(invoice, "Travels", "1", "30", "\"description\": \"Trip\"");
        work.travel(invoice, trip, travel);
        work.row(invoice, "ProjectFees", "1", "40", "\"description\": \"Flat\"");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(lines(101).stream().map(line -> line.substring(0, line.indexOf("|", line.indexOf('|') + 1))))
                .containsExactly("A1|Audit", "D900|Item", "R200|Trip", "D900|Flat");
        assertThat(lines(101).get(2)).endsWith("|0|0|1|10|500|20261122");
        assertThat(lines(101).get(3)).endsWith("|0|0|0|10|0|20261124");
    }

    @Test
    void longDescriptionsAndNotesHaveLinesOfTheirOwn() {
        String invoice = work.invoice("""
                "freeText1": {"plainText": "Dear customer,\\nplease find"}, "freeText2": {"value": "<p>Thank you</p>"},
                "notes": "Pay in time\"""");
        work.row(
                invoice,
                "ProjectFees",
                "1",
                "10",
                "\"description\": \"" + "word ".repeat(20).strip() + "\"");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(lines(101).stream().map(line -> line.replaceAll("\\|0.00\\|0.00\\|.*", "")))
                .containsExactly(
                        "N950|Dear customer,",
                        "N950|please find",
                        "D900|" + "word ".repeat(16).strip() + "|1.00|10.00|0|0|0|10|0|20261124",
                        "|" + "word ".repeat(4).strip(),
                        "N950|Thank you",
                        "N950|Pay in time");
    }

    @Test
    void theDescriptionMayAlwaysHaveItsOwnLine() {
        world.with("sender-employee-field: SelBuy", "description-on-own-line: true");
        String invoice = work.invoice("");
        work.row(invoice, "ProjectFees", "1", "10", "\"description\": \"Audit\"");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(lines(101).stream().map(line -> line.replaceAll("\\|\\d+.00\\|.*", "")))
                .containsExactly("D900|", "|Audit");
    }

    @Test
    void aCreditNoteIsNegativeOnce() {
        String original = work.invoice("");
        work.row(original, "ProjectFees", "2", "10", "");
        night();
        String credit = work.invoice("\"isCreditNote\": true, \"reimburseInvoice\": {\"guid\": \"" + original + "\"}");
        String row = work.row(credit, "Hours", "-2", "10", "\"description\": \"Back\"");
        String project = work.first("projects");
        world.sandbox()
                .add("reimbursedworkhours", """
                {"eventDate": "2026-11-18", "user": {"guid": "%s"}, "project": {"guid": "%s"}, "workType": {"guid": "%s"},
                 "quantity": 2, "invoiceGuid": "%s", "invoiceRowGuid": "%s"}""".formatted(work.employee(), project, work.type("T100"), credit, row));
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(lines(102)).containsExactly("T100|Back|-2.00|10.00|0|0|1|10|500|20261118");
        assertThat(work.statusOf(original)).isEqualTo("Transferred");
    }

    @Test
    void aForeignInvoiceKeepsItsCurrencyAndReverseChargeItsTaxCode() {
        world.sql("UPDATE Cur SET SalesRt = 11.5 WHERE CurNo = 978");
        String invoice = work.invoice("\"isReverseCharged\": true, \"currency\": {\"guid\": \""
                + world.find("currencies", "code", "EUR").path("guid").asString() + "\"}");
        work.row(invoice, "ProjectFees", "3", "33.335", "");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(order("Cur, CAST(ExRt AS DECIMAL(9,2))")).isEqualTo("978|11.50");
        assertThat(lines(101).get(0)).contains("|3.00|33.34|0|5|");
        assertThat(world.value("SELECT CAST(Price AS DECIMAL(12,4)) FROM OrdLn WHERE OrdNo = 101"))
                .isEqualTo("33.3350");
    }

    @Test
    void whatTheRowCostsIsSplitOverItsQuantity() {
        world.with("sender-employee-field: SelBuy", "row-cost: true");
        String invoice = work.invoice("");
        String row = work.row(invoice, "Hours", "3", "100", "");
        for (String quantity : List.of("1", "2")) {
            work.hour("""
                    "quantity": %s, "isApproved": true, "invoice": {"guid": "%s"}, "invoiceRowGuid": "%s",
                    "unitCost": {"amount": 50.5, "currencyCode": "NOK"}""".formatted(quantity, invoice, row));
        }
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.value("SELECT CONCAT(CAST(CCstPr AS DECIMAL(9,2)), '|', CstCur, '|', CAST(CstExRt AS INT))"
                        + " FROM OrdLn WHERE OrdNo = 101"))
                .isEqualTo("50.50|0|1");
        String credit = work.invoice("\"isCreditNote\": true");
        String back = work.row(credit, "Hours", "-2", "100", "");
        world.sandbox().add("reimbursedworkhours", """
                {"eventDate": "2026-11-18", "user": {"guid": "%s"}, "workType": {"guid": "%s"}, "quantity": 2,
                 "unitCost": {"amount": 50.5, "currencyCode": "NOK"}, "invoiceGuid": "%s", "invoiceRowGuid": "%s"}""".formatted(work.employee(), work.type("T100"), credit, back));
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.value("SELECT CAST(CCstPr AS DECIMAL(9,2)) FROM OrdLn WHERE OrdNo = 102"))
                .isEqualTo("50.50");
    }

    @Test
    void anInvoiceThatCannotBeMappedFailsAndIsTriedAgainWhenSomebodySetsItBack() {
        String invoice = work.invoice("""
                "receiverAddress": {"addressline": "Kaia 1", "country": "Atlantis"}""");
        work.row(invoice, "ProjectFees", "1", "10", "");
        String other = work.invoice("");
        work.row(other, "ProjectFees", "1", "10", "");
        assertThat(outcomes(world.nightly(), STEP)).isEqualTo("1/0/0/0/0/1");
        assertThat(work.statusOf(invoice)).isEqualTo("Transfer failed");
        assertThat(world.rejects())
                .containsExactly("invoice 1001 | unknown-country | receiverAddress.country | Atlantis");
        assertThat(night()).isEqualTo("0/0/0/0/0/0");
        assertThat(world.rejects()).hasSize(1);
        world.sandbox()
                .changeJson(
                        "invoices", invoice, "/receiverAddress", "{\"addressline\": \"Kaia 1\", \"country\": \"SE\"}");
        world.sandbox().changeJson("invoices", invoice, "/status/guid", "\"" + work.invoiceStatus("Approved") + "\"");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.rejects()).isEmpty();
        assertThat(world.value("SELECT COUNT(*) FROM Ord WHERE OrdNo > 100")).isEqualTo("2");
    }

    @Test
    void aRejectClosesWhenSomebodyDealsWithTheInvoiceByHand() {
        String invoice = work.invoice("");
        world.nightly();
        assertThat(world.rejects()).hasSize(1);
        world.nightly();
        assertThat(world.rejects()).hasSize(1);
        world.sandbox().changeJson("invoices", invoice, "/status/guid", "\"" + work.invoiceStatus("Draft") + "\"");
        world.nightly();
        assertThat(world.rejects()).isEmpty();
    }

    @Test
    void whatTheErpCannotHoldIsNamedInBothSystemsWords() {
        String invoice = work.invoice("\"ourReference\": \"" + "x".repeat(81) + "\"");
        work.row(invoice, "ProjectFees", "1", "10", "");
        RunResult night = world.nightly();
        assertThat(night.rejected().toString())
                .contains(
                        "too-long",
                        "Ord.OurRef",
                        "ourReference in Severa",
                        "set it to \"Approved\" again when it is fixed");
        assertThat(world.value("SELECT COUNT(*) FROM Ord")).isEqualTo("1");
    }

    @Test
    void anInvoiceWhoseSumDiffersOrThatHasNoRowsFails() {
        String invoice = work.invoice("\"totalExcludingTax\": {\"amount\": 10.01, \"currencyCode\": \"NOK\"}");
        work.row(invoice, "ProjectFees", "1", "10", "");
        work.invoice("");
        assertThat(outcomes(world.nightly(), STEP)).isEqualTo("0/0/0/0/0/2");
        assertThat(world.rejects())
                .containsExactlyInAnyOrder(
                        "invoice 1001 | sum-differs | totalExcludingTax | 10.01",
                        "invoice 1003 | no-rows | invoicerows | null");
    }

    @Test
    void anInvoiceThatIsAnOrderAlreadyGetsItsStatusAndNothingElse() {
        String invoice = work.invoice("");
        work.row(invoice, "ProjectFees", "1", "10", "");
        night();
        work.row(invoice, "ProjectFees", "1", "5", "");
        world.sandbox().changeJson("invoices", invoice, "/status/guid", "\"" + work.invoiceStatus("Approved") + "\"");
        RunResult again = world.nightly();
        assertThat(outcomes(again, STEP)).isEqualTo("0/0/1/0/0/0");
        assertThat(again.notices().toString()).contains("already-transferred", "order 101 of 10");
        assertThat(work.statusOf(invoice)).isEqualTo("Transferred");
        assertThat(lines(101)).hasSize(1);
    }

    @Test
    void aGuidInCapitalsIsTheSameInOrdersAndHours() {
        String hour = work.hour("\"quantity\": 2, \"isApproved\": true");
        String invoice = work.invoice("");
        work.row(invoice, "ProjectFees", "1", "10", "");
        night();
        world.sql("UPDATE Ord SET Inf6 = UPPER(Inf6) WHERE OrdNo = 101");
        world.sql("UPDATE FreeInf1 SET Txt1 = UPPER(Txt1) WHERE Txt1 = '" + hour + "'");
        world.sandbox().changeJson("invoices", invoice, "/status/guid", "\"" + work.invoiceStatus("Approved") + "\"");
        assertThat(outcomes(world.nightly(), STEP)).isEqualTo("0/0/1/0/0/0");
        assertThat(world.value("SELECT COUNT(*) FROM Ord WHERE LOWER(Inf6) = '" + invoice + "'"))
                .isEqualTo("1");
        String later = work.invoice("");
        String row = work.row(later, "Hours", "2", "80", "");
        world.sandbox().changeJson("workhours", hour, "/invoice/guid", "\"" + later + "\"");
        world.sandbox().changeJson("workhours", hour, "/invoiceRowGuid", "\"" + row + "\"");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.value("SELECT OrdNo FROM FreeInf1 WHERE LOWER(Txt1) = '" + hour + "'"))
                .isEqualTo("102");
        assertThat(world.value("SELECT COUNT(*) FROM FreeInf1 WHERE InfCatNo = 100"))
                .isEqualTo("1");
    }

    @Test
    void anOrderThatPeopleDeletedIsWrittenAgainWhenTheyAskForIt() {
        String invoice = work.invoice("");
        work.row(invoice, "ProjectFees", "1", "10", "");
        night();
        world.sql("DELETE FROM Ord WHERE OrdNo = 101");
        world.sql("DELETE FROM OrdLn WHERE OrdNo = 101");
        world.sql("UPDATE Ord SET OrdNo = 110 WHERE OrdNo = 100");
        world.sandbox().changeJson("invoices", invoice, "/status/guid", "\"" + work.invoiceStatus("Approved") + "\"");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.value("SELECT OrdNo FROM Ord WHERE Inf6 = '" + invoice + "'"))
                .isEqualTo("111");
        assertThat(work.statusOf(invoice)).isEqualTo("Transferred");
    }

    @Test
    void anHourKeepsTheInvoicedPrice() {
        String invoice = work.invoice("");
        String row = work.row(invoice, "Hours", "2", "80", "");
        String hour = work.hour("""
                "quantity": 2, "isApproved": true, "invoice": {"guid": "%s"}, "invoiceRowGuid": "%s", "invoiceQuantity": 2,
                "unitPrice": {"amount": 100, "currencyCode": "NOK"}""".formatted(invoice, row));
        night();
        assertThat(world.value("SELECT CONCAT(CAST(Val3 AS INT), '|', CAST(Val7 AS INT)) FROM FreeInf1 WHERE Txt1 = '"
                        + hour + "'"))
                .isEqualTo("200|160");
    }

    @Test
    void anHourThatComesAfterItsInvoiceGetsTheOrderNumber() {
        String invoice = work.invoice("");
        String row = work.row(invoice, "Hours", "2", "100", "");
        String hour = work.hour("""
                "quantity": 2, "invoice": {"guid": "%s"}, "invoiceRowGuid": "%s", "invoiceQuantity": 2,
                "unitPrice": {"amount": 100, "currencyCode": "NOK"}""".formatted(invoice, row));
        RunResult night = world.nightly();
        assertThat(night.notices().toString()).contains("hour-not-in-erp");
        world.sandbox().changeJson("workhours", hour, "/isApproved", "true");
        world.nightly();
        assertThat(world.value("SELECT CONCAT(OrdNo, '|', CAST(Val6 AS INT), '|', CAST(Val7 AS INT)) FROM FreeInf1"
                        + " WHERE Txt1 = '" + hour + "'"))
                .isEqualTo("101|2|200");
    }

    @Test
    void anInvoiceTakesASmallNumberOfCallsWhateverItsRows() {
        String invoice = work.invoice("");
        for (int i = 0; i < 40; i++) {
            String row = work.row(invoice, "Hours", "1", "100", "");
            work.hour("\"quantity\": 1, \"isApproved\": true, \"invoice\": {\"guid\": \"" + invoice
                    + "\"}, \"invoiceRowGuid\": \"" + row + "\"");
        }
        world.nightly("work-hour-to-erp");
        RunResult night = world.nightly("invoice-to-erp");
        // List of invoices, changes of users and of projects (two lists); rows, hours, settings, status.
        assertThat(night.steps().get(0).counts().calls()).isEqualTo(4 + 4);
        assertThat(lines(101)).hasSize(40);
    }

    @Test
    void statusesAndProductsAreCheckedBeforeTheFirstInvoice() {
        world.with("notes-product: N950", "notes-product: N951\n  status: { failed: Kaput }");
        String invoice = work.invoice("");
        work.row(invoice, "ProjectFees", "1", "10", "");
        world.sandbox().resetCounts();
        assertThatThrownBy(world::nightly)
                .isInstanceOf(WrongSetUp.class)
                .hasMessageContaining(
                        "invoices.status.failed: Severa has no active invoice status Kaput, only Approved, Draft")
                .hasMessageContaining("invoices.notes-product: the ERP has no product N951");
        assertThat(world.sandbox().counts().writes()).isZero();
    }

    @Test
    void anotherBillingCustomerIsTheInvoiceCustomer() {
        String other = world.find("customers", "number", "10002").path("guid").asString();
        String invoice = work.invoice("\"billingCustomer\": {\"guid\": \"" + other + "\"}");
        work.row(invoice, "ProjectFees", "1", "10", "");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(order("CustNo, InvoCust")).isEqualTo("10001|10002");
    }

    @Test
    void aSenderWhoseNameIsNotThatOfOneEmployeeIsLeftOutWithAWarning() {
        String invoice = work.invoice("\"senderContactName\": \"Per Ås\"");
        work.row(invoice, "ProjectFees", "1", "10", "");
        RunResult night = world.nightly();
        assertThat(night.notices().toString()).contains("sender-unknown", "Per Ås is the name of 2 employees");
        assertThat(order("Rsp, SelBuy")).isEqualTo("0|0");
    }

    @Test
    void anInvoiceToACustomerWhoIsNotInTheErpYetWaitsForHim() {
        String customer = world.sandbox().add("customers", "{\"name\": \"Ny AS\", \"number\": 20001}");
        String invoice = work.invoice("\"customer\": {\"guid\": \"" + customer + "\"}");
        work.row(invoice, "ProjectFees", "1", "10", "");
        assertThat(outcomes(world.nightly(), STEP)).isEqualTo("0/0/0/0/0/1");
        assertThat(world.rejects())
                .containsExactly("invoice 1001 | depends-on-rejected | customer | customer 20001 Ny AS");
        assertThat(work.statusOf(invoice)).isEqualTo("Approved");
        world.sandbox().add("projects", """
                {"name": "Nytt", "number": 901, "customer": {"guid": "%s"}, "projectOwner": {"guid": "%s"},
                 "salesStatus": {"salesStatusTypeGuid": "%s"}}
                """.formatted(customer, work.employee(), work.status("Won")));
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.rejects()).isEmpty();
    }

    /** Three hours of Per in Bergen, one of Kari in Oslo, who also owns the project. */
    private String ofTwoPeople() {
        String invoice = work.invoice("");
        String row = work.row(invoice, "Hours", "4", "100", "");
        String per = world.find("users", "code", "2").path("guid").asString();
        String on = "\"isApproved\": true, \"invoice\": {\"guid\": \"" + invoice + "\"}, \"invoiceRowGuid\": \"" + row
                + "\"";
        work.hour("\"quantity\": 3, \"eventDate\": \"2026-11-19\", \"user\": {\"guid\": \"" + per + "\"}, " + on);
        work.hour("\"quantity\": 1, " + on);
        return invoice;
    }

    @Test
    void aRowIsThatOfWhoDidMostOfIt() {
        ofTwoPeople();
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(lines(101)).containsExactly("T100||4.00|100.00|0|0|2|20|500|20261120");
        assertThat(order("EmpNo, R1")).isEqualTo("1|10");
    }

    @Test
    void theDepartmentMayBeThatOfTheProject() {
        world.with("sender-employee-field: SelBuy", "row-business-unit-from-user: false");
        ofTwoPeople();
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(lines(101)).containsExactly("T100||4.00|100.00|0|0|2|10|500|20261120");
    }

    @Test
    void aLostAnswerToTheStatusMakesNoSecondOrder() {
        String invoice = work.invoice("");
        work.row(invoice, "ProjectFees", "1", "10", "");
        world.sandbox().setFaults("""
                {"faults": [{"at": [1], "method": "PATCH", "path": "/v1/invoices/", "fault": "close-after"}]}""");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.value("SELECT COUNT(*) FROM Ord WHERE OrdNo > 100")).isEqualTo("1");
    }

    @Test
    void aTaxFreeInvoiceWithoutItsTaxCodeIsHandedBack() {
        world.with("reverse-charge-tax-code: 5", "row-cost: false");
        String free = work.invoice("\"isReverseCharged\": true");
        work.row(free, "ProjectFees", "1", "10", "");
        String taxed = work.invoice("");
        work.row(taxed, "ProjectFees", "1", "10", "");
        assertThat(new Preflight(world.company(), Programs.at(Clock.systemUTC()), Progress.NONE)
                        .run().findings().stream().filter(Finding::isError).map(Finding::code))
                .containsExactly("reverse-charge-tax-code-missing");
        assertThat(outcomes(world.nightly(), STEP)).isEqualTo("1/0/0/0/0/1");
        assertThat(world.rejects())
                .containsExactly("invoice 1001 | reverse-charge-tax-code-missing | isReverseCharged | true");
        assertThat(world.value("SELECT COUNT(*) FROM Ord WHERE Inf6 = '" + free + "'"))
                .isEqualTo("0");
        world.with("row-cost: false", "reverse-charge-tax-code: 5");
        world.sandbox().changeJson("invoices", free, "/status/guid", "\"" + work.invoiceStatus("Approved") + "\"");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(lines(102).get(0)).contains("|0|5|");
    }

    /** Quantity of the row; quantity and cost of its entry. */
    @ParameterizedTest(name = "{0} of {1} at {2} -> {3}")
    @CsvSource({"1, 1, -100, -100", "-1, 1, 40, -40", "-2, -2, 40, 40", "2, -1, -30, 15", "3, 1, 0.1, 0.033333"})
    void aRowCostKeepsItsSign(String quantity, String entered, String cost, String each) {
        world.with("sender-employee-field: SelBuy", "row-cost: true");
        String invoice = work.invoice("");
        String row = work.row(invoice, "ProjectFees", quantity, "100", "");
        work.fee(
                invoice,
                row,
                "\"quantity\": " + entered + ", \"unitCost\": {\"amount\": " + cost + ", \"currencyCode\": \"NOK\"}");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(new BigDecimal(world.value("SELECT CCstPr FROM OrdLn WHERE OrdNo = 101")))
                .isEqualByComparingTo(each);
    }

    @Test
    void aFlatRateIsWhatItsEntriesAre() {
        world.with("sender-employee-field: SelBuy", "row-cost: true");
        String invoice = work.invoice("");
        String row = work.row(
                invoice, "ProjectFees", "1", "5000", "\"rowType\": \"FlatRate\", \"description\": \"Fast pris\"");
        String hour = work.hour("""
                "quantity": 3, "isApproved": true, "invoice": {"guid": "%s"}, "invoiceRowGuid": "%s",
                "unitPrice": {"amount": 1000, "currencyCode": "NOK"}, "unitCost": {"amount": 400, "currencyCode": "NOK"}""".formatted(invoice, row));
        work.travel(
                invoice,
                row,
                world.find("travelexpensetypes", "code", "R200").path("guid").asString());
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(lines(101)).containsExactly("R200|Fast pris|1.00|5000.00|0|0|1|10|500|20261122");
        assertThat(world.value("SELECT CAST(CCstPr AS DECIMAL(9,2)) FROM OrdLn WHERE OrdNo = 101"))
                .isEqualTo("1200.00");
        assertThat(world.value("SELECT CONCAT(OrdNo, '|', CAST(Val6 AS INT), '|', CAST(Val7 AS INT)) FROM FreeInf1"
                        + " WHERE Txt1 = '" + hour + "'"))
                .isEqualTo("101|3|3000");
    }

    @Test
    void anHourThatComesAfterItsOrderHasTheInvoicesPrice() {
        String invoice = work.invoice("");
        String row = work.row(invoice, "Hours", "3", "80.5", "");
        String hour = work.hour("""
                "quantity": 2, "invoice": {"guid": "%s"}, "invoiceRowGuid": "%s", "invoiceQuantity": 3,
                "unitPrice": {"amount": 100, "currencyCode": "NOK"}""".formatted(invoice, row));
        String plain = work.hour("""
                "quantity": 2, "invoice": {"guid": "%s"}, "invoiceRowGuid": "%s",
                "unitPrice": {"amount": 100, "currencyCode": "NOK"}""".formatted(invoice, row));
        world.nightly();
        // What becomes of the invoice in Severa later is no longer what was invoiced.
        world.sandbox().changeJson("invoicerows", row, "/unitPrice", "{\"amount\": 1, \"currencyCode\": \"NOK\"}");
        world.sandbox().changeJson("workhours", hour, "/isApproved", "true");
        world.sandbox().changeJson("workhours", plain, "/isApproved", "true");
        world.nightly();
        for (Map.Entry<String, String> each :
                Map.of(hour, "101|3|200|241.50", plain, "101|2|200|161.00").entrySet()) {
            assertThat(world.value("SELECT CONCAT(OrdNo, '|', CAST(Val6 AS INT), '|', CAST(Val3 AS INT), '|',"
                            + " CAST(Val7 AS DECIMAL(9,2))) FROM FreeInf1 WHERE Txt1 = '" + each.getKey() + "'"))
                    .isEqualTo(each.getValue());
        }
    }

    @Test
    void aTextWithMarkupOnlyIsReadAsPeopleSeeIt() {
        String invoice = work.invoice("""
                "freeText1": {"plainText": "", "value": "<div>Kj&aelig;re kunde</div><ul><li>R&amp;D</li><li>&Oslash;l</li></ul>"}""");
        work.row(invoice, "ProjectFees", "1", "10", "");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.erp()
                        .sql("SELECT Descr FROM OrdLn WHERE OrdNo = 101 AND ProdNo = 'N950' ORDER BY LnNo")
                        .query(String.class)
                        .list())
                .containsExactly("Kjære kunde", "R&D", "Øl");
    }

    @Test
    void textsOfOneColumnAreOneLine() {
        String invoice = work.invoice("""
                "ourReference": " Kari\\n Nordmann ", "yourReference": "Ola\\r\\nHansen", "orderNumber": "PO\\n7",
                "receiverAddress": {"addressline": "Kaia 1", "postalCode": "0150 ", "city": "Oslo\\nS"}""");
        work.row(invoice, "ProjectFees", "1", "10", "");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(order("OurRef, YrRef, CSOrdNo, PNo, PArea")).isEqualTo("Kari Nordmann|Ola Hansen|PO 7|0150|Oslo S");
    }

    private static final String TAKEN =
            "SELECT CONCAT(InvoCust, '|', PmtMt, '|', DelTrm, '|', DelMt, '|', DocSMt, '|', ExVat, '|', AcSet) FROM Ord"
                    + " WHERE OrdNo = ";

    @Test
    void anOrderTakesWhatItsCustomerDecides() {
        world.sql("UPDATE Actor SET InvoCust = 10002, CPmtMt = 7, CDelTrm = 3, CDelMt = 4, DocSMt = 16384, ExVat = 1"
                + " WHERE CustNo = 10001");
        String invoice = work.invoice("");
        work.row(invoice, "ProjectFees", "1", "10", "");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.value(TAKEN + 101)).isEqualTo("10002|7|3|4|16384|1|1");
        assertThat(world.value("SELECT CONCAT(InvoCust, '|', AcSet) FROM OrdLn WHERE OrdNo = 101"))
                .isEqualTo("10002|0");
        // Severa says who pays: that goes first, also where it is the customer of another row.
        String other = work.invoice("\"billingCustomer\": {\"guid\": \""
                + world.find("customers", "number", "10001").path("guid").asString()
                + "\"}, \"customer\": {\"guid\": \""
                + world.find("customers", "number", "10002").path("guid").asString() + "\"}");
        work.row(other, "ProjectFees", "1", "10", "");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.value(TAKEN + 102)).startsWith("10001|0|0|0|0|0|");
    }

    @Test
    void whatAnOrderTakesIsASettingAndItsNumberInSeveraToo() {
        world.with("sender-employee-field: SelBuy", """
                sender-employee-field: SelBuy
                  invoice-number-field: Gr5
                  line-account-set: customer
                  from-customer: { invoice-customer: none, payment-method: Gr4, delivery-terms: NONE, delivery-method: none,
                                   e-invoice-sending: none, vat-exemption: none }""");
        world.sql(
                "UPDATE Actor SET InvoCust = 10002, CPmtMt = 7, CDelTrm = 3, CDelMt = 4, DocSMt = 16384, ExVat = 1, Gr4 = 9"
                        + " WHERE CustNo = 10001");
        String invoice = work.invoice("\"orderNumber\": \"PO 7\"");
        work.row(invoice, "ProjectFees", "1", "10", "");
        assertThat(night()).isEqualTo("1/0/0/0/0/0");
        assertThat(world.value(TAKEN + 101)).isEqualTo("0|9|0|0|0|0|1");
        assertThat(order("Gr5, CSOrdNo")).isEqualTo("1001|PO 7");
        assertThat(world.value("SELECT AcSet FROM OrdLn WHERE OrdNo = 101")).isEqualTo("1");
    }

    @Test
    void columnsThatDoNotFitAreNamedAtTheStart() {
        world.load();
        world.erp().sql("ALTER TABLE Ord ADD Own DECIMAL(28,6)").update();
        world.with("sender-employee-field: SelBuy", """
                sender-employee-field: SelBuy
                  order-number-field: Own
                  from-customer: { payment-method: Nm }""");
        String invoice = work.invoice("");
        work.row(invoice, "ProjectFees", "1", "10", "");
        assertThatThrownBy(world::nightly)
                .isInstanceOf(WrongSetUp.class)
                .hasMessageContaining("invoices.order-number-field: the order's Own holds a decimal number")
                .hasMessageContaining("invoices.from-customer.payment-method: the associate's Nm holds text");
        assertThat(work.statusOf(invoice)).isEqualTo("Approved");
        world.with("payment-method: Nm", "payment-method: CPmtMethod");
        assertThatThrownBy(world::nightly)
                .isInstanceOf(WrongSetUp.class)
                .hasMessageContaining("table Actor has no column CPmtMethod");
    }
}
