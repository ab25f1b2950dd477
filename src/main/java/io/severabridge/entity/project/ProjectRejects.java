package io.severabridge.entity.project;

import io.severabridge.failure.Reason;
import java.util.List;

/** Reject codes of projects alone. */
public final class ProjectRejects {
    static final Reason CUSTOMER_MISSING = new Reason("customer-missing", "enter a customer on the project in the ERP");
    static final Reason NUMBER_NOT_NUMERIC = new Reason(
            "number-not-numeric", "Severa takes whole numbers only: renumber the record, or exclude it by its group");
    static final Reason OWNER_MISSING =
            new Reason("owner-missing", "enter a responsible employee, or set projects.default-owner-employee");
    static final Reason OWNER_NOT_TRANSFERRED = new Reason(
            "owner-not-transferred",
            "let the responsible employee be transferred, or set projects.default-owner-employee");
    static final Reason UNKNOWN_CONTACT = new Reason("unknown-contact", "correct the contact's associate number");

    /** All of them, for the catalogue. */
    public static final List<Reason> ALL =
            List.of(CUSTOMER_MISSING, NUMBER_NOT_NUMERIC, OWNER_MISSING, OWNER_NOT_TRANSFERRED, UNKNOWN_CONTACT);

    private ProjectRejects() {}
}
