package io.severabridge.severa;

import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Asks Severa for an access token. */
final class TokenIssue {
    private static final String PATH = "/v1/token";
    private static final String CALL = "POST " + PATH;

    private final Connection connection;
    private final Exchanges exchanges;
    private final Pauses pauses;

    TokenIssue(Connection connection, Exchanges exchanges, Pauses pauses) {
        this.connection = connection;
        this.exchanges = exchanges;
        this.pauses = pauses;
    }

    /** The API's token call (API document, ClientCredentials); never logged, never part of a message. */
    AccessToken.Issued issue() {
        Map<String, String> credentials = Map.of(
                "client_id", connection.clientId(),
                "client_secret", connection.clientSecret(),
                "scope", String.join(",", connection.scopes()));
        URI uri = URI.create(connection.baseUrl() + PATH);
        for (int attempt = 1; ; attempt++) {
            try {
                Http.Answer answer = exchanges.exchange(
                        "POST", uri, SeveraClient.JSON.writeValueAsString(credentials), headers -> {});
                JsonNode issued = Answers.body(answer);
                if (answer.ok() && !issued.path("access_token").asString("").isEmpty()) {
                    return new AccessToken.Issued(
                            issued.path("access_token").asString(),
                            Duration.ofSeconds(Math.max(
                                    1, issued.path("access_token_expires_in").asLong(3600))),
                            Set.copyOf(List.of(
                                    issued.path("scope").asString("").strip().split("[,\\s]+", 0))));
                }
                WrongSetUp address = Answers.ofTheAddress(answer, CALL);
                if (address != null) {
                    throw address;
                }
                if (answer.status() == 429) {
                    exchanges.pause(pauses.asked(answer, attempt));
                } else if (answer.status() < 500 && !answer.ok()) {
                    throw new WrongSetUp("Severa refuses the client id and secret of this company (HTTP "
                            + answer.status() + "): check severa.client-id, severa.client-secret and the scopes "
                            + String.join(", ", connection.scopes()));
                }
                if (attempt >= Pauses.TRIES) {
                    throw new Unavailable("Severa gives no token to " + CALL
                            + (answer.ok() ? ", but something else" : " (HTTP " + answer.status() + ")"));
                }
            } catch (Http.Lost e) {
                if (attempt >= Pauses.TRIES) {
                    throw new Unavailable("Severa: " + e.getMessage(), e);
                }
            }
            pauses.beforeTheNextTry(attempt);
        }
    }
}
