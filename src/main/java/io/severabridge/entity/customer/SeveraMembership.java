package io.severabridge.entity.customer;

import io.severabridge.severa.Pointer;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** CustomerMarketSegmentModel of the API document, as far as it is used. */
record SeveraMembership(
        @Nullable String guid,
        @Nullable Pointer customer,
        @Nullable Pointer marketSegment,
        @Nullable Pointer parentMarketSegment,
        @Nullable OffsetDateTime createdDateTime) {}
