package io.severabridge.entity.customer;

import io.severabridge.sync.record.ErpKey;
import io.severabridge.sync.record.IgnoreCase;
import io.severabridge.sync.record.KeptWhenEmpty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What both systems mean by a customer; the account set is a part of its own.
 *
 * @param active null where no group says so: then it is not mapped
 * @param owner GUID of a user
 * @param currency ISO code
 * @param language as the ERP numbers it
 * @param paymentTerm days
 * @param annualRevenue whole units of the company's own currency
 * @param overdueInterest percent; null where interest is not mapped
 */
record Customer(
        @ErpKey @Nullable Long number,
        String name,
        @Nullable Boolean active,
        @Nullable String vatNumber,
        @KeptWhenEmpty @Nullable String owner,
        @Nullable String currency,
        @Nullable String language,
        @Nullable Integer paymentTerm,
        @Nullable Long annualRevenue,
        @IgnoreCase @Nullable String email,
        @Nullable Integer employees,
        @Nullable String website,
        @Nullable String eInvoiceOperator,
        @Nullable String eInvoiceAddress,
        @Nullable BigDecimal overdueInterest) {}
