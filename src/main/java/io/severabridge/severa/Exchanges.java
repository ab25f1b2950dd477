package io.severabridge.severa;

import io.severabridge.failure.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Calls one by one, each in its turn, and counted. */
final class Exchanges {
    private final Http http;
    private final Pace pace;
    private final List<LongAdder> counters;

    Exchanges(Http http, Pace pace) {
        this(http, pace, List.of());
    }

    private Exchanges(Http http, Pace pace, List<LongAdder> counters) {
        this.http = http;
        this.pace = pace;
        this.counters = counters;
    }

    /** The same turns; calls, repeated ones too, are also counted into {@code counter}. */
    Exchanges counting(LongAdder counter) {
        List<LongAdder> all = new ArrayList<>(counters);
        all.add(counter);
        return new Exchanges(http, pace, List.copyOf(all));
    }

    void countUnsent() {
        counters.forEach(LongAdder::increment);
    }

    /** No turn comes before that time is over. */
    void pause(Duration time) {
        pace.pause(time);
    }

    /**
     * Waits for its turn and sends.
     *
     * @throws Unavailable if the thread is interrupted meanwhile
     */
    Http.Answer exchange(String method, URI uri, @Nullable String body, Consumer<HttpHeaders> headers)
            throws Http.Lost {
        try {
            pace.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("stopped while waiting for a turn", e);
        }
        counters.forEach(LongAdder::increment);
        return http.exchange(method, uri, body, headers);
    }
}
