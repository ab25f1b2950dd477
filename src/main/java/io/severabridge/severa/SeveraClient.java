package io.severabridge.severa;

import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The part of Severa's REST API that moves registers. Thread-safe. Repeats a call only where a repetition is safe: reads,
 * patches (they set values) and deletes after any failure, creates only when Severa cannot have carried them out.
 * Endpoints and shapes: the vendor's OpenAPI document.
 */
public final class SeveraClient {
    private final Connection connection;
    private final Http http;
    private final List<LongAdder> counters;
    private final RateLimiter pace;
    private final Pauses pauses;
    private final AccessToken token;
    private final SeveraClock time;
    private final FirstPatches firstPatches;
    private final Clock clock;

    public SeveraClient(Connection connection, Clock clock) {
        this(connection, clock, new Pauses(clock));
    }

    SeveraClient(Connection connection, Clock clock, Pauses pauses) {
        this.pauses = pauses;
        this.connection = connection;
        Http bare = new Http(connection.connectTimeout(), connection.readTimeout(), connection.route());
        pace = new RateLimiter(connection.requestsPerSecond());
        token = new AccessToken(new TokenIssue(connection, bare.with(pace), pauses, pace)::issue, clock);
        http = bare.with(new Credentials(token, connection.clientId())).with(pace);
        counters = List.of();
        time = new SeveraClock(clock, connection.overlap());
        firstPatches = new FirstPatches(connection.patchForm());
        this.clock = clock;
    }

    private SeveraClient(
            SeveraClient other, Connection connection, FirstPatches firstPatches, Http http, List<LongAdder> counters) {
        this.connection = connection;
        this.firstPatches = firstPatches;
        this.http = http;
        this.counters = counters;
        pace = other.pace;
        pauses = other.pauses;
        token = other.token;
        time = other.time;
        clock = other.clock;
    }

    /** The same client, which also counts its calls, repeated ones too, into {@code counter}. */
    public SeveraClient counting(LongAdder counter) {
        List<LongAdder> all = new ArrayList<>(counters);
        all.add(counter);
        Http counted = http.with((request, body, call) -> {
            counter.increment();
            return call.execute(request, body);
        });
        return new SeveraClient(this, connection, firstPatches, counted, List.copyOf(all));
    }

    /** The same client with another form of patches, of which any number may be refused. */
    public SeveraClient writing(PatchForm form) {
        return new SeveraClient(this, connection.with(form), FirstPatches.unwatched(form), http, counters);
    }

    /** Counts a call that a rehearsal does not send. */
    public void countUnsent() {
        counters.forEach(LongAdder::increment);
    }

    /** Now by Severa's clock, or a little earlier. */
    public Instant severaTime() {
        return time.now();
    }

    /**
     * Reads a list to its end, page by page, and hands each record on.
     *
     * @return the time of its first answer, by Severa's clock: what changes later may be missing
     */
    public <T> Instant list(ListRequest request, Class<T> type, Consumer<T> each) {
        return new Pages(request, (query, due) -> safely("GET", uri(request.path(), query), null, due))
                .read(row -> each.accept(Records.read(row, type, "GET " + request.path())));
    }

    /** Reads one record or object. */
    public <T> T get(String path, Class<T> type) {
        JsonNode answered =
                safely("GET", uri(path, Map.of()), null, Answers.OBJECT).body();
        return Records.read(answered, type, "GET " + path);
    }

    /** Sends a list to be read as another one, such as a conversion; it changes nothing, so it may be repeated. */
    public JsonNode ask(String path, Object body) {
        return safely("POST", uri(path, Map.of()), Json.MAPPER.writeValueAsString(body), Answers.LIST)
                .body();
    }

    /**
     * Creates a record; the answer is the record as Severa holds it.
     *
     * @throws Refused if Severa will not have it
     * @throws UncertainCreateException if it may or may not exist now
     */
    public JsonNode create(String path, Object body) throws UncertainCreateException {
        URI uri = uri(path, Map.of());
        try {
            return Answers.single(send("POST", uri, Json.MAPPER.writeValueAsString(body), false, Answers.CREATED)
                    .body());
        } catch (Http.Lost e) {
            throw new UncertainCreateException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Creates a record; the answer is read.
     *
     * @throws Refused if Severa will not have it
     * @throws UncertainCreateException if it may or may not exist now
     */
    public <T> T create(String path, Object body, Class<T> type) throws UncertainCreateException {
        JsonNode made = create(path, body);
        try {
            return Records.read(made, type, "POST " + path);
        } catch (Refused unreadable) {
            throw new UncertainCreateException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    /** Replaces fields of a record; the answer is the record as Severa holds it now. */
    public JsonNode patch(String path, List<PatchOperation> operations) {
        String body = Json.MAPPER.writeValueAsString(connection.patchForm().body(operations));
        try {
            JsonNode record =
                    safely("PATCH", uri(path, Map.of()), body, Answers.RECORD).body();
            firstPatches.taken();
            return Answers.single(record);
        } catch (Refused refused) {
            firstPatches.refused("PATCH " + path, refused);
            throw refused;
        }
    }

    /** The same; the answer is read. */
    public <T> T patch(String path, List<PatchOperation> operations, Class<T> type) {
        return Records.read(patch(path, operations), type, "PATCH " + path);
    }

    /** Deletes a record; one that is gone already is fine. */
    public void delete(String path) {
        try {
            safely("DELETE", uri(path, Map.of()), null, Answers.ANYTHING);
        } catch (Refused e) {
            if (!e.notFound()) {
                throw e;
            }
        }
    }

    private URI uri(String path, Map<String, List<String>> query) {
        String parameters = query.entrySet().stream()
                .flatMap(e ->
                        e.getValue().stream().map(v -> e.getKey() + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return URI.create(connection.baseUrl() + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    /** A call that may be repeated whatever happened to it. An answer that is cut short counts as lost. */
    private Answers.Whole safely(String method, URI uri, @Nullable String body, Answers.Due due) {
        try {
            return send(method, uri, body, true, due);
        } catch (Http.Lost e) {
            throw new Unavailable("Severa: " + e.getMessage(), e);
        }
    }

    /** A call is repeated where {@code harmless} or where it cannot have reached Severa. */
    private Answers.Whole send(String method, URI uri, @Nullable String body, boolean harmless, Answers.Due due)
            throws Http.Lost {
        try {
            return Repetition.ofCall(pauses, pace, harmless).of(() -> once(method, uri, body, due));
        } catch (Repetition.Again e) {
            return Answers.checked(e.answer, due, clock.instant(), call(method, uri));
        } catch (Http.Lost e) {
            if (e.notSent) {
                throw new Unavailable("Severa: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private Answers.Whole once(String method, URI uri, @Nullable String body, Answers.Due due)
            throws Http.Lost, Repetition.Again {
        Instant sent = clock.instant();
        Http.Answer answer = http.exchange(method, uri, body);
        if (answer.status() == 401 || answer.status() == 429) {
            throw new Repetition.Again(answer);
        }
        if (answer.status() >= 500) {
            throw new Http.Lost(call(method, uri) + " was answered HTTP " + answer.status(), answer);
        }
        return Answers.checked(answer, due, time.of(answer.date(), sent), call(method, uri));
    }

    /** How messages name a call: method and path of the API document, never parameters. */
    private String call(String method, URI uri) {
        return method + " "
                + uri.getPath().substring(connection.baseUrl().getPath().length());
    }

    /**
     * Sees to it that what is about to begin does not break off for want of a permission.
     *
     * @throws WrongSetUp if Severa has granted less than it was asked for
     */
    public void requireScopes(String what) {
        Set<String> granted = token.scopes();
        SortedSet<String> missing = new TreeSet<>(connection.scopes());
        missing.removeAll(granted);
        if (!granted.isEmpty() && !granted.equals(Set.of("")) && !missing.isEmpty()) {
            throw new WrongSetUp(what + " needs scopes that the client credentials of Severa do not have: "
                    + String.join(", ", missing) + "; add them in Severa. Nothing was changed");
        }
    }
}
