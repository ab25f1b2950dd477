package io.severabridge.entity.paymentstatus;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code payment-status/rows.sql}. Amounts are in the currency of the transactions where all have the same, else in the
 * company's own: those of different currencies are never added.
 *
 * @param id order number
 * @param total what the order's lines come to, negative for a credit note; null where it has none
 * @param transactions how many the ledger holds under the invoice number
 * @param debit what those above 0 come to
 * @param credit what those below 0 come to
 * @param lastDate yyyymmdd, of the last one
 * @param openEntries how many entries are open under the invoice number; below 0 where they are not looked at
 */
record ErpPayment(
        long id,
        String invoiceNo,
        String guid,
        @Nullable BigDecimal total,
        int transactions,
        BigDecimal debit,
        BigDecimal credit,
        int lastDate,
        int openEntries) {
    String key() {
        return String.valueOf(id);
    }

    String label() {
        return "payment of order " + id + ", invoice " + invoiceNo;
    }

    /** As the ERP's open entries say where they are looked at, else as the ledger comes out. */
    boolean paid() {
        return openEntries >= 0 ? openEntries == 0 : settled();
    }

    /** Overpaid is paid; but a payment that is there before the invoice pays nothing yet. */
    private boolean settled() {
        int balance = debit.add(credit).signum();
        int sign = total == null ? 0 : total.signum();
        if (sign == 0) {
            // Nothing was charged, or it is not known which side the invoice is on.
            boolean forNothing = total != null || transactions > 1;
            return balance == 0 && forNothing;
        }
        boolean charged = (sign > 0 ? debit : credit).signum() == sign;
        return charged && balance != sign;
    }
}
