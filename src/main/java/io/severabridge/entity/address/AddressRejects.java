package io.severabridge.entity.address;

import io.severabridge.failure.Reason;
import java.util.List;

/** Reject codes of addresses alone. */
public final class AddressRejects {
    static final Reason SEVERAL_BILLING_ADDRESSES =
            new Reason("several-billing-addresses", "leave one address of the customer marked as billing address");

    /** All of them, for the catalogue. */
    public static final List<Reason> ALL = List.of(SEVERAL_BILLING_ADDRESSES);

    private AddressRejects() {}
}
