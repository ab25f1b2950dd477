package io.severabridge.erp;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tries again what a busy database refuses: each try is a transaction of its own. */
final class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final int RETRIES = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(150);

    /** Duplicate key on SQL Server and on H2. */
    private static final Set<Integer> TAKEN_KEY = Set.of(2601, 2627, 23505);

    /**
     * SQL Server: deadlock (1205), lock time-out (1222). H2: deadlock (40001), lock time-out (50200), concurrent update
     * (90131).
     */
    private static final Set<Integer> BUSY = Set.of(1205, 1222, 40001, 50200, 90131);

    private final RetryTemplate keepingKeys = template(BUSY::contains);
    private final RetryTemplate takingKeys = template(code -> BUSY.contains(code) || TAKEN_KEY.contains(code));

    private static RetryTemplate template(IntPredicate again) {
        RetryTemplate template = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(RETRIES)
                .delay(FIRST_WAIT)
                .jitter(FIRST_WAIT.dividedBy(3))
                .multiplier(2)
                .predicate(e ->
                        (e instanceof DataAccessException || e instanceof TransactionException) && again.test(code(e)))
                .build());
        template.setRetryListener(new Logged());
        return template;
    }

    private static final class Logged implements RetryListener {
        @Override
        public void beforeRetry(RetryPolicy policy, Retryable<?> work, RetryState state) {
            LOG.warn(
                    "the ERP database refused with code {}, try {} of {}",
                    code(state.getLastException()),
                    state.getRetryCount(),
                    RETRIES + 1);
        }
    }

    /** For work that keeps its keys: one that is taken is taken for good. */
    <T extends @Nullable Object> T call(Supplier<T> work) {
        return keepingKeys.invoke(work);
    }

    /** For work that takes a new key with each try, which somebody else may take first. */
    <T extends @Nullable Object> T callWithNewKeys(Supplier<T> work) {
        return takingKeys.invoke(work);
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
}
