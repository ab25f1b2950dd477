package io.severabridge.severa;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Severa's time, as the answers say it by their {@code Date}. One that is ahead of this machine's clock is not believed: what is
 * taken for the time until which changes were read, or since which a record may have been made, must never be too late.
 */
final class SeveraClock {
    private static final Logger LOG = LoggerFactory.getLogger(SeveraClock.class);

    private final Clock own;
    private final Duration tolerance;
    private @Nullable Instant last;
    private boolean warned;

    /** {@code tolerance} is how far the clocks may be apart without a word. */
    SeveraClock(Clock own, Duration tolerance) {
        this.own = own;
        this.tolerance = tolerance;
    }

    /**
     * The time of one answer.
     *
     * @param shown by the answer itself; null where it shows none
     * @param sent when it was asked for, by this machine's clock
     */
    synchronized Instant of(@Nullable Instant shown, Instant sent) {
        if (shown == null) {
            return earlier(last, sent);
        }
        Instant now = own.instant();
        if (shown.isAfter(now.plus(tolerance))) {
            warn(shown, now);
            return earlier(last, sent);
        }
        last = shown;
        return shown;
    }

    /** Not later than now, by either clock. */
    synchronized Instant now() {
        return earlier(last, own.instant());
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }

    private void warn(Instant shown, Instant now) {
        if (!warned) {
            warned = true;
            LOG.warn(
                    "an answer of Severa is dated {}, when it is {} by this machine's clock, more than severa.overlap ({} s)"
                            + " ahead: the earlier time is taken. Check this machine's clock; if it is right, a gateway or"
                            + " proxy dates the answers",
                    shown,
                    now,
                    tolerance.toSeconds());
        }
    }
}
