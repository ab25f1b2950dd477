package io.severabridge.entity.invoice;

import io.severabridge.severa.GuidRef;
import io.severabridge.severa.Money;
import io.severabridge.severa.MoneyAnswered;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an invoice beside its head.
 *
 * @param rows in their order
 * @param entries what the rows are made of, by the GUID of the row in small letters
 */
record InvoiceDetails(boolean reverseCharged, List<Row> rows, Map<String, List<Entry>> entries) {
    /** InvoiceRowOutputModel of the API document, as far as it is used. */
    record Row(
            String guid,
            @Nullable String category,
            @Nullable String rowType,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable Money unitPrice,
            @Nullable String measurementUnit,
            @Nullable Integer sortOrder) {
        int place() {
            return sortOrder == null ? Integer.MAX_VALUE : sortOrder;
        }
    }

    /** InvoiceRowOutputModel as it is listed: what it may refer to, and its price in every currency that Severa says it in. */
    record ListedRow(
            String guid,
            @Nullable String category,
            @Nullable String rowType,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable MoneyAnswered unitPrice,
            @Nullable String measurementUnit,
            @Nullable Integer sortOrder,
            @Nullable String flatRateGuid) {
        /** A flat rate stands for entries of any kind, and so does what has neither a type nor a category that is known. */
        boolean mayHold(Kind kind) {
            boolean plain = Stream.of(Kind.values()).anyMatch(this::isOf);
            return flatRateGuid != null || "FlatRate".equals(rowType) || !plain || isOf(kind);
        }

        private boolean isOf(Kind kind) {
            return kind.category.equals(category) || kind.rowType.equals(rowType);
        }

        /** The row of an invoice in this currency. A price that is not known in it is taken as it stands; the total tells. */
        Row row(@Nullable String currency) {
            BigDecimal known = unitPrice == null ? null : unitPrice.in(currency);
            Money price = unitPrice == null
                    ? null
                    : known == null
                            ? new Money(unitPrice.amount(), unitPrice.currencyCode())
                            : new Money(known, currency);
            return new Row(guid, category, rowType, description, quantity, price, measurementUnit, sortOrder);
        }
    }

    /** What an entry of a row is. */
    enum Kind {
        HOUR("Hours", "Hours"),
        FEE("ProjectFees", "ProjectFees"),
        TRAVEL("Travels", "TravelExpenses");

        private final String category;
        private final String rowType;

        Kind(String category, String rowType) {
            this.category = category;
            this.rowType = rowType;
        }
    }

    /**
     * A work hour, a fee or a travel expense.
     *
     * @param type GUID of the work type, the product or the travel expense type
     * @param invoicedQuantity what the invoice says, which may be another one than was entered
     * @param given whether it is one that a credit note gives back
     */
    record Entry(
            Kind kind,
            String guid,
            @Nullable String user,
            @Nullable String project,
            @Nullable String type,
            BigDecimal quantity,
            BigDecimal invoicedQuantity,
            BigDecimal unitPrice,
            @Nullable MoneyAnswered unitCost,
            @Nullable LocalDate date,
            boolean given) {}

    /** The entries of a row. */
    List<Entry> of(Row row) {
        return entries.getOrDefault(row.guid().toLowerCase(Locale.ROOT), List.of());
    }

    /** WorkHour-, ProjectFee-, ProjectTravelExpenseOutputModel and those of credit notes, as far as they are used. */
    record Listed(
            String guid,
            @Nullable GuidRef user,
            @Nullable GuidRef project,
            @Nullable GuidRef workType,
            @Nullable GuidRef product,
            @Nullable GuidRef travelExpense,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal invoiceQuantity,
            @Nullable Money unitPrice,
            @Nullable MoneyAnswered unitCost,
            @Nullable LocalDate eventDate,
            @Nullable String invoiceRowGuid) {
        Entry entry(Kind kind, boolean given) {
            GuidRef type =
                    switch (kind) {
                        case HOUR -> workType;
                        case FEE -> product;
                        case TRAVEL -> travelExpense == null ? product : travelExpense;
                    };
            BigDecimal entered = quantity == null ? BigDecimal.ZERO : quantity;
            return new Entry(
                    kind,
                    guid,
                    GuidRef.guidOf(user),
                    GuidRef.guidOf(project),
                    GuidRef.guidOf(type),
                    entered,
                    invoiceQuantity == null ? entered : invoiceQuantity,
                    unitPrice == null || unitPrice.amount() == null ? BigDecimal.ZERO : unitPrice.amount(),
                    unitCost,
                    eventDate,
                    given);
        }
    }
}
