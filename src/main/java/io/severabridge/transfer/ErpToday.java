package io.severabridge.transfer;

import java.time.Clock;
import java.time.LocalDate;

/** Today as the ERP writes dates: yyyymmdd. */
final class ErpToday {
    private ErpToday() {}

    static int of(Clock clock) {
        LocalDate today = LocalDate.now(clock);
        return today.getYear() * 10_000 + today.getMonthValue() * 100 + today.getDayOfMonth();
    }
}
