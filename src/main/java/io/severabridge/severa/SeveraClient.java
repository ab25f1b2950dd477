package io.severabridge.severa;

import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of Severa's REST API that moves registers. Thread-safe. Repeats a call only where a repetition is safe: reads,
 * patches (they set values) and deletes after any failure, creates only when Severa cannot have carried them out.
 * Endpoints and shapes: the vendor's OpenAPI document.
 */
public final class SeveraClient {
    /** JSON as this client reads and writes it: decimals exact, dates as sent, unknown fields ignored. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    /** The API document's largest page. */
    private static final int PAGE = 100;

    private static final int TRIES = 6;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Connection connection;
    private final Http http;
    private final Pace pace;
    private final AccessToken token;
    private final List<LongAdder> counters;

    public SeveraClient(Connection connection, Clock clock) {
        this.connection = connection;
        http = new Http(connection.connectTimeout(), connection.readTimeout());
        pace = new Pace(connection.requestsPerSecond());
        token = new AccessToken(this::issueToken, clock);
        counters = List.of();
    }

    private SeveraClient(SeveraClient other, List<LongAdder> counters) {
        connection = other.connection;
        http = other.http;
        pace = other.pace;
        token = other.token;
        this.counters = counters;
    }

    /** The same client, which also counts its calls, repeated ones too, into {@code counter}. */
    public SeveraClient counting(LongAdder counter) {
        List<LongAdder> all = new java.util.ArrayList<>(counters);
        all.add(counter);
        return new SeveraClient(this, List.copyOf(all));
    }

    /** Counts a call that a rehearsal does not send. */
    public void countUnsent() {
        counters.forEach(LongAdder::increment);
    }

    /** The latest time that Severa's clock has shown. */
    public Instant severaTime() {
        return http.severaTime();
    }

    /** Reads a list to its end, page by page, and hands each record on. */
    public <T> void list(ListRequest request, Class<T> type, Consumer<T> each) {
        String pageToken = null;
        for (int page = 0; ; page++) {
            Http.Answer answer = safely("GET", uri(request.path(), query(request, page, pageToken)), null);
            JsonNode rows = JSON.readTree(answer.body());
            rows.forEach(row -> each.accept(JSON.treeToValue(row, type)));
            pageToken = answer.headers().getFirst("NextPageToken");
            boolean more =
                    switch (request.paging()) {
                        case TOKEN -> pageToken != null && !pageToken.isEmpty();
                        case OFFSET -> rows.size() >= PAGE;
                        case NONE -> false;
                    };
            if (!more) {
                return;
            }
        }
    }

    private static Map<String, List<String>> query(ListRequest request, int page, @Nullable String pageToken) {
        Map<String, List<String>> query = new LinkedHashMap<>(request.query());
        if (request.paging() != ListRequest.Paging.NONE) {
            query.put("rowCount", List.of(String.valueOf(PAGE)));
        }
        if (request.paging() == ListRequest.Paging.OFFSET && page > 0) {
            query.put("firstRow", List.of(String.valueOf(page * PAGE)));
        }
        if (pageToken != null) {
            query.put("pageToken", List.of(pageToken));
        }
        return query;
    }

    /** Reads one record or object. */
    public <T> T get(String path, Class<T> type) {
        return JSON.readValue(safely("GET", uri(path, Map.of()), null).body(), type);
    }

    /** Sends a read that the API wants as POST, such as a conversion; it changes nothing, so it may be repeated. */
    public JsonNode ask(String path, Object body) {
        return JSON.readTree(safely("POST", uri(path, Map.of()), JSON.writeValueAsString(body))
                .body());
    }

    /**
     * Creates a record; the answer is the record as Severa holds it.
     *
     * @throws Refused if Severa will not have it
     * @throws Doubtful if it may or may not exist now
     */
    public JsonNode create(String path, Object body) throws Doubtful {
        URI uri = uri(path, Map.of());
        Http.Answer answer;
        try {
            answer = send("POST", uri, JSON.writeValueAsString(body), false);
            return single(JSON.readTree(answer.body()));
        } catch (Http.Lost e) {
            throw new Doubtful(String.valueOf(e.getMessage()), e);
        } catch (JacksonException e) {
            throw new Doubtful("the answer to a create is not whole", e);
        }
    }

    /** Replaces fields of a record; the answer is the record as Severa holds it now. */
    public JsonNode patch(String path, List<PatchOperation> operations) {
        Http.Answer answer = safely("PATCH", uri(path, Map.of()), JSON.writeValueAsString(operations));
        return single(JSON.readTree(answer.body()));
    }

    /** Deletes a record; one that is gone already is fine. */
    public void delete(String path) {
        try {
            safely("DELETE", uri(path, Map.of()), null);
        } catch (Refused e) {
            if (!e.notFound()) {
                throw e;
            }
        }
    }

    /** The API answers most patches, and some creates, with an array of one (API document). */
    private static JsonNode single(JsonNode answer) {
        return answer.isArray() && !answer.isEmpty() ? answer.get(0) : answer;
    }

    private URI uri(String path, Map<String, List<String>> query) {
        String parameters = query.entrySet().stream()
                .flatMap(e ->
                        e.getValue().stream().map(v -> e.getKey() + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return URI.create(connection.baseUrl() + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    /** A call that may be repeated whatever happened to it. An answer that is cut short counts as lost. */
    private Http.Answer safely(String method, URI uri, @Nullable String body) {
        try {
            return send(method, uri, body, true);
        } catch (Http.Lost e) {
            throw new Unavailable("Severa: " + e.getMessage(), e);
        }
    }

    private Http.Answer send(String method, URI uri, @Nullable String body, boolean repeatable) throws Http.Lost {
        boolean renewed = false;
        for (int attempt = 1; ; attempt++) {
            String bearer = token.value();
            try {
                Http.Answer answer = exchange(method, uri, body, headers -> {
                    headers.setBearerAuth(bearer);
                    headers.set("Client_Id", connection.clientId());
                });
                if (answer.status() == 401 && !renewed) {
                    token.refused(bearer);
                    renewed = true;
                } else if (answer.status() == 429 && attempt < TRIES * 2) {
                    pace.pause(retryAfter(answer, attempt));
                } else if (answer.status() >= 500) {
                    throw new Http.Lost(false, "Severa answered " + answer.status(), new Unavailable(answer.body()));
                } else {
                    return Answers.checked(answer, method, repeatable);
                }
            } catch (Http.Lost e) {
                boolean again = repeatable || e.notSent;
                if (!again || attempt >= TRIES) {
                    if (e.notSent) {
                        throw new Unavailable("Severa: " + e.getMessage(), e);
                    }
                    throw e;
                }
                sleep(backOff(attempt));
            }
        }
    }

    private Http.Answer exchange(String method, URI uri, @Nullable String body, Consumer<HttpHeaders> headers)
            throws Http.Lost {
        try {
            pace.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("stopped while waiting for a turn", e);
        }
        counters.forEach(LongAdder::increment);
        return http.exchange(method, uri, body, headers);
    }

    /** The API's token call (API document, ClientCredentials); never logged, never part of a message. */
    private AccessToken.Issued issueToken() {
        Map<String, String> credentials = Map.of(
                "client_id", connection.clientId(),
                "client_secret", connection.clientSecret(),
                "scope", String.join(",", connection.scopes()));
        URI uri = uri("/v1/token", Map.of());
        for (int attempt = 1; ; attempt++) {
            try {
                Http.Answer answer = exchange("POST", uri, JSON.writeValueAsString(credentials), headers -> {});
                if (answer.ok()) {
                    JsonNode issued = JSON.readTree(answer.body());
                    return new AccessToken.Issued(
                            issued.path("access_token").asString(),
                            Duration.ofSeconds(
                                    issued.path("access_token_expires_in").asLong(3600)));
                }
                if (answer.status() == 429) {
                    pace.pause(retryAfter(answer, attempt));
                } else if (answer.status() < 500) {
                    throw new WrongSetUp("Severa refuses the client id and secret of this company (HTTP "
                            + answer.status() + "): check severa.client-id, severa.client-secret and the scopes "
                            + String.join(", ", connection.scopes()));
                }
                if (attempt >= TRIES) {
                    throw new Unavailable("Severa gives no token (HTTP " + answer.status() + ")");
                }
            } catch (Http.Lost e) {
                if (attempt >= TRIES) {
                    throw new Unavailable("Severa: " + e.getMessage(), e);
                }
            }
            sleep(backOff(attempt));
        }
    }

    private static Duration retryAfter(Http.Answer answer, int attempt) {
        String value = answer.headers().getFirst(HttpHeaders.RETRY_AFTER);
        if (value != null && value.matches("\\d{1,4}")) {
            Duration asked = Duration.ofSeconds(Long.parseLong(value));
            return asked.isZero() ? Duration.ofMillis(200) : asked;
        }
        return backOff(attempt);
    }

    /** Doubles from half a second, with a random share so that calls that failed together do not come back together. */
    private static Duration backOff(int attempt) {
        long most = Math.min(LONGEST_WAIT.toMillis(), 500L << Math.min(attempt - 1, 10));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("stopped while waiting to try again", e);
        }
    }
}
