package io.severabridge.entity.invoice;

import io.severabridge.company.Company;
import io.severabridge.company.Company.RateDirection;
import io.severabridge.entity.invoice.InvoiceDetails.Entry;
import io.severabridge.entity.invoice.InvoiceDetails.Row;
import io.severabridge.severa.MoneyAnswered;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.Amounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mapping page, Order line: what the row's entries cost together, for each unit of the row, in the invoice's currency. */
record RowCost(@Nullable String currency, MappingContext context) {
    /** With its sign: what was refunded is negative. */
    BigDecimal each(Row row, List<Entry> entries) {
        BigDecimal own = cost(entries.stream().filter(entry -> !entry.given()));
        BigDecimal given = cost(entries.stream().filter(Entry::given));
        return Amounts.each(own.add(turned(row, entries) ? given.negate() : given), Amounts.of(row.quantity()));
    }

    /**
     * What is given back is listed as it was invoiced, while the row of the credit note takes it back: by a negative quantity, or
     * by a negative price.
     */
    private static boolean turned(Row row, List<Entry> entries) {
        int invoiced = sign(entries, entry -> entry.quantity().multiply(entry.unitPrice()));
        int back = InvoiceMapping.amount(row).signum();
        return invoiced * back == 0
                ? sign(entries, Entry::quantity) * Amounts.of(row.quantity()).signum() < 0
                : invoiced != back;
    }

    private static int sign(List<Entry> entries, Function<Entry, BigDecimal> what) {
        return entries.stream()
                .filter(Entry::given)
                .map(what)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .signum();
    }

    private BigDecimal cost(Stream<Entry> entries) {
        return entries.map(entry -> entry.quantity().multiply(inCurrency(entry.unitCost())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal inCurrency(@Nullable MoneyAnswered cost) {
        if (cost == null || cost.amount() == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal known = cost.in(currency);
        return known == null ? converted(cost.amount(), cost.currencyCode()) : known;
    }

    private BigDecimal converted(BigDecimal amount, @Nullable String from) {
        Map<String, BigDecimal> rates = context.codes().severa().rates();
        BigDecimal one = from == null ? null : rates.get(from);
        BigDecimal other = currency == null ? null : rates.get(currency);
        if (one == null || other == null || one.signum() <= 0 || other.signum() <= 0) {
            context.warn(
                    "cost-not-converted", "a cost in " + from + " has no rate to " + currency + ": it is left out");
            return BigDecimal.ZERO;
        }
        Company.Costs costs = context.company().costs();
        boolean multiply = costs == null || costs.rateDirection() == RateDirection.MULTIPLY;
        return multiply
                ? amount.multiply(other).divide(one, MathContext.DECIMAL128)
                : amount.multiply(one).divide(other, MathContext.DECIMAL128);
    }
}
