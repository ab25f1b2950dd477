package io.severabridge.sync.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

/** The one rounding, for any amount. */
class AmountsTest {
    @Property
    void anAmountIsRoundedOnceAndHalfUp(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal quantity,
            @ForAll @BigRange(min = "-100000", max = "100000") @Scale(6) BigDecimal price) {
        BigDecimal exact = quantity.multiply(price);
        BigDecimal total = Amounts.total(quantity, price);
        assertThat(total.subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
        assertThat(total).isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
        assertThat(Amounts.total(quantity.negate(), price)).isEqualByComparingTo(total.negate());
        assertThat(Amounts.money(total)).isEqualByComparingTo(total);
    }

    @Property
    void whatIsSplitAndMultipliedAgainDiffersByLessThanTheColumnHolds(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(2) BigDecimal total,
            @ForAll @BigRange(min = "0.01", max = "1000") @Scale(2) BigDecimal quantity) {
        BigDecimal each = Amounts.each(total, quantity);
        assertThat(each.multiply(quantity).subtract(total).abs()).isLessThanOrEqualTo(quantity.movePointLeft(6));
    }
}
