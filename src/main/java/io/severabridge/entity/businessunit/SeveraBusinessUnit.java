package io.severabridge.entity.businessunit;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** BusinessUnitModel of the API document, as far as it is used. The currency is read-only there. */
record SeveraBusinessUnit(
        @Nullable String guid,
        @Nullable String code,
        @Nullable String name,
        @Nullable String parentGuid,
        @Nullable String companyCurrencyGuid,
        @Nullable Boolean isActive,
        @Nullable OffsetDateTime createdDateTime) {}
