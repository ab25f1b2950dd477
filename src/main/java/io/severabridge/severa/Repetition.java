package io.severabridge.severa;

import io.severabridge.failure.Unavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.backoff.BackOff;

/**
 * Whether one call is sent again, and after what time. What Severa asks for by {@code Retry-After} holds back all calls, and not
 * this one alone: it is meant for the organisation.
 */
final class Repetition implements RetryPolicy, RetryListener {
    /** An answer that the same call may be sent again after. */
    static final class Again extends Exception {
        private static final long serialVersionUID = 1L;

        // An exception of ours never leaves the process.
        @SuppressWarnings("serial")
        final Http.Answer answer;

        Again(Http.Answer answer) {
            super("HTTP " + answer.status(), null, false, false);
            this.answer = answer;
        }
    }

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    private final Pauses pauses;
    private final RateLimiter pace;
    private final boolean harmless;
    private final boolean ofToken;
    private int attempt;
    private boolean renewed;
    private @Nullable Throwable last;

    private Repetition(Pauses pauses, RateLimiter pace, boolean harmless, boolean ofToken) {
        this.pauses = pauses;
        this.pace = pace;
        this.harmless = harmless;
        this.ofToken = ofToken;
    }

    /** {@code harmless}: the call may be sent again although Severa may have carried it out. */
    static Repetition ofCall(Pauses pauses, RateLimiter pace, boolean harmless) {
        return new Repetition(pauses, pace, harmless, false);
    }

    static Repetition ofToken(Pauses pauses, RateLimiter pace) {
        return new Repetition(pauses, pace, true, true);
    }

    /** Calls until there is an answer, or until no further try is allowed; throws what came back last then. */
    <T> T of(Retryable<T> call) throws Http.Lost, Again {
        RetryTemplate template = new RetryTemplate(this);
        template.setRetryListener(this);
        try {
            return template.execute(call);
        } catch (RetryException e) {
            Throwable thrown = e.getCause();
            if (thrown instanceof Again again) {
                throw again;
            }
            if (thrown instanceof Http.Lost lost) {
                throw lost;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            throw thrown instanceof RuntimeException own ? own : new IllegalStateException(thrown);
        }
    }

    @Override
    public boolean shouldRetry(Throwable thrown) {
        attempt++;
        last = thrown;
        if (thrown instanceof Http.Lost lost) {
            Http.Answer answer = lost.answer;
            if (answer != null && answer.headers().containsHeader(HttpHeaders.RETRY_AFTER)) {
                pace.pause(pauses.asked(answer, attempt));
            }
            return (harmless || lost.notSent) && attempt < Pauses.TRIES;
        }
        if (!(thrown instanceof Again again)) {
            return false;
        }
        return switch (again.answer.status()) {
            case UNAUTHORIZED -> renews();
            case TOO_MANY -> attempt < (ofToken ? Pauses.TRIES : Pauses.TRIES * 2);
            default -> attempt < Pauses.TRIES;
        };
    }

    /** With a new token; once. */
    private boolean renews() {
        boolean first = !renewed;
        renewed = true;
        return first;
    }

    @Override
    public BackOff getBackOff() {
        return () -> () -> wait(last).toMillis();
    }

    private Duration wait(@Nullable Throwable failure) {
        int status = failure instanceof Again again ? again.answer.status() : 0;
        if (failure instanceof Again again && status == TOO_MANY) {
            pace.pause(pauses.asked(again.answer, attempt));
        }
        boolean waitsForItsTurnAlone = status == UNAUTHORIZED || (status == TOO_MANY && !ofToken);
        return waitsForItsTurnAlone ? Duration.ZERO : pauses.backOff(attempt);
    }

    @Override
    public void onRetryPolicyInterruption(RetryPolicy policy, Retryable<?> call, RetryException interruption) {
        throw new Unavailable("stopped while waiting to try again", interruption);
    }
}
