package io.severabridge.erp.tiny;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpAccess;
import io.severabridge.erp.ErpSystem;
import io.severabridge.erp.ErpTime;
import io.severabridge.erp.statement.Stamp;
import io.severabridge.erp.statement.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A second ERP, unlike the first one: a table for each of three registers, the customer's number as its key, the price in the
 * article's own row, a column for Severa's GUIDs, and times in place of a date and a time of day.
 */
public final class TinyErp implements ErpSystem {
    private static final LocalDateTime START = LocalDateTime.of(2000, 1, 1, 0, 0);

    @Override
    public String name() {
        return "tiny";
    }

    @Override
    public Map<String, @Nullable String> settings(Company company) {
        return Map.of();
    }

    @Override
    public Stamp stamp() {
        return new Stamp(Map.of("LastUpdate", "lastUpdate", "LastUpdatedBy", "lastUpdatedBy"), Map.of(), Map.of());
    }

    @Override
    public boolean isLookedUpBy(String column) {
        return column.endsWith("No");
    }

    @Override
    public ErpTime time(ErpAccess database, Statements statements, Company.Erp erp, Clock clock) {
        Instant ours = clock.instant();
        long seconds = database.rows(statements.get("reference/now"), Now.class, Map.of())
                .get(0)
                .seconds();
        return new Seconds(clock, seconds - seconds(LocalDateTime.ofInstant(ours, ZoneOffset.UTC)), erp.changeUser());
    }

    /** What {@code reference/now.sql} answers. */
    record Now(long seconds) {}

    private static long seconds(LocalDateTime time) {
        return Duration.between(START, time).toSeconds();
    }

    /** Marks are seconds since 2000, on the clock of the ERP's server. */
    private record Seconds(Clock clock, long ahead, String user) implements ErpTime {
        @Override
        public Map<String, Object> reading() {
            return Map.of();
        }

        @Override
        public long mark() {
            return mark(clock.instant());
        }

        @Override
        public long mark(Instant instant) {
            return seconds(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + ahead;
        }

        @Override
        public long since(long mark) {
            return mark - 2;
        }

        @Override
        public Map<String, Object> change() {
            return Map.of("lastUpdate", START.plusSeconds(mark()), "lastUpdatedBy", user);
        }
    }
}
