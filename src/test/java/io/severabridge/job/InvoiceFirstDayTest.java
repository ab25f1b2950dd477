package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Invoices of before the first day are left alone, whatever their status. */
class InvoiceFirstDayTest {
    @Test
    void anInvoiceOfAnEarlierDateKeepsItsStatusAndBecomesNoOrder() {
        try (World world = World.working().with("default-product: D900", "default-product: D900\n  from: 2026-11-01")) {
            world.once();
            Work work = new Work(world.sandbox());
            String early = work.invoice("\"date\": \"2026-10-31\"");
            String first = work.invoice("\"date\": \"2026-11-01\"");
            work.row(early, "ProjectFees", "1", "100", "");
            work.row(first, "ProjectFees", "1", "100", "");
            assertThat(outcomes(world.nightly(), "invoice-to-erp")).isEqualTo("1/0/0/0/0/0");
            assertThat(work.statusOf(early)).isEqualTo("Approved");
            assertThat(work.statusOf(first)).isEqualTo("Transferred");
            assertThat(world.rejects()).isEmpty();
        }
    }
}
