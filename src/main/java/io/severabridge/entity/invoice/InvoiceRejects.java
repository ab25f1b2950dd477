package io.severabridge.entity.invoice;

import io.severabridge.failure.Reason;
import java.util.List;

/** Reject codes of invoices alone. */
public final class InvoiceRejects {
    static final Reason NO_ROWS = new Reason("no-rows", "give the invoice rows in Severa, then set its status back");
    static final Reason REVERSE_CHARGE_TAX_CODE_MISSING = Reason.bySetting(
            "reverse-charge-tax-code-missing",
            "set invoices.reverse-charge-tax-code to the ERP's tax code for reverse charge, then set the invoice's"
                    + " status back");
    static final Reason SUM_DIFFERS =
            new Reason("sum-differs", "correct the invoice's rows in Severa, then set its status back");

    /** All of them, for the catalogue. */
    public static final List<Reason> ALL = List.of(NO_ROWS, REVERSE_CHARGE_TAX_CODE_MISSING, SUM_DIFFERS);

    private InvoiceRejects() {}
}
