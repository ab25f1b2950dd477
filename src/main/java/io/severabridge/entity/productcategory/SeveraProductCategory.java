package io.severabridge.entity.productcategory;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** ProductCategoryModel of the API document, as far as it is used. */
record SeveraProductCategory(
        @Nullable String guid,
        @Nullable String code,
        @Nullable String name,
        @Nullable OffsetDateTime createdDateTime) {}
