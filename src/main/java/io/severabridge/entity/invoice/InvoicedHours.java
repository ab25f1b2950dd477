package io.severabridge.entity.invoice;

import io.severabridge.entity.Entities;
import io.severabridge.entity.InvoicedHour;
import io.severabridge.entity.invoice.InvoiceDetails.Entry;
import io.severabridge.entity.invoice.InvoiceDetails.Kind;
import io.severabridge.entity.invoice.InvoiceDetails.Row;
import io.severabridge.sync.mapping.ErpDocument.Kept;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The hours that are invoiced: those whose rows the ERP has, and those that are to come. Of a credit note none, since its hours
 * are those of the credited invoice.
 */
record InvoicedHours(List<ErpValues> marked, List<Kept> kept) {
    static InvoicedHours of(SeveraInvoice invoice, InvoiceDetails details, MappingContext context) {
        InvoicedHours hours = new InvoicedHours(new ArrayList<>(), new ArrayList<>());
        if (context.company().workHours() == null) {
            return hours;
        }
        for (Row row : details.rows()) {
            details.of(row).stream()
                    .filter(entry -> entry.kind() == Kind.HOUR && !entry.given())
                    .forEach(entry -> hours.add(invoice, row, entry, context));
        }
        if (!hours.kept().isEmpty()) {
            context.warn(
                    "hour-not-in-erp",
                    hours.kept().size()
                            + " of its work hours are not in the ERP yet; they get the order number when they come");
        }
        return hours;
    }

    private void add(SeveraInvoice invoice, Row row, Entry entry, MappingContext context) {
        BigDecimal quantity = Amounts.stored(entry.invoicedQuantity());
        BigDecimal amount = Amounts.total(quantity, Amounts.stored(price(row, entry)));
        String key = context.erpKey(Entities.WORK_HOUR, entry.guid());
        if (key == null) {
            kept.add(new Kept(InvoicedHour.KEPT, entry.guid(), new InvoicedHour(invoice.guid(), quantity, amount)));
        } else {
            marked.add(new ErpValues()
                    .with("key", Long.parseLong(key))
                    .with("hour", entry.guid())
                    .with("invoicedQuantity", quantity)
                    .with("invoicedAmount", amount));
        }
    }

    /** The price on the invoice, which may be another one than was entered; a flat rate has none for an hour. */
    private static BigDecimal price(Row row, Entry entry) {
        boolean hourly = "Hours".equals(row.rowType()) || (row.rowType() == null && "Hours".equals(row.category()));
        return hourly && row.unitPrice() != null ? Amounts.of(row.unitPrice()) : entry.unitPrice();
    }
}
