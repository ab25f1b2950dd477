package io.severabridge.entity.address;

import io.severabridge.severa.GuidRef;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** AddressModel of the API document, as far as it is used. */
record SeveraAddress(
        @Nullable String guid,
        @Nullable String addressline,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable GuidRef country,
        @Nullable String phone,
        @Nullable String fax,
        @Nullable Boolean isBillingAddress,
        @Nullable Owner customer,
        @Nullable OffsetDateTime createdDateTime) {
    /** The customer that it belongs to. */
    record Owner(@Nullable String guid, @Nullable String name) {}

    @Nullable
    String customerGuid() {
        return customer == null ? null : customer.guid();
    }
}
