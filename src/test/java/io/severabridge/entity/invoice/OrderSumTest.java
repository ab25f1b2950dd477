package io.severabridge.entity.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.entity.Known;
import io.severabridge.entity.invoice.InvoiceDetails.Entry;
import io.severabridge.entity.invoice.InvoiceDetails.Kind;
import io.severabridge.entity.invoice.InvoiceDetails.ListedRow;
import io.severabridge.entity.invoice.InvoiceDetails.Row;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.severa.Money;
import io.severabridge.severa.MoneyAnswered;
import io.severabridge.sync.mapping.ErpDocument;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.record.Amounts;
import io.severabridge.sync.record.RecordBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the lines of an order come to is what the invoice comes to, to the cent, in any currency and with its sign. */
class OrderSumTest {
    private static final ErpSurroundings ERP = new ErpSurroundings(
            new ErpSurroundings.Customer(10_001, "Fjord AS", 1, 0, 2, 0, 0, 0, 0, 0, 0), 0, List.of(), 80);

    @Property(tries = 300)
    void theLinesComeToTheTotal(
            @ForAll @Size(min = 1, max = 12)
                    List<@BigRange(min = "-9999", max = "9999") @Scale(4) BigDecimal> quantities,
            @ForAll @BigRange(min = "-99999", max = "99999") @Scale(4) BigDecimal price) {
        List<Row> rows = rows(quantities, price);
        BigDecimal total = total(rows);
        ErpDocument order = order(rows, total, "EUR");
        assertThat(sum(order)).isEqualByComparingTo(total);
        assertThat(order.total()).isEqualByComparingTo(total);

        List<Row> back = rows(quantities.stream().map(BigDecimal::negate).toList(), price);
        assertThat(sum(order(back, total.negate(), "NOK"))).isEqualByComparingTo(total.negate());
    }

    @Property(tries = 100)
    void aCentOfDifferenceIsRefused(
            @ForAll @Size(min = 1, max = 5) List<@BigRange(min = "-99", max = "99") @Scale(2) BigDecimal> quantities,
            @ForAll @BigRange(min = "0.01", max = "999") @Scale(2) BigDecimal price) {
        List<Row> rows = rows(quantities, price);
        BigDecimal total = total(rows);
        for (String cent : List.of("0.01", "-0.01")) {
            assertThatThrownBy(() -> order(rows, total.add(new BigDecimal(cent)), "NOK"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("the lines come to");
        }
    }

    @Test
    void theTotalIsTakenInTheInvoicesCurrency() {
        List<Row> rows = rows(List.of(BigDecimal.TEN), BigDecimal.ONE);
        Money euros = new Money(BigDecimal.TEN, "EUR");
        MoneyAnswered known = new MoneyAnswered(new BigDecimal("111"), "NOK", List.of(euros));
        assertThat(sum(order(rows, known, "EUR"))).isEqualByComparingTo("10");
        assertThatThrownBy(() -> order(rows, new MoneyAnswered(BigDecimal.TEN, "NOK", null), "EUR"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("does not say what the invoice comes to in its currency, EUR");
    }

    @Test
    void aProjectThatSeveraDoesNotListIsRefused() {
        List<Row> rows = rows(List.of(BigDecimal.TEN), BigDecimal.ONE);
        MoneyAnswered total = new MoneyAnswered(BigDecimal.TEN, "NOK", null);
        assertThatThrownBy(() -> order(rows, total, "NOK", List.of(new GuidRef("project-404")), Map.of()))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("does not list the project");
        Entry entry = new Entry(
                Kind.FEE,
                "fee",
                null,
                "project-405",
                null,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                null,
                null,
                false);
        assertThatThrownBy(() -> order(rows, total, "NOK", null, Map.of("row-0", List.of(entry))))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.value()).isEqualTo("project-405"));
    }

    /** Prices come in the currency of the organisation, too, where Severa says them in several. */
    @Test
    void thePriceIsTakenInTheInvoicesCurrency() {
        MoneyAnswered price =
                new MoneyAnswered(new BigDecimal("111"), "NOK", List.of(new Money(new BigDecimal("10"), "EUR")));
        ListedRow listed = new ListedRow("row-0", "Hours", "Hours", null, BigDecimal.ONE, price, null, 1, null);
        assertThat(sum(order(List.of(listed.row("EUR")), BigDecimal.TEN, "EUR")))
                .isEqualByComparingTo("10");
        assertThat(sum(order(List.of(listed.row("NOK")), new BigDecimal("111"), "NOK")))
                .isEqualByComparingTo("111");
        // Not said in the invoice's currency: as it stands, and the total decides.
        assertThatThrownBy(() -> order(List.of(listed.row("SEK")), BigDecimal.TEN, "SEK"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("the lines come to 111");
    }

    private static List<Row> rows(List<BigDecimal> quantities, BigDecimal price) {
        List<Row> rows = new ArrayList<>();
        for (BigDecimal quantity : quantities) {
            int place = rows.size();
            rows.add(new Row(
                    "row-" + place, "Hours", "Hours", "Row " + place, quantity, new Money(price, "EUR"), null, place));
        }
        return rows;
    }

    /** Spelled a second time: each row rounded half up. */
    private static BigDecimal total(List<Row> rows) {
        return rows.stream()
                .map(row -> Objects.requireNonNull(row.quantity())
                        .multiply(Amounts.of(row.unitPrice()))
                        .setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ErpDocument order(List<Row> rows, BigDecimal total, String currency) {
        return order(rows, new MoneyAnswered(total, currency, null), currency);
    }

    private static ErpDocument order(List<Row> rows, MoneyAnswered total, String currency) {
        return order(rows, total, currency, null, Map.of());
    }

    private static ErpDocument order(
            List<Row> rows,
            MoneyAnswered total,
            String currency,
            @Nullable List<GuidRef> projects,
            Map<String, List<Entry>> entries) {
        SeveraInvoice invoice = RecordBuilder.of(SeveraInvoice.class)
                .with("guid", "guid")
                .with("number", 1)
                .with("date", LocalDate.of(2026, 11, 24))
                .with("projects", projects)
                .with("paymentTerm", 14)
                .with("currency", new SeveraInvoice.Currency("g", currency))
                .with("totalExcludingTax", total)
                .with("isCreditNote", false)
                .with("notes", "A note")
                .build();
        return InvoiceMapping.order(invoice, new InvoiceDetails(false, rows, entries), ERP, Known.context());
    }

    private static BigDecimal sum(ErpDocument order) {
        return order.lines().stream()
                .map(line -> Amounts.total(number(line, "quantity"), number(line, "unitPrice")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(ErpValues line, String parameter) {
        return (BigDecimal) Objects.requireNonNull(line.all().get(parameter));
    }
}
