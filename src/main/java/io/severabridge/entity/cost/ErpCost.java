package io.severabridge.entity.cost;

import java.math.BigDecimal;

/**
 * A row of {@code cost/rows.sql}.
 *
 * @param place what rows are ordered and read by: journal, batch and line number with leading zeros
 * @param voucherDate yyyymmdd
 * @param creditAccount 0 for none
 * @param amount without VAT, in the company's own currency
 * @param supplier supplier number; 0 for none
 * @param project number of the organisational unit; empty or 0 for none
 */
record ErpCost(
        String place,
        long journalNo,
        int batchNo,
        int lineNumber,
        int voucherNo,
        int voucherDate,
        int voucherType,
        String text,
        String additionalText,
        int creditAccount,
        int debitTaxCode,
        int creditTaxCode,
        BigDecimal amount,
        String invoiceNo,
        int supplier,
        String supplierName,
        String project) {
    private static final int DIGITS = 10;

    /** The journal number that a place begins with. */
    static long journalOf(String place) {
        return Long.parseLong(place.substring(0, DIGITS));
    }

    /** The name of the fee: it says which line it is. */
    String name() {
        return batchNo + "-" + lineNumber + "-" + journalNo;
    }

    String label() {
        return "cost " + name() + " of voucher " + voucherNo;
    }

    boolean hasProject() {
        return !project.isEmpty() && !project.equals("0");
    }
}
