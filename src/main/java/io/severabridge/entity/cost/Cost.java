package io.severabridge.entity.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What both systems mean by a cost. Amounts are in the project's currency.
 *
 * @param project GUID
 * @param vatRate percent
 */
record Cost(
        String name,
        @Nullable String project,
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal unitCost,
        @Nullable String currency,
        boolean billable,
        @Nullable LocalDate eventDate,
        @Nullable BigDecimal vatRate) {}
