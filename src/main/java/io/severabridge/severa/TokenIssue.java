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
    private final Http http;
    private final Pauses pauses;
    private final RateLimiter pace;

    TokenIssue(Connection connection, Http http, Pauses pauses, RateLimiter pace) {
        this.connection = connection;
        this.http = http;
        this.pauses = pauses;
        this.pace = pace;
    }

    AccessToken.Issued issue() {
        try {
            return Repetition.ofToken(pauses, pace).of(this::once);
        } catch (Repetition.Again e) {
            throw new Unavailable("Severa gives no token to " + CALL
                    + (e.answer.ok() ? ", but something else" : " (HTTP " + e.answer.status() + ")"));
        } catch (Http.Lost e) {
            throw new Unavailable("Severa: " + e.getMessage(), e);
        }
    }

    /** The API's token call (API document, ClientCredentials); never logged, never part of a message. */
    private AccessToken.Issued once() throws Http.Lost, Repetition.Again {
        Map<String, String> credentials = Map.of(
                "client_id", connection.clientId(),
                "client_secret", connection.clientSecret(),
                "scope", String.join(",", connection.scopes()));
        URI uri = URI.create(connection.baseUrl() + PATH);
        Http.Answer answer = http.exchange("POST", uri, Json.MAPPER.writeValueAsString(credentials));
        JsonNode issued = Answers.body(answer);
        if (answer.ok() && !issued.path("access_token").asString("").isEmpty()) {
            return new AccessToken.Issued(
                    issued.path("access_token").asString(),
                    Duration.ofSeconds(
                            Math.max(1, issued.path("access_token_expires_in").asLong(3600))),
                    Set.copyOf(List.of(issued.path("scope").asString("").strip().split("[,\\s]+", 0))));
        }
        WrongSetUp address = Answers.ofTheAddress(answer, CALL);
        if (address != null) {
            throw address;
        }
        if (answer.status() < 500 && answer.status() != 429 && !answer.ok()) {
            throw new WrongSetUp("Severa refuses the client id and secret of this company (HTTP " + answer.status()
                    + "): check severa.client-id, severa.client-secret and the scopes "
                    + String.join(", ", connection.scopes()));
        }
        throw new Repetition.Again(answer);
    }
}
