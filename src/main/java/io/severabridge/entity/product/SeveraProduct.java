package io.severabridge.entity.product;

import io.severabridge.severa.GuidRef;
import io.severabridge.severa.Money;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** ProductInputModel and ProductOutputModel of the API document, as far as they are used. */
record SeveraProduct(
        @Nullable String guid,
        @Nullable String code,
        @Nullable String name,
        @Nullable String measurementUnit,
        @Nullable GuidRef productCategory,
        @Nullable Money unitPrice,
        @Nullable Money unitCost,
        @Nullable Boolean isActive,
        @Nullable OffsetDateTime createdDateTime) {}
