package io.severabridge.severa;

import io.severabridge.failure.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Keeps the calls of one organisation below its allowed rate. The server counts fixed seconds, and a call arrives a little
 * later than it was sent: so any {@code rate} calls in a row span a little more than a second, and they are spread within it.
 * Slots that were missed while there was nothing to send may be made up for within the same second, never beyond.
 */
final class RateLimiter implements ClientHttpRequestInterceptor {
    /** How much longer than a second {@code rate} calls take; covers the differences in travelling time of two calls. */
    private static final double MARGIN = 1.015;

    /** The smallest distance of two calls, as a share of the even distance. */
    private static final double SMALLEST_GAP = 0.6;

    private final long window;
    private final long gap;
    private final long[] sent;
    private int oldest;
    private long last;

    RateLimiter(int requestsPerSecond) {
        window = (long) (TimeUnit.SECONDS.toNanos(1) * MARGIN);
        gap = (long) (window / (double) requestsPerSecond * SMALLEST_GAP);
        sent = new long[requestsPerSecond];
        long start = System.nanoTime();
        last = start - window;
        java.util.Arrays.fill(sent, start - window);
    }

    /** Waits for this call's turn. */
    void await() throws InterruptedException {
        long turn = reserve();
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(left);
        }
    }

    /** @throws Unavailable if the thread is interrupted meanwhile */
    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution call)
            throws IOException {
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("stopped while waiting for a turn", e);
        }
        return call.execute(request, body);
    }

    private synchronized long reserve() {
        long now = System.nanoTime();
        long turn = Math.max(now, Math.max(last + gap, sent[oldest] + window));
        last = turn;
        sent[oldest] = turn;
        oldest = (oldest + 1) % sent.length;
        return turn;
    }

    /** Holds back every call that has no turn yet: a refusal for pace is meant for the organisation, not for one call. */
    synchronized void pause(Duration duration) {
        long until = System.nanoTime() + duration.toNanos();
        last = Math.max(last, until);
    }
}
