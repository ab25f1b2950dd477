package io.severabridge.severa;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount as the API writes it (MoneyInputModelWithNullableAmount, MoneyOutputModel). */
public record Money(@Nullable BigDecimal amount, @Nullable String currencyCode) {}
