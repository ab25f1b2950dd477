package io.severabridge.entity.customer;

import io.severabridge.failure.Reason;
import java.util.List;

/** Reject codes of customers and their account sets alone. */
public final class CustomerRejects {
    static final Reason NUMBER_IN_ERP_SERIES = new Reason(
            "number-in-erp-series",
            "give the customer another number in Severa, or correct number-series.customers: it is the ERP's own range");
    static final Reason SEVERAL_ACCOUNT_SETS =
            new Reason("several-account-sets", "leave the customer in one market segment below the main one");
    static final Reason UNKNOWN_ACCOUNT_SET = new Reason(
            "unknown-account-set",
            "enter a text for the account set (text type 18), and a market segment of that name in Severa");
    static final Reason UNKNOWN_OPERATOR =
            new Reason("unknown-operator", "correct the number of the e-invoice operator");

    /** All of them, for the catalogue. */
    public static final List<Reason> ALL =
            List.of(NUMBER_IN_ERP_SERIES, SEVERAL_ACCOUNT_SETS, UNKNOWN_ACCOUNT_SET, UNKNOWN_OPERATOR);

    private CustomerRejects() {}
}
