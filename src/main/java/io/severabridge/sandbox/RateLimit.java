package io.severabridge.sandbox;

import java.time.Clock;

/** Calls per second of the server's clock, as the API counts them: in fixed seconds. */
final class RateLimit {
    private final int rate;
    private final Clock clock;
    private long second;
    private int calls;

    RateLimit(int rate, Clock clock) {
        this.rate = rate;
        this.clock = clock;
    }

    synchronized boolean allows() {
        long now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            calls = 0;
        }
        return rate == 0 || ++calls <= rate;
    }

    Reply refusal() {
        Reply reply = Reply.text(429, "API calls quota exceeded! maximum admitted " + rate + " per 1s.");
        reply.headers().put("Retry-After", "1");
        return reply;
    }
}
