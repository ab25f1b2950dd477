package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.WrongSetUp;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices that the customer ledger says are paid get the status for it in Severa. */
class PaymentsTest {
    private static final String STEP = "payment-status-to-severa";

    private final World world = World.working();
    private Work work;
    private String invoice = "";

    @BeforeEach
    void load() {
        world.once();
        work = new Work(world.sandbox());
        invoice = work.invoice("");
        work.row(invoice, "ProjectFees", "1", "100", "");
        assertThat(world.nightly().exitCode()).isZero();
        world.sql("UPDATE Ord SET InvoNo = '5001' WHERE OrdNo = 1");
        post(70, 1, "5001", "125", "20261125");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void post(int journal, int entry, String number, String amount, String day) {
        world.insert(
                "CustTr",
                "JNo=" + journal,
                "EntNo=" + entry,
                "CustNo=10001",
                "InvoNo=" + number,
                "Am=" + amount,
                "VoDt=" + day);
    }

    private String night() {
        String found = outcomes(world.nightly(), STEP);
        world.sandbox().resetCounts();
        world.nightly();
        assertThat(world.sandbox().counts().writes()).isZero();
        return found;
    }

    private String payment() {
        var found = work.named("invoices", "guid", invoice);
        return found.path("status").path("name").asString() + " "
                + found.path("paymentDate").asString("-");
    }

    @Test
    void anInvoiceThatIsPaidInFullSaysSo() {
        assertThat(night()).isEqualTo("0/0/0/1/0/0");
        post(71, 1, "5001", "-100", "20261128");
        assertThat(night()).isEqualTo("0/0/0/1/0/0");
        assertThat(payment()).isEqualTo("Transferred -");
        post(72, 1, "5001", "-25", "20261201");
        assertThat(night()).isEqualTo("0/1/0/0/0/0");
        assertThat(payment()).isEqualTo("Paid 2026-12-01");
    }

    @Test
    void whatPeopleMarkedAsPaidIsNotTakenBack() {
        night();
        world.sandbox().changeJson("invoices", invoice, "/status/guid", "\"" + work.invoiceStatus("Paid") + "\"");
        assertThat(night()).isEqualTo("0/0/0/1/0/0");
        assertThat(payment()).isEqualTo("Paid -");
    }

    @Test
    void anotherCustomersPaymentOfThatNumberDoesNotCount() {
        world.insert("CustTr", "JNo=71", "EntNo=1", "CustNo=10002", "InvoNo=5001", "Am=-125", "VoDt=20261128");
        night();
        assertThat(payment()).isEqualTo("Transferred -");
    }

    @Test
    void anOrderThatOnlyHasSomeGuidIsSkipped() {
        world.insert("Ord", "OrdNo=50", "CustNo=10001", "InvoNo=5002", "Inf6=of the integration before");
        post(71, 1, "5002", "10", "20261128");
        assertThat(night()).isEqualTo("0/0/0/1/1/0");
    }

    @Test
    void afterTheBridgeDatabaseWasLostTheGuidOfTheOrderStillTells() {
        world.bridge("DELETE FROM BRIDGE_LINK WHERE ENTITY = 'invoice'").bridge("DELETE FROM BRIDGE_WATERMARK");
        post(72, 1, "5001", "-125", "20261201");
        night();
        assertThat(payment()).isEqualTo("Paid 2026-12-01");
    }

    @Test
    void aForeignInvoiceIsPaidInItsCurrency() {
        world.sql("UPDATE Ord SET InvoNo = '5003' WHERE OrdNo = 1");
        for (String entry : List.of("1000,100,1", "-1050,-100,2")) {
            String[] values = entry.split(",", -1);
            world.insert(
                    "CustTr",
                    "JNo=80",
                    "EntNo=" + values[2],
                    "CustNo=10001",
                    "InvoNo=5003",
                    "Cur=978",
                    "Am=" + values[0],
                    "CurAm=" + values[1],
                    "VoDt=20261202");
        }
        night();
        assertThat(payment()).isEqualTo("Paid 2026-12-02");
    }

    private void transactions(String... entries) {
        world.sql("UPDATE Ord SET InvoNo = '5003' WHERE OrdNo = 1");
        for (int entry = 0; entry < entries.length; entry++) {
            String[] values = entries[entry].split(" ", -1);
            world.insert(
                    "CustTr",
                    "JNo=80",
                    "EntNo=" + entry,
                    "CustNo=10001",
                    "InvoNo=5003",
                    "Cur=" + values[0],
                    "CurAm=" + values[1],
                    "Am=" + values[2],
                    "VoDt=20261202");
        }
    }

    /** Currency, amount in it, amount in the company's own. */
    @ParameterizedTest
    @CsvSource({
        // Amounts of different currencies are never added: 100 EUR less 100 NOK.
        "Transferred -, 978 100 1140; 0 0 -100",
        "Transferred -, 978 100 1140; 978 -60 -684; 0 0 -400",
        "Paid 2026-12-02, 978 100 1140; 0 0 -1140",
        "Paid 2026-12-02, 978 100 1140; 978 -100 -1150; 0 0 10",
        "Paid 2026-12-02, 978 100 1140; 752 -1000 -1140",
        "Paid 2026-12-02, 0 0 125; 0 0 -130",
        "Transferred -, 0 0 -125",
        "Transferred -, 0 0 -50; 0 0 125",
        "Transferred -, 0 0 0",
    })
    void theLedgerDecides(String expected, String entries) {
        transactions(entries.split("; ", -1));
        night();
        assertThat(payment()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Paid 2026-12-02, 0 0 -125; 0 0 125",
        "Paid 2026-12-02, 0 0 -125; 0 0 130",
        "Transferred -, 0 0 -125",
        "Transferred -, 0 0 -125; 0 0 100",
    })
    void aCreditNoteIsPaidBack(String expected, String entries) {
        world.erp().sql("UPDATE OrdLn SET NoOrg = -NoOrg").update();
        transactions(entries.split("; ", -1));
        night();
        assertThat(payment()).isEqualTo(expected);
    }

    @Test
    void anInvoiceOfNothingIsPaidWithTheInvoiceWhetherOrNotTheLedgerHasIt() {
        world.erp().sql("UPDATE OrdLn SET Price = 0").update();
        world.sql("UPDATE Ord SET InvoNo = '5003' WHERE OrdNo = 1");
        assertThat(night()).isEqualTo("0/1/0/0/0/0");
        assertThat(payment()).isEqualTo("Paid 2026-11-24");
    }

    @Test
    void openEntriesDecideWhereTheyAreConfigured() {
        world.with(
                "payment-status: { enabled: true }",
                "payment-status: { enabled: true, open-entries: OpCustTr, open-amount: RstAm }");
        world.insert("OpCustTr", "JNo=70", "EntNo=1", "CustNo=10001", "InvoNo=5001", "RstAm=125");
        assertThat(night()).isEqualTo("0/0/0/1/0/0");
        assertThat(payment()).isEqualTo("Transferred -");
        // Set off by a credit note: the ledger has no more transactions under the invoice's number than before.
        world.sql("UPDATE OpCustTr SET RstAm = 0");
        assertThat(night()).isEqualTo("0/1/0/0/0/0");
        assertThat(payment()).isEqualTo("Paid 2026-11-25");
    }

    @Test
    void aTransactionWithAnEarlierJournalNumberIsFound() {
        post(9000, 1, "5009", "1", "20261201");
        night();
        post(3, 1, "5001", "-125", "20261203");
        night();
        assertThat(payment()).isEqualTo("Paid 2026-12-03");
    }

    @Test
    void theTableOfOpenEntriesIsChecked() {
        world.with("payment-status: { enabled: true }", "payment-status: { enabled: true, open-entries: OpenOnes }");
        assertThatThrownBy(world::nightly).isInstanceOf(WrongSetUp.class).hasMessageContaining("OpenOnes");
    }

    @Test
    void theStatusIsCheckedAtTheStart() {
        world.with("payment-status: { enabled: true }", "payment-status: { enabled: true, paid: Settled }");
        assertThatThrownBy(world::nightly)
                .isInstanceOf(WrongSetUp.class)
                .hasMessageContaining("payment-status.paid: Severa has no active invoice status Settled");
    }
}
