package io.severabridge.entity.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.severabridge.severa.GuidRef;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** CustomerMarketSegmentModel of the API document, as far as it is used. */
record SeveraMembership(
        @Nullable String guid,
        @Nullable GuidRef customer,
        @Nullable Segment marketSegment,
        @Nullable GuidRef parentMarketSegment,
        @Nullable OffsetDateTime createdDateTime) {
    /** The market segment; Severa answers its name, and takes its GUID. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Segment(@Nullable String guid, @Nullable String name) {
        static @Nullable Segment to(@Nullable String guid) {
            return guid == null ? null : new Segment(guid, null);
        }
    }

    String label() {
        return "market segment " + (marketSegment == null ? "" : marketSegment.name());
    }
}
