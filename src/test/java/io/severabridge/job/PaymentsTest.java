package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.WrongSetUp;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void theStatusIsCheckedAtTheStart() {
        world.with("payment-status: { enabled: true }", "payment-status: { enabled: true, paid: Settled }");
        assertThatThrownBy(world::nightly)
                .isInstanceOf(WrongSetUp.class)
                .hasMessageContaining("payment-status.paid: Severa has no active invoice status Settled");
    }
}
