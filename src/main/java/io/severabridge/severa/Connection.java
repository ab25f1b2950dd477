package io.severabridge.severa;

import java.net.URI;
import java.time.Duration;
import java.util.SortedSet;

/**
 * How to reach one Severa organisation.
 *
 * @param baseUrl address up to and without {@code /v1}
 * @param clientSecret never printed: see {@link #toString}
 * @param requestsPerSecond allowed by the API for the organisation
 * @param overlap how far Severa's clock may be ahead of ours without a warning
 * @param patchForm how the values of a patch are written
 * @param scopes what the token is asked for, such as {@code customers:read}
 */
public record Connection(
        URI baseUrl,
        String clientId,
        String clientSecret,
        int requestsPerSecond,
        Duration connectTimeout,
        Duration readTimeout,
        Duration overlap,
        PatchForm patchForm,
        SortedSet<String> scopes,
        Route route) {
    @Override
    public String toString() {
        return "Connection[" + baseUrl + ", " + clientId + "]";
    }

    /** The same, with patches in another form. */
    public Connection with(PatchForm other) {
        return new Connection(
                baseUrl,
                clientId,
                clientSecret,
                requestsPerSecond,
                connectTimeout,
                readTimeout,
                overlap,
                other,
                scopes,
                route);
    }
}
