package io.severabridge.entity;

import io.severabridge.sync.mapping.MappingContext;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice says of a work hour, kept for one that comes to the ERP after its order: then the row gets what the order would
 * have written to it.
 *
 * @param quantity as invoiced, which may be another one than was entered
 * @param amount that quantity at the invoice's price
 */
public record InvoicedHour(String invoice, BigDecimal quantity, BigDecimal amount) {
    /** Under what name it is kept. */
    public static final String KEPT = "invoiced-hours";

    /** Null where the order of the invoice was written without noting it. */
    public static @Nullable InvoicedHour of(@Nullable String hour, @Nullable String invoice, MappingContext context) {
        InvoicedHour kept = context.staged(KEPT, hour, InvoicedHour.class);
        return kept != null && kept.invoice().equalsIgnoreCase(invoice) ? kept : null;
    }
}
