package io.severabridge.sync.record;

import io.severabridge.severa.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The rounding of amounts, stated once: half up (away from zero), amounts of money to the cent, and that only at the end of a
 * computation; what is not money, and prices of a single unit, to the six decimals of the ERP's columns.
 */
public final class Amounts {
    private static final RoundingMode ROUNDING = RoundingMode.HALF_UP;
    private static final int CENTS = 2;
    private static final BigDecimal CENT = BigDecimal.ONE.movePointLeft(CENTS);

    /** DECIMAL(28,6), schema reference. */
    private static final int COLUMN = 6;

    private Amounts() {}

    /** An amount of money. */
    public static BigDecimal money(BigDecimal exact) {
        return plain(exact.setScale(CENTS, ROUNDING));
    }

    /** What a number of units cost together. */
    public static BigDecimal total(BigDecimal quantity, BigDecimal price) {
        return money(quantity.multiply(price));
    }

    /** A quantity, or the price of a single unit, as the ERP's columns hold it. */
    public static BigDecimal stored(BigDecimal exact) {
        return plain(exact.setScale(COLUMN, ROUNDING));
    }

    /** The price of a single unit out of a total; 0 for no units. */
    public static BigDecimal each(BigDecimal total, BigDecimal quantity) {
        return quantity.signum() == 0 ? BigDecimal.ZERO : plain(total.divide(quantity, COLUMN, ROUNDING));
    }

    /** Whether two amounts differ by a cent or more. */
    public static boolean differ(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(CENT) >= 0;
    }

    /** An amount that Severa may leave out; 0 then. */
    public static BigDecimal of(@Nullable Money money) {
        return money == null || money.amount() == null ? BigDecimal.ZERO : money.amount();
    }

    /** A number that Severa may leave out; 0 then. */
    public static BigDecimal of(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
