package io.severabridge.entity.cost;

import io.severabridge.severa.GuidRef;
import io.severabridge.severa.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** ProjectFeeInputModel and ProjectFeeOutputModel of the API document, as far as they are used. */
record SeveraFee(
        @Nullable String guid,
        @Nullable String name,
        @Nullable GuidRef project,
        @Nullable String description,
        @Nullable BigDecimal quantity,
        @Nullable Money unitPrice,
        @Nullable Money unitCost,
        @Nullable Boolean isBillable,
        @Nullable LocalDate eventDate,
        @Nullable BigDecimal vatRate,
        @Nullable String productType,
        @Nullable GuidRef invoice,
        @Nullable OffsetDateTime createdDateTime) {}
