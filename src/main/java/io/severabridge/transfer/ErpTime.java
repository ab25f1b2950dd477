package io.severabridge.transfer;

import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.statement.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Time as the ERP writes it: local time of its server, without a zone. Our clock may go otherwise, or be in another zone;
 * how much is found once, by asking the server.
 */
final class ErpTime {
    private final Clock clock;
    private final Duration ahead;

    /** {@code server} is what the ERP's server had on its clock when ours had {@code ours}. */
    ErpTime(Clock clock, Instant ours, LocalDateTime server) {
        this.clock = clock;
        this.ahead = Duration.between(ours, server.toInstant(ZoneOffset.UTC));
    }

    /** What {@code reference/now.sql} answers. */
    record Now(long date, long milliseconds) {
        LocalDateTime time() {
            return LocalDate.of((int) (date / 10_000), (int) (date / 100 % 100), (int) (date % 100))
                    .atStartOfDay()
                    .plus(Duration.ofMillis(milliseconds));
        }
    }

    static ErpTime of(ErpDatabase erp, Statements statements, Clock clock) {
        Now now = erp.rows(statements.get("reference/now"), Now.class, Map.of()).get(0);
        return new ErpTime(clock, clock.instant(), now.time());
    }

    private LocalDateTime now() {
        return at(clock.instant());
    }

    private LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant.plus(ahead), ZoneOffset.UTC);
    }

    /** yyyymmdd */
    int today() {
        return date(now());
    }

    private static int date(LocalDateTime time) {
        return time.getYear() * 10_000 + time.getMonthValue() * 100 + time.getDayOfMonth();
    }

    /** yyyymmddhhmm, as a mark to go on from. */
    long mark() {
        return mark(now());
    }

    long mark(Instant instant) {
        return mark(at(instant));
    }

    private static long mark(LocalDateTime time) {
        return date(time) * 10_000L + time.getHour() * 100L + time.getMinute();
    }

    /** A mark earlier than another: what was written meanwhile with a clock that goes slow, or in the hour that autumn repeats. */
    static long earlier(long mark, Duration overlap) {
        LocalDateTime time = LocalDateTime.of(
                (int) (mark / 100_000_000),
                (int) (mark / 1_000_000 % 100),
                (int) (mark / 10_000 % 100),
                (int) (mark / 100 % 100),
                (int) (mark % 100));
        return mark(time.minus(overlap));
    }

    /** Date, time and user of a change, by the parameters that statements have for them. */
    Map<String, Object> change(String user) {
        LocalDateTime now = now();
        return Map.of(
                "changeDate",
                date(now),
                "changeTime",
                now.getHour() * 100 + now.getMinute(),
                "changeMilliseconds",
                (int) (now.toLocalTime().toNanoOfDay() / 1_000_000),
                "changeUser",
                user);
    }
}
