package io.severabridge.entity.customer;

import io.severabridge.severa.GuidRef;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** CustomerModel of the API document, as far as it is used. */
record SeveraCustomer(
        @Nullable String guid,
        @Nullable Long number,
        @Nullable String name,
        @Nullable Boolean isActive,
        @Nullable Boolean isInternal,
        @Nullable String vatNumber,
        @Nullable GuidRef owner,
        @Nullable GuidRef currency,
        @Nullable GuidRef language,
        @Nullable Integer paymentTerm,
        @Nullable Long annualRevenue,
        @Nullable String email,
        @Nullable Integer numberOfEmployees,
        @Nullable String website,
        @Nullable String eInvoiceOperator,
        @Nullable String eInvoiceAddress,
        @Nullable BigDecimal overdueInterest,
        @Nullable GuidRef headquarterAddress,
        @Nullable OffsetDateTime createdDateTime) {}
