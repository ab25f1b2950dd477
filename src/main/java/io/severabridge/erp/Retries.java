package io.severabridge.erp;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tries again what a busy database refuses: each try is a transaction of its own. */
final class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final int TRIES = 5;
    private static final long FIRST_WAIT_MILLIS = 100;

    /** Duplicate key on SQL Server and on H2. */
    private static final Set<Integer> TAKEN_KEY = Set.of(2601, 2627, 23505);

    /**
     * SQL Server: deadlock (1205), lock time-out (1222). H2: deadlock (40001), lock time-out (50200), concurrent update
     * (90131).
     */
    private static final Set<Integer> BUSY = Set.of(1205, 1222, 40001, 50200, 90131);

    /** For work that keeps its keys: one that is taken is taken for good. */
    <T extends @Nullable Object> T call(Supplier<T> work) {
        return call(work, BUSY::contains);
    }

    /** For work that takes a new key with each try, which somebody else may take first. */
    <T extends @Nullable Object> T callWithNewKeys(Supplier<T> work) {
        return call(work, code -> BUSY.contains(code) || TAKEN_KEY.contains(code));
    }

    private static <T extends @Nullable Object> T call(Supplier<T> work, IntPredicate again) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DataAccessException | TransactionException e) {
                if (attempt >= TRIES || !again.test(code(e))) {
                    throw e;
                }
                LOG.warn("the ERP database refused with code {}, try {} of {}", code(e), attempt, TRIES);
                pause(attempt);
            }
        }
    }

    /** Whether it may go well later: a lock, a deadlock, a connection that broke. */
    static boolean passing(RuntimeException e) {
        if (sql(e) == null) {
            return false;
        }
        int code = code(e);
        String state = state(e);
        return BUSY.contains(code) || state.startsWith("08") || state.equals("90067") || state.isEmpty();
    }

    private static int code(Throwable thrown) {
        SQLException sql = sql(thrown);
        return sql == null ? 0 : sql.getErrorCode();
    }

    private static String state(Throwable thrown) {
        SQLException sql = sql(thrown);
        return sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
    }

    private static @Nullable SQLException sql(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static void pause(int attempt) {
        long most = FIRST_WAIT_MILLIS << attempt;
        try {
            Thread.sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
