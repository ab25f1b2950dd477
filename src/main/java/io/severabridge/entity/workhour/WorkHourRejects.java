package io.severabridge.entity.workhour;

import io.severabridge.failure.Reason;
import java.util.List;

/** Reject codes of work hours alone. */
public final class WorkHourRejects {
    static final Reason APPROVAL_WITHDRAWN =
            new Reason("approval-withdrawn", "approve the entry again in Severa, or delete its row in the ERP");
    static final Reason QUANTITY_MISSING = new Reason("quantity-missing", "enter the quantity in Severa");
    static final Reason USER_NOT_IN_ERP =
            new Reason("user-not-in-erp", "let the user be transferred to the ERP, or give the entry to one who is");

    /** All of them, for the catalogue. */
    public static final List<Reason> ALL = List.of(APPROVAL_WITHDRAWN, QUANTITY_MISSING, USER_NOT_IN_ERP);

    private WorkHourRejects() {}
}
