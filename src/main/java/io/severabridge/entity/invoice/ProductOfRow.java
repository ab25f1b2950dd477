package io.severabridge.entity.invoice;

import io.severabridge.company.Company;
import io.severabridge.entity.Codes;
import io.severabridge.entity.Entities;
import io.severabridge.entity.invoice.InvoiceDetails.Entry;
import io.severabridge.entity.invoice.InvoiceDetails.Kind;
import io.severabridge.sync.mapping.MappingContext;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Mapping page, Order line: the product number of an invoice row. The first line of the table that fits decides. */
final class ProductOfRow {
    /**
     * A line of the table.
     *
     * @param mapped the ERP's product; null where it has none
     * @param otherwise the product that stands for it then
     */
    record Line(
            String name,
            Predicate<Content> fits,
            BiFunction<Content, MappingContext, @Nullable String> mapped,
            Function<Company.Invoices, String> otherwise) {}

    /**
     * What a row is made of.
     *
     * @param products different products of its fees
     * @param travelExpenses different types of its travel expenses
     * @param items its fees
     * @param hours its work hours
     */
    record Content(List<String> products, List<String> travelExpenses, List<Entry> items, List<Entry> hours) {
        static Content of(List<Entry> entries) {
            return new Content(
                    types(entries, Kind.FEE),
                    types(entries, Kind.TRAVEL),
                    entries.stream().filter(entry -> entry.kind() == Kind.FEE).toList(),
                    entries.stream().filter(entry -> entry.kind() == Kind.HOUR).toList());
        }

        private static List<String> types(List<Entry> entries, Kind kind) {
            return entries.stream()
                    .filter(entry -> entry.kind() == kind)
                    .map(Entry::type)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
    }

    static final List<Line> TABLE = List.of(
            new Line(
                    "one product",
                    row -> row.products().size() == 1,
                    (row, context) ->
                            context.erpKey(Entities.PRODUCT, row.products().get(0)),
                    Company.Invoices::defaultProduct),
            new Line(
                    "one travel expense",
                    row -> row.travelExpenses().size() == 1,
                    (row, context) -> Codes.productOfType(row.travelExpenses().get(0), context),
                    Company.Invoices::travelExpenseProduct),
            new Line(
                    "several travel expenses",
                    row -> row.travelExpenses().size() > 1,
                    (row, context) -> null,
                    Company.Invoices::travelExpenseProduct),
            new Line(
                    "one item",
                    row -> row.items().size() == 1,
                    // It has no product, or the first line would have fitted.
                    (row, context) -> null,
                    Company.Invoices::defaultProduct),
            new Line(
                    "at least one hour",
                    row -> !row.hours().isEmpty(),
                    (row, context) -> Codes.productOfType(mainWorkType(row.hours()), context),
                    Company.Invoices::hourProduct),
            new Line("all other cases", row -> true, (row, context) -> null, Company.Invoices::defaultProduct));

    private ProductOfRow() {}

    static String number(List<Entry> entries, MappingContext context) {
        Content row = Content.of(entries);
        Line line =
                TABLE.stream().filter(each -> each.fits().test(row)).findFirst().orElseThrow();
        String mapped = line.mapped().apply(row, context);
        return mapped == null
                ? line.otherwise()
                        .apply(Objects.requireNonNull(context.company().invoices()))
                : mapped;
    }

    /** The work type of most of the hours; of equal ones the first by GUID. */
    private static @Nullable String mainWorkType(List<Entry> hours) {
        Map<String, BigDecimal> quantities = new TreeMap<>();
        for (Entry hour : hours) {
            if (hour.type() != null) {
                quantities.merge(hour.type(), hour.quantity().abs(), BigDecimal::add);
            }
        }
        return quantities.entrySet().stream()
                .max(Comparator.comparing(Map.Entry<String, BigDecimal>::getValue)
                        .thenComparing(Comparator.comparing(Map.Entry<String, BigDecimal>::getKey)
                                .reversed()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
