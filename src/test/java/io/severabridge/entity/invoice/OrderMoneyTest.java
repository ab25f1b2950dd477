package io.severabridge.entity.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.entity.Known;
import io.severabridge.entity.invoice.InvoiceDetails.Entry;
import io.severabridge.entity.invoice.InvoiceDetails.Kind;
import io.severabridge.entity.invoice.InvoiceDetails.Row;
import io.severabridge.severa.Money;
import io.severabridge.severa.MoneyAnswered;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.RecordBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices, quantities and costs of lines against arithmetic of its own: fractions of whole numbers, rounded half up once. */
class OrderMoneyTest {
    /** A fraction; the denominator is above 0. */
    private record Fraction(BigInteger above, BigInteger below) {
        static final Fraction NONE = new Fraction(BigInteger.ZERO, BigInteger.ONE);

        static Fraction of(BigDecimal number) {
            return new Fraction(number.movePointRight(12).toBigIntegerExact(), BigInteger.TEN.pow(12));
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
        }

        Fraction times(Fraction other) {
            return new Fraction(above.multiply(other.above), below.multiply(other.below));
        }

        Fraction over(Fraction other) {
            BigInteger sign = BigInteger.valueOf(other.above.signum());
            return new Fraction(above.multiply(other.below).multiply(sign), below.multiply(other.above.abs()));
        }

        /** Half away from zero, to so many decimals, as a whole number of them. */
        BigInteger rounded(int decimals) {
            BigInteger twice =
                    above.abs().multiply(BigInteger.TEN.pow(decimals)).multiply(BigInteger.TWO);
            return twice.add(below).divide(below.multiply(BigInteger.TWO)).multiply(BigInteger.valueOf(above.signum()));
        }
    }

    private static final ErpSurroundings ERP = new ErpSurroundings(
            new ErpSurroundings.Customer(10_001, "Fjord AS", 1, 0, 2, 0, 0, 0, 0, 0, 0), 0, List.of(), 80);

    @Property(tries = 400)
    void theCostOfALineIsThatOfItsEntriesWithItsSign(
            @ForAll @BigRange(min = "-999", max = "999") @Scale(3) BigDecimal rowQuantity,
            @ForAll @Size(min = 1, max = 6) List<@BigRange(min = "-99", max = "99") @Scale(3) BigDecimal> quantities,
            @ForAll @BigRange(min = "-9999", max = "9999") @Scale(4) BigDecimal cost,
            @ForAll boolean foreign) {
        // Known.context: 1 NOK of Severa is 11.098 EUR.
        Fraction rate = Fraction.of(foreign ? new BigDecimal("11.098") : BigDecimal.ONE);
        Fraction sum = Fraction.NONE;
        List<Entry> entries = new ArrayList<>();
        for (BigDecimal quantity : quantities) {
            entries.add(entry("fee-" + entries.size(), quantity, BigDecimal.ONE, cost, false));
            sum = sum.plus(Fraction.of(quantity).times(Fraction.of(cost)).times(rate));
        }
        ErpValues line = line(rowQuantity, BigDecimal.ONE, entries, foreign ? "EUR" : "NOK");
        BigInteger each = rowQuantity.signum() == 0
                ? BigInteger.ZERO
                : sum.over(Fraction.of(rowQuantity)).rounded(6);
        assertThat(number(line, "unitCost")).isEqualByComparingTo(new BigDecimal(each, 6));
        assertThat(number(line, "quantity")).isEqualByComparingTo(rowQuantity);
    }

    /** Quantity and price of the row of a credit note; quantity and price of what it gives back, at 40; the cost of one. */
    @ParameterizedTest(name = "{0} at {1}, of {2} at {3} -> {4}")
    @CsvSource({
        "-2, 100, 2, 100, 40",
        "-2, 100, -2, 100, 40",
        "2, -100, 2, 100, -40",
        "1, 100, -1, 100, 40",
        "-2, 100, 2, 0, 40",
        "-1, 100, 2, 50, 80",
        "0, 100, 2, 100, 0",
    })
    void whatIsGivenBackIsTakenBack(
            BigDecimal quantity, BigDecimal price, BigDecimal given, BigDecimal givenPrice, BigDecimal each) {
        List<Entry> entries = List.of(entry("hour", given, givenPrice, new BigDecimal(40), true));
        assertThat(number(line(quantity, price, entries, "NOK"), "unitCost")).isEqualByComparingTo(each);
    }

    private static Entry entry(String guid, BigDecimal quantity, BigDecimal price, BigDecimal cost, boolean given) {
        MoneyAnswered unitCost = new MoneyAnswered(cost, "NOK", null);
        return new Entry(Kind.FEE, guid, null, null, null, quantity, quantity, price, unitCost, null, given);
    }

    private static ErpValues line(BigDecimal quantity, BigDecimal price, List<Entry> entries, String currency) {
        Row row = new Row("row", "ProjectFees", "ProjectFees", null, quantity, new Money(price, currency), null, 1);
        SeveraInvoice invoice = RecordBuilder.of(SeveraInvoice.class)
                .with("guid", "guid")
                .with("number", 1)
                .with("date", LocalDate.of(2026, 11, 24))
                .with("paymentTerm", 14)
                .with("currency", new SeveraInvoice.Currency("g", currency))
                .with("totalExcludingTax", new MoneyAnswered(InvoiceMapping.amount(row), currency, null))
                .with("isCreditNote", true)
                .build();
        MappingContext context = Known.context("hour-product: T100", "hour-product: T100, row-cost: true");
        InvoiceDetails details = new InvoiceDetails(false, List.of(row), Map.of("row", entries));
        return InvoiceMapping.order(invoice, details, ERP, context).lines().get(0);
    }

    private static BigDecimal number(ErpValues line, String parameter) {
        return (BigDecimal) Objects.requireNonNull(line.all().get(parameter));
    }
}
