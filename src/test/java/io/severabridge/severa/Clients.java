package io.severabridge.severa;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/** Clients as tests need them: their own second tries come soon; pauses that Severa asks for last as long as it says. */
final class Clients {
    private static final Duration SOON = Duration.ofMillis(8);

    private Clients() {}

    static SeveraClient of(URI baseUrl) {
        return of(baseUrl, Route.STRAIGHT);
    }

    static SeveraClient of(URI baseUrl, Route route) {
        return of(baseUrl, "id", "secret", 2_000, route, "customers:read");
    }

    static SeveraClient of(
            URI baseUrl, String clientId, String clientSecret, int requestsPerSecond, Route route, String... scopes) {
        Connection connection = new Connection(
                baseUrl,
                clientId,
                clientSecret,
                requestsPerSecond,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                PatchForm.JSON,
                new TreeSet<>(List.of(scopes)),
                route);
        return new SeveraClient(connection, Clock.systemUTC(), new Pauses(Clock.systemUTC(), SOON));
    }
}
