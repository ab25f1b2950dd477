package io.severabridge.job;

import static io.severabridge.job.World.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** All freight of Northwind: both sides agree to the cent, by project and by currency. */
class NorthwindCostsTest {
    private static final Path DATA = Path.of("../shared/data/northwind");

    @Test
    void everyCostOfATransferredProjectArrivesAndTheSumsAgree() {
        assumeTrue(Files.exists(DATA), "the northwind data set is not here");
        try (World world = World.of(DATA).transferringWork()) {
            world.once();
            assertThat(outcomes(world.nightly(), "cost-to-severa")).isEqualTo("787/0/0/0/0/43");
            assertThat(world.rejects().stream().filter(reject -> reject.startsWith("cost")))
                    .hasSize(43)
                    .allMatch(reject -> reject.contains("| depends-on-rejected | project |"));
            Map<String, BigDecimal> expected = expected(world);
            Map<String, BigDecimal> found = found(world);
            assertThat(found).hasSameSizeAs(expected).hasSize(787 + 11);
            expected.forEach((of, sum) -> assertThat(found.get(of)).as(of).isEqualByComparingTo(sum));
            world.sandbox().resetCounts();
            world.nightly();
            assertThat(world.sandbox().counts().writes()).isZero();
        }
    }

    /** From the ERP alone, spelled a second time: 110 %, the rate of the project's currency, rounded once. */
    private static Map<String, BigDecimal> expected(World world) {
        Map<String, BigDecimal> rates = new TreeMap<>();
        world.sandbox()
                .records("currencies")
                .forEach(currency -> rates.put(
                        currency.path("code").asString(), currency.path("rate").decimalValue()));
        Map<String, BigDecimal> sums = new TreeMap<>();
        world.erp()
                .sql(
                        "SELECT v.R2, c.ISO, v.AmExVAT, v.VoTp FROM UpdVo v JOIN R2 p ON p.RNo = v.R2 JOIN Cur c ON c.CurNo ="
                                + " p.Cur WHERE p.Rsp <> 9")
                .query(row -> {
                    BigDecimal exact = row.getBigDecimal(3).multiply(rates.get(row.getString(2)));
                    BigDecimal cost = exact.setScale(2, RoundingMode.HALF_UP);
                    BigDecimal price = exact.multiply(new BigDecimal("1.1")).setScale(2, RoundingMode.HALF_UP);
                    BigDecimal both = row.getInt(4) == 22 ? cost.add(price).negate() : cost.add(price);
                    sums.merge("project " + row.getInt(1), both, BigDecimal::add);
                    sums.merge("currency " + row.getString(2), both, BigDecimal::add);
                });
        return sums;
    }

    private static Map<String, BigDecimal> found(World world) {
        Map<String, String> numbers = new TreeMap<>();
        world.sandbox()
                .records("projects")
                .forEach(project -> numbers.put(
                        project.path("guid").asString(), project.path("number").asString()));
        Map<String, BigDecimal> sums = new TreeMap<>();
        world.sandbox().records("projectfees").forEach(fee -> {
            BigDecimal both = fee.path("unitCost")
                    .path("amount")
                    .decimalValue()
                    .add(fee.path("unitPrice").path("amount").decimalValue())
                    .multiply(fee.path("quantity").decimalValue());
            sums.merge("project " + numbers.get(fee.path("project").path("guid").asString()), both, BigDecimal::add);
            sums.merge("currency " + fee.path("unitCost").path("currencyCode").asString(), both, BigDecimal::add);
        });
        return sums;
    }
}
