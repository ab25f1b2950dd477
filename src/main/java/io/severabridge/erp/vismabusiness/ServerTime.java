package io.severabridge.erp.vismabusiness;

import io.severabridge.erp.ErpAccess;
import io.severabridge.erp.ErpTime;
import io.severabridge.erp.statement.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Time as Visma Business writes it: date and time of a change in two columns, local time of its server, without a zone. Our clock may go otherwise, or be in another zone;
 * how much is found once, by asking the server.
 */
final class ServerTime implements ErpTime {
    /**
     * Its times have minutes, come from the clocks of its users, and go back an hour in autumn. Reading a row again costs no
     * call, and a row that is as it was is no change.
     */
    private static final Duration OVERLAP = Duration.ofHours(2);

    private final Clock clock;
    private final String user;
    private final Duration ahead;

    /** {@code server} is what the ERP's server had on its clock when ours had {@code ours}. */
    ServerTime(Clock clock, String user, Instant ours, LocalDateTime server) {
        this.clock = clock;
        this.user = user;
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

    static ServerTime of(ErpAccess erp, Statements statements, String user, Clock clock) {
        Now now = erp.rows(statements.get("reference/now"), Now.class, Map.of()).get(0);
        return new ServerTime(clock, user, clock.instant(), now.time());
    }

    private LocalDateTime now() {
        return at(clock.instant());
    }

    private LocalDateTime at(Instant instant) {
        return LocalDateTime.ofInstant(instant.plus(ahead), ZoneOffset.UTC);
    }

    /** Prices are valid from day to day. */
    @Override
    public Map<String, Object> reading() {
        return Map.of("today", date(now()));
    }

    private static int date(LocalDateTime time) {
        return time.getYear() * 10_000 + time.getMonthValue() * 100 + time.getDayOfMonth();
    }

    /** yyyymmddhhmm */
    @Override
    public long mark() {
        return mark(now());
    }

    @Override
    public long mark(Instant instant) {
        return mark(at(instant));
    }

    private static long mark(LocalDateTime time) {
        return date(time) * 10_000L + time.getHour() * 100L + time.getMinute();
    }

    @Override
    public long since(long mark) {
        LocalDateTime time = LocalDateTime.of(
                (int) (mark / 100_000_000),
                (int) (mark / 1_000_000 % 100),
                (int) (mark / 10_000 % 100),
                (int) (mark / 100 % 100),
                (int) (mark % 100));
        return mark(time.minus(OVERLAP));
    }

    @Override
    public Map<String, Object> change() {
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
