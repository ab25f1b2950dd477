package io.severabridge.entity.workhour;

import io.severabridge.severa.GuidRef;
import io.severabridge.severa.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** WorkHourOutputModel of the API document, as far as it is used. */
record SeveraWorkHour(
        @Nullable String guid,
        @Nullable Named user,
        @Nullable GuidRef project,
        @Nullable GuidRef customer,
        @Nullable GuidRef workType,
        @Nullable Named overtime,
        @Nullable LocalDate eventDate,
        @Nullable String description,
        @Nullable String invoiceRowDescription,
        @Nullable BigDecimal quantity,
        @Nullable Money unitPrice,
        @Nullable Money unitCost,
        @Nullable Boolean isApproved,
        @Nullable GuidRef invoice,
        @Nullable BigDecimal invoiceQuantity,
        @Nullable OffsetDateTime createdDateTime) {
    /** A record with its name. */
    record Named(@Nullable String guid, @Nullable String name) {
        static @Nullable String guidOf(@Nullable Named named) {
            return named == null ? null : named.guid();
        }
    }

    String label() {
        return "work hour of " + (user == null ? "nobody" : user.name()) + " on " + eventDate;
    }
}
