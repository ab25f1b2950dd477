package offenders.severabridge.sandbox;

import io.severabridge.severa.Money;
import java.math.BigDecimal;

final class SharesAClass {
    Money money = new Money(BigDecimal.ONE, "NOK");
}
