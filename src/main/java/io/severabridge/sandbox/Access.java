package io.severabridge.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tokens and scopes. */
final class Access {
    private static final Duration LIFE = Duration.ofHours(1);

    private record Grant(Set<String> scopes, Instant ends) {}

    private final String clientId;
    private final String clientSecret;
    private final Clock clock;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    private volatile Set<String> withheld = Set.of();

    Access(String clientId, String clientSecret, Clock clock) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    /** Client credentials without these scopes: they are not granted. */
    void withhold(Set<String> scopes) {
        withheld = Set.copyOf(scopes);
        grants.clear();
    }

    Reply token(Call call) {
        JsonNode body;
        try {
            body = Store.JSON.readTree(call.body());
        } catch (JacksonException e) {
            throw Problem.request("The body is not JSON.");
        }
        if (!clientId.equals(value(body, "client_id")) || !clientSecret.equals(value(body, "client_secret"))) {
            throw Problem.unauthorized("The client id or secret is wrong.");
        }
        String asked = value(body, "scope");
        Set<String> scopes = Arrays.stream((asked == null ? "" : asked).split("[,\\s]+"))
                .filter(scope -> !scope.isEmpty() && !withheld.contains(scope))
                .collect(Collectors.toSet());
        String token = UUID.randomUUID().toString();
        Instant ends = clock.instant().plus(LIFE);
        grants.put(token, new Grant(scopes, ends));
        ObjectNode answer = Store.JSON.createObjectNode();
        answer.put("access_token", token);
        answer.put("access_token_type", "Bearer");
        answer.put("access_token_expires_in", LIFE.toSeconds());
        answer.put("access_token_expires_utc", ends.atOffset(ZoneOffset.UTC).toString());
        answer.put("scope", String.join(",", scopes));
        return Reply.json(200, answer);
    }

    /** Property names are matched without case. */
    private static @Nullable String value(JsonNode body, String name) {
        for (Map.Entry<String, JsonNode> property : body.properties()) {
            if (property.getKey().toLowerCase(Locale.ROOT).equals(name)) {
                return property.getValue().asString("");
            }
        }
        return null;
    }

    void require(@Nullable String authorization, String scope) {
        Grant grant = authorization == null || !authorization.startsWith("Bearer ")
                ? null
                : grants.get(authorization.substring("Bearer ".length()));
        if (grant == null || !clock.instant().isBefore(grant.ends)) {
            throw Problem.unauthorized("A valid access token is needed.");
        }
        if (!grant.scopes.contains(scope)) {
            throw Problem.scope(scope);
        }
    }

    /** All tokens end now. */
    void expire() {
        grants.clear();
    }
}
