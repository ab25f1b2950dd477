package io.severabridge.severa;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An amount as the API answers it (MoneyOutputModel): it may be known in other currencies, too. */
public record MoneyAnswered(
        @Nullable BigDecimal amount,
        @Nullable String currencyCode,
        @Nullable List<Money> multiCurrencyInfo) {
    /** The amount in a currency; null where Severa does not say it. */
    public @Nullable BigDecimal in(@Nullable String currency) {
        if (amount == null || Objects.equals(currency, currencyCode)) {
            return amount;
        }
        return (multiCurrencyInfo == null ? List.<Money>of() : multiCurrencyInfo)
                .stream()
                        .filter(money -> Objects.equals(currency, money.currencyCode()))
                        .map(Money::amount)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
