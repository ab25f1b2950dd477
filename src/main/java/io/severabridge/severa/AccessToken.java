package io.severabridge.severa;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The organisation's access token: fetched when needed, renewed in time, thrown away when Severa refuses it. */
final class AccessToken {
    /** What is left of a token's life when it is renewed: no call may be under way with a token that ends meanwhile. */
    private static final Duration EARLY = Duration.ofSeconds(60);

    /**
     * A token.
     *
     * @param scopes what Severa has granted; empty where it does not say so
     */
    record Issued(String value, Duration life, Set<String> scopes) {}

    private final Supplier<Issued> issuer;
    private final Clock clock;
    private @Nullable String value;
    private Set<String> scopes = Set.of();
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
            scopes = issued.scopes();
        }
        return current;
    }

    /** What the token is granted; empty where Severa does not say so. */
    synchronized Set<String> scopes() {
        value();
        return scopes;
    }

    /** Several calls may be refused for the same token: only the first throws it away. */
    synchronized void refused(String token) {
        if (token.equals(value)) {
            value = null;
        }
    }
}
