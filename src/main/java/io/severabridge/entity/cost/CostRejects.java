package io.severabridge.entity.cost;

import io.severabridge.failure.Reason;
import java.util.List;

/** Reject codes of costs alone. */
public final class CostRejects {
    static final Reason PROJECT_CLOSED = new Reason(
            "project-closed", "open the project again in Severa, or give the line another project in the ERP");
    static final Reason UNKNOWN_TAX_CODE =
            new Reason("unknown-tax-code", "enter the tax code with its VAT rate in the ERP, and the rate in Severa");

    /** All of them, for the catalogue. */
    public static final List<Reason> ALL = List.of(PROJECT_CLOSED, UNKNOWN_TAX_CODE);

    private CostRejects() {}
}
