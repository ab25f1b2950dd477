package io.severabridge.severa;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpHeaders;

/** How long a call waits before it is tried again. */
final class Pauses {
    /** How often a call is tried. */
    static final int TRIES = 6;

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** What is made of {@code Retry-After} at least and at most. */
    private static final Duration SHORTEST_ASKED = Duration.ofMillis(200);

    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private final Clock clock;
    private final Duration first;

    Pauses(Clock clock) {
        this(clock, FIRST);
    }

    /** @param first before the second try, at most; doubles with each further one */
    Pauses(Clock clock, Duration first) {
        this.clock = clock;
        this.first = first;
    }

    /** What {@code Retry-After} asks for: seconds, or a date (RFC 9110), which counts from the time of the answer. */
    Duration asked(Http.Answer answer, int attempt) {
        String value = answer.headers().getFirst(HttpHeaders.RETRY_AFTER);
        Instant until = Http.time(value);
        Duration asked;
        if (until != null) {
            Instant date = answer.date();
            asked = Duration.between(date == null ? clock.instant() : date, until);
        } else if (value != null && value.matches("\\d{1,9}")) {
            asked = Duration.ofSeconds(Long.parseLong(value));
        } else {
            return backOff(attempt);
        }
        return asked.compareTo(SHORTEST_ASKED) < 0
                ? SHORTEST_ASKED
                : asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }

    /** Doubles, with a random share so that calls that failed together do not come back together. */
    Duration backOff(int attempt) {
        long most = Math.min(LONGEST.toMillis(), first.toMillis() << Math.min(attempt - 1, 10));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
