package io.severabridge.entity.invoice;

import io.severabridge.severa.Money;
import io.severabridge.severa.MoneyAnswered;
import io.severabridge.severa.Pointer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an invoice beside its head.
 *
 * @param rows in their order
 * @param entries what the rows are made of, by the GUID of the row
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

    /** What an entry of a row is. */
    enum Kind {
        HOUR,
        FEE,
        TRAVEL
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
        return entries.getOrDefault(row.guid(), List.of());
    }

    /** WorkHour-, ProjectFee-, ProjectTravelExpenseOutputModel and those of credit notes, as far as they are used. */
    record Listed(
            String guid,
            @Nullable Pointer user,
            @Nullable Pointer project,
            @Nullable Pointer workType,
            @Nullable Pointer product,
            @Nullable Pointer travelExpense,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal invoiceQuantity,
            @Nullable Money unitPrice,
            @Nullable MoneyAnswered unitCost,
            @Nullable LocalDate eventDate,
            @Nullable String invoiceRowGuid) {
        Entry entry(Kind kind, boolean given) {
            Pointer type =
                    switch (kind) {
                        case HOUR -> workType;
                        case FEE -> product;
                        case TRAVEL -> travelExpense == null ? product : travelExpense;
                    };
            BigDecimal entered = quantity == null ? BigDecimal.ZERO : quantity;
            return new Entry(
                    kind,
                    guid,
                    Pointer.guidOf(user),
                    Pointer.guidOf(project),
                    Pointer.guidOf(type),
                    entered,
                    invoiceQuantity == null ? entered : invoiceQuantity,
                    unitPrice == null || unitPrice.amount() == null ? BigDecimal.ZERO : unitPrice.amount(),
                    unitCost,
                    eventDate,
                    given);
        }
    }
}
