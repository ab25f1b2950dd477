package io.severabridge.entity.paymentstatus;

import java.math.BigDecimal;

/**
 * A row of {@code payment-status/rows.sql}.
 *
 * @param id order number
 * @param transactions how many the ledger holds under the invoice number
 * @param balance what they come to
 * @param lastDate yyyymmdd, of the last one
 */
record ErpPayment(
        long id, String invoiceNo, String guid, int transactions, BigDecimal balance, int lastDate, long journalNo) {
    String key() {
        return String.valueOf(id);
    }

    String label() {
        return "payment of order " + id + ", invoice " + invoiceNo;
    }

    /** The invoice alone comes to nothing only if it was for nothing. */
    boolean paid() {
        return transactions > 1 && balance.signum() == 0;
    }
}
