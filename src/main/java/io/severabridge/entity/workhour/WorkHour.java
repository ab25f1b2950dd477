package io.severabridge.entity.workhour;

import java.math.BigDecimal;

/**
 * An entry as the ERP is to hold it; numbers are the ERP's own.
 *
 * @param department 0 for none, as is {@code project}
 * @param product empty for none
 * @param eventDate yyyymmdd
 */
record WorkHour(
        long employee,
        String department,
        String project,
        long customer,
        String product,
        String description,
        String invoiceDescription,
        String overtime,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal totalPrice,
        BigDecimal unitCost,
        BigDecimal totalCost,
        int eventDate) {}
