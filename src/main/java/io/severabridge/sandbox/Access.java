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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tokens and scopes. */
final class Access {
    private static final Duration LIFE = Duration.ofHours(1);

    private static final Duration REFRESH_LIFE = Duration.ofDays(30);

    /** As the API document lists them. */
    private static final Set<String> SCOPES = Stream.concat(
                    Stream.of(
                                    "activities",
                                    "customers",
                                    "fees",
                                    "files",
                                    "hours",
                                    "invoices",
                                    "projects",
                                    "resourceallocations",
                                    "settings",
                                    "travels",
                                    "users")
                            .flatMap(area -> Stream.of(area + ":read", area + ":write", area + ":delete")),
                    Stream.of("organization:read", "organization:write"))
            .collect(Collectors.toUnmodifiableSet());

    private record Grant(Set<String> scopes, Instant ends) {}

    private final String clientId;
    private final String clientSecret;
    private final Clock clock;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, Grant> refreshes = new ConcurrentHashMap<>();

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
        scopes.stream().filter(scope -> !SCOPES.contains(scope)).findFirst().ifPresent(scope -> {
            throw Problem.unauthorized("There is no scope " + scope + ".");
        });
        return granted(scopes);
    }

    /** The body is the token alone, as a JSON text. It stays good for a next time. */
    Reply refreshed(Call call) {
        return granted(refresh(call).scopes);
    }

    /** The token cannot be used for new ones any longer; what it has given ends by itself. */
    Reply signedOut(Call call) {
        refresh(call);
        refreshes.remove(text(call));
        return Reply.empty(204);
    }

    private Grant refresh(Call call) {
        Grant grant = refreshes.get(text(call));
        if (grant == null || !clock.instant().isBefore(grant.ends)) {
            throw Problem.unauthorized("The refresh token is not valid.");
        }
        return grant;
    }

    private static String text(Call call) {
        try {
            JsonNode body = Store.JSON.readTree(call.body());
            if (body.isString()) {
                return body.asString();
            }
        } catch (JacksonException e) {
            throw Problem.request("The body is not JSON.");
        }
        throw Problem.request("The body must be the refresh token as a JSON text.");
    }

    private Reply granted(Set<String> scopes) {
        String token = UUID.randomUUID().toString();
        String refresh = UUID.randomUUID().toString();
        Instant ends = clock.instant().plus(LIFE);
        Instant refreshEnds = clock.instant().plus(REFRESH_LIFE);
        grants.put(token, new Grant(scopes, ends));
        refreshes.put(refresh, new Grant(scopes, refreshEnds));
        ObjectNode answer = Store.JSON.createObjectNode();
        answer.put("access_token", token);
        answer.put("access_token_type", "Bearer");
        answer.put("access_token_expires_in", LIFE.toSeconds());
        answer.put("access_token_expires_utc", ends.atOffset(ZoneOffset.UTC).toString());
        answer.put("refresh_token", refresh);
        answer.put("refresh_token_expires_in", REFRESH_LIFE.toSeconds());
        answer.put(
                "refresh_token_expires_utc",
                refreshEnds.atOffset(ZoneOffset.UTC).toString());
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

    /** A token is needed, whatever its scopes. */
    void require(@Nullable String authorization) {
        grant(authorization);
    }

    void require(@Nullable String authorization, String scope) {
        if (!grant(authorization).scopes.contains(scope)) {
            throw Problem.scope(scope);
        }
    }

    private Grant grant(@Nullable String authorization) {
        Grant grant = authorization == null || !authorization.startsWith("Bearer ")
                ? null
                : grants.get(authorization.substring("Bearer ".length()));
        if (grant == null || !clock.instant().isBefore(grant.ends)) {
            throw Problem.unauthorized("A valid access token is needed.");
        }
        return grant;
    }

    /** All tokens end now. */
    void expire() {
        grants.clear();
    }
}
