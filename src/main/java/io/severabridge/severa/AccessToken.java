package io.severabridge.severa;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The organisation's access token: fetched when needed, renewed in time, thrown away when Severa refuses it. */
final class AccessToken {
    /** What is left of a token's life when it is renewed: no call may be under way with a token that ends meanwhile. */
    private static final Duration EARLY = Duration.ofSeconds(60);

    record Issued(String value, Duration life) {}

    private final Supplier<Issued> issuer;
    private final Clock clock;
    private @Nullable String value;
    private Instant renewAt = Instant.MIN;

    AccessToken(Supplier<Issued> issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    synchronized String value() {
        String current = value;
        if (current == null || !clock.instant().isBefore(renewAt)) {
            Issued issued = issuer.get();
            Duration early = issued.life().compareTo(EARLY.multipliedBy(2)) > 0
                    ? EARLY
                    : issued.life().dividedBy(2);
            renewAt = clock.instant().plus(issued.life()).minus(early);
            current = issued.value();
            value = current;
        }
        return current;
    }

    /** Several calls may be refused for the same token: only the first throws it away. */
    synchronized void refused(String token) {
        if (token.equals(value)) {
            value = null;
        }
    }
}
