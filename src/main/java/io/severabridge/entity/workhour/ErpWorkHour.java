package io.severabridge.entity.workhour;

import java.math.BigDecimal;

/**
 * A row of {@code work-hour/rows.sql}.
 *
 * @param department number of the business unit's row; empty or 0 for none, as is {@code project}
 * @param eventDate yyyymmdd
 */
record ErpWorkHour(
        long id,
        long employee,
        String department,
        String project,
        long customer,
        String product,
        String guid,
        String description,
        String invoiceDescription,
        String overtime,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal totalPrice,
        BigDecimal unitCost,
        BigDecimal totalCost,
        int eventDate) {
    String key() {
        return String.valueOf(id);
    }

    String label() {
        return "work hour " + id + " of employee " + employee + " on " + eventDate;
    }
}
