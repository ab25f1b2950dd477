package io.severabridge.store.database;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes an embedded database's file small again when a run ends. With {@code WRITE_DELAY=0} H2 keeps each commit at once and
 * never tidies up behind itself: after 20,000 records its file holds fifty times what is in it.
 */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final long WORTH_WHILE = 64L << 20;

    private Compaction() {}

    /** Closes the database with it, unless another process uses it, or it has grown by little since it was opened. */
    static void run(HikariDataSource pool, long sizeBefore) {
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        try {
            long grown = fileSize(jdbc) - sizeBefore;
            if (grown > WORTH_WHILE
                    && sessions(jdbc) <= pool.getHikariPoolMXBean().getTotalConnections()) {
                LOG.debug("the bridge database's file grew by {} MB: it is made small", grown >> 20);
                jdbc.execute("SHUTDOWN COMPACT");
            }
        } catch (DataAccessException e) {
            // It is only tidying up: the file stays as it is, and nothing in it is lost.
            LOG.debug("the bridge database's file stays as it is", e);
        }
    }

    /** In bytes; 0 for a database in memory. */
    static long fileSize(JdbcTemplate jdbc) {
        return jdbc
                .queryForList(
                        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.FILE_SIZE'",
                        String.class)
                .stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static long sessions(JdbcTemplate jdbc) {
        Long sessions = jdbc.queryForObject("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS", Long.class);
        return sessions == null ? Long.MAX_VALUE : sessions;
    }
}
