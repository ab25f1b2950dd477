package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Many hours and invoices: both sides come to the same to the cent, and calls grow with invoices and pages only. More with
 * {@code -Dvolume.invoices=2000}; each has ten hours.
 */
class VolumeTest {
    private static final int INVOICES = Integer.getInteger("volume.invoices", 40);
    private static final int HOURS = 10;
    private static final int PAGE = 100;

    /** Of an hour on the invoice; 1.25 hours come to whole cents. */
    private static final String PRICE = "1033.36";

    @Test
    void hoursAndInvoicesArriveToTheCent() {
        try (World world = World.working()) {
            world.once();
            enter(new Work(world.sandbox()));
            world.nightly("business-unit-to-severa");
            RunResult night = world.nightly("work-hour-to-erp", "invoice-to-erp");
            int hours = INVOICES * HOURS;
            assertThat(outcomes(night, "work-hour-to-erp")).isEqualTo(hours + "/0/0/0/0/0");
            assertThat(outcomes(night, "invoice-to-erp")).isEqualTo(INVOICES + "/0/0/0/0/0");
            // Users, two lists of projects, hours; invoices; rows, hours, fees, settings and status of each.
            assertThat(calls(night, "work-hour-to-erp")).isEqualTo(3 + pages(hours));
            assertThat(calls(night, "invoice-to-erp")).isEqualTo(pages(INVOICES) + 5L * INVOICES);
            night.steps()
                    .forEach(step -> System.out.println(step.name() + ": "
                            + step.counts().created() + " made, "
                            + step.counts().calls() + " calls, " + step.time().toMillis() + " ms"));
            assertThat(inErp(world)).isEqualTo(inSevera(world));
            assertThat(world.value("SELECT COUNT(*) FROM FreeInf1 WHERE InfCatNo = 100 AND OrdNo = 0"))
                    .isEqualTo("0");
            world.sandbox().resetCounts();
            world.nightly("work-hour-to-erp", "invoice-to-erp");
            assertThat(world.sandbox().counts().writes()).isZero();
        }
    }

    private static long calls(RunResult night, String step) {
        return night.steps().stream()
                .filter(each -> each.name().equals(step))
                .findFirst()
                .orElseThrow()
                .counts()
                .calls();
    }

    private static long pages(int records) {
        return Math.max(1, (records + PAGE - 1) / PAGE);
    }

    private static void enter(Work work) {
        for (int invoice = 0; invoice < INVOICES; invoice++) {
            String guid = work.invoice("");
            String row = work.row(guid, "Hours", "" + HOURS * 1.25, PRICE, "\"description\": \"Hours\"");
            for (int hour = 0; hour < HOURS; hour++) {
                work.hour("""
                        "quantity": 1.25, "invoiceQuantity": 1.25, "isApproved": true, "invoice": {"guid": "%s"},
                        "invoiceRowGuid": "%s", "unitPrice": {"amount": %d.37, "currencyCode": "NOK"}""".formatted(guid, row, invoice % 1000));
            }
            String fee = work.row(guid, "ProjectFees", "3", "0.335", "\"description\": \"Fee\"");
            work.fee(guid, fee, "");
        }
    }

    /** Sums by what they are of. */
    private static Map<String, String> inErp(World world) {
        Map<String, String> sums = new TreeMap<>();
        sums.put("hours", world.value("SELECT CAST(SUM(Val1) AS DECIMAL(20,2)) FROM FreeInf1 WHERE InfCatNo = 100"));
        sums.put("amounts", world.value("SELECT CAST(SUM(Val3) AS DECIMAL(20,2)) FROM FreeInf1 WHERE InfCatNo = 100"));
        sums.put("invoiced", world.value("SELECT CAST(SUM(Val7) AS DECIMAL(20,2)) FROM FreeInf1 WHERE InfCatNo = 100"));
        sums.put("orders", world.value("SELECT COUNT(*) FROM Ord"));
        sums.put("lines", world.value("SELECT CAST(SUM(ROUND(NoOrg * Price, 2)) AS DECIMAL(20,2)) FROM OrdLn"));
        return sums;
    }

    private static Map<String, String> inSevera(World world) {
        BigDecimal hours = BigDecimal.ZERO;
        BigDecimal amounts = BigDecimal.ZERO;
        for (JsonNode hour : world.sandbox().records("workhours")) {
            BigDecimal quantity = hour.path("quantity").decimalValue();
            hours = hours.add(quantity);
            amounts = amounts.add(
                    quantity.multiply(hour.path("unitPrice").path("amount").decimalValue())
                            .setScale(2, RoundingMode.HALF_UP));
        }
        BigDecimal total = BigDecimal.ZERO;
        JsonNode invoices = world.sandbox().records("invoices");
        for (JsonNode invoice : invoices) {
            total = total.add(invoice.path("totalExcludingTax").path("amount").decimalValue());
        }
        return new TreeMap<>(Map.of(
                "hours", hours.setScale(2).toPlainString(),
                "amounts", amounts.setScale(2).toPlainString(),
                "invoiced",
                        hours.multiply(new BigDecimal(PRICE))
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString(),
                "orders", String.valueOf(invoices.size()),
                "lines", total.setScale(2).toPlainString()));
    }
}
