package io.severabridge.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A running sandbox. */
public final class Sandbox implements AutoCloseable {
    private static final int THREADS = 16;

    /**
     * How it behaves.
     *
     * @param port 0 for any that is free
     * @param rate calls a second; 0 for no limit
     * @param seed a file with records; null for none
     * @param faults a file with a fault plan; null for none
     * @param latency added to every answer
     * @param guidSeed makes GUIDs repeatable; null for random ones
     * @param requireClientId whether calls need the header Client_Id
     */
    public record Options(
            int port,
            int rate,
            String clientId,
            String clientSecret,
            @Nullable Path seed,
            @Nullable Path faults,
            Duration latency,
            @Nullable Long guidSeed,
            boolean requireClientId) {
        /** Any port, ten calls a second, the credentials {@code sandbox} and {@code sandbox-secret}. */
        public static Options defaults() {
            return new Options(0, 10, "sandbox", "sandbox-secret", null, null, Duration.ZERO, null, true);
        }

        public Options withRate(int callsPerSecond) {
            return new Options(
                    port, callsPerSecond, clientId, clientSecret, seed, faults, latency, guidSeed, requireClientId);
        }

        public Options withLatency(Duration each) {
            return new Options(port, rate, clientId, clientSecret, seed, faults, each, guidSeed, requireClientId);
        }

        public Options withSeed(Path file) {
            return new Options(port, rate, clientId, clientSecret, file, faults, latency, guidSeed, requireClientId);
        }
    }

    /** Calls since the start or the last reset. Writes are all but reads, tokens and conversions. */
    public record Counts(Map<String, Long> byCall, Map<Integer, Long> byStatus, long writes, long total) {}

    /** A call and its answer. {@code path} begins with {@code /v1}. */
    public record Exchange(
            String method,
            String path,
            Map<String, List<String>> query,
            String requestBody,
            int status,
            @Nullable String responseBody) {}

    /** A file that cannot be used; the message names it. */
    public static final class WrongFile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongFile(Path file, String message) {
            super(file + ": " + message);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Api api;
    private final Access access;
    private final Faults faults = new Faults();
    private final Tallies tallies = new Tallies();
    private final Front front;

    private Sandbox(Options options) throws IOException {
        Clock clock = Clock.systemUTC();
        Map<String, ResourceSpec> kinds = Kinds.all();
        Random guids = options.guidSeed() == null ? new SecureRandom() : new Random(options.guidSeed());
        api = new Api(new Store(kinds, clock, guids), kinds);
        access = new Access(options.clientId(), options.clientSecret(), clock);
        front = new Front(
                api,
                access,
                new RateLimit(options.rate(), clock),
                faults,
                tallies,
                options.latency(),
                options.requireClientId() ? options.clientId() : null);
        fill(options);
        // Without it each answer waits for the acknowledgement of its head: 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        server.createContext("/rest-api", front);
        server.createContext("/admin", new Admin(this));
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Starts one.
     *
     * @throws WrongFile if the seed or the fault plan cannot be used
     * @throws UncheckedIOException if the port is taken
     */
    public static Sandbox start(Options options) {
        try {
            return new Sandbox(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Options options) {
        JsonNode seed = options.seed() == null ? Store.JSON.createObjectNode() : json(options.seed());
        checkSeed(options.seed(), seed);
        if (!seed.path("replace").asBoolean(false)) {
            new StartData(api).enter();
        }
        seed.path("records").properties().forEach(entry -> {
            for (JsonNode record : entry.getValue()) {
                try {
                    api.seed(entry.getKey(), (ObjectNode) record);
                } catch (RuntimeException e) {
                    throw new WrongFile(
                            java.util.Objects.requireNonNull(options.seed()),
                            entry.getKey() + ": " + e.getMessage() + " " + record);
                }
            }
        });
        if (options.faults() != null) {
            try {
                faults.set(text(options.faults()));
            } catch (IllegalArgumentException e) {
                throw new WrongFile(options.faults(), String.valueOf(e.getMessage()));
            }
        }
    }

    /** A file of another form would leave the sandbox as empty as none. */
    private static void checkSeed(@Nullable Path file, JsonNode seed) {
        if (file == null) {
            return;
        }
        if (!seed.path("records").isObject()) {
            throw new WrongFile(
                    file, "names no records: expected {\"replace\": false, \"records\": {\"customers\": [...]}}");
        }
        seed.properties().forEach(entry -> {
            if (!entry.getKey().equals("records") && !entry.getKey().equals("replace")) {
                throw new WrongFile(file, "has " + entry.getKey() + ": expected replace and records only");
            }
        });
        seed.path("records").properties().forEach(entry -> {
            if (!entry.getValue().isArray()
                    || java.util.stream.StreamSupport.stream(entry.getValue().spliterator(), false)
                            .anyMatch(record -> !record.isObject())) {
                throw new WrongFile(file, entry.getKey() + ": expected a list of records");
            }
        });
    }

    private static JsonNode json(Path file) {
        try {
            return Store.JSON.readTree(text(file));
        } catch (JacksonException e) {
            throw new WrongFile(file, "is not JSON, line " + e.getLocation().getLineNr());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new WrongFile(file, "cannot be read");
        }
    }

    /** Up to and without the version. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rest-api");
    }

    /** All records of a resource such as {@code customers}, as they would be answered. */
    public JsonNode records(String resource) {
        return front.quiet(() -> api.records(resource));
    }

    /** Adds a record, as somebody would in Severa; answers its GUID. */
    public String add(String resource, String json) {
        return front.quiet(() -> api.seed(resource, (ObjectNode) Store.JSON.readTree(json))
                .path("guid")
                .asString());
    }

    /** Changes a field of a record, as somebody would in Severa. {@code path} is that of a patch. */
    public void change(String resource, String guid, String path, String value) {
        front.quiet(() -> api.change(resource, guid, path, value));
    }

    /** The same for a value that is no text. */
    public void change(String resource, String guid, String path, JsonNode value) {
        front.quiet(() -> api.change(resource, guid, path, value));
    }

    /** The same with any value, as JSON. */
    public void changeJson(String resource, String guid, String path, String json) {
        front.quiet(() -> api.change(resource, guid, path, Store.JSON.readTree(json)));
    }

    /** The client credentials have no longer these scopes; tokens end. */
    public void withhold(String... scopes) {
        access.withhold(Set.of(scopes));
    }

    /** Deletes a record, as somebody would in Severa. */
    public void remove(String resource, String guid) {
        front.quiet(() -> api.remove(resource, guid));
    }

    public Counts counts() {
        return tallies.counts();
    }

    public void resetCounts() {
        tallies.reset();
    }

    /** Replaces the fault plan. */
    public void setFaults(String json) {
        faults.set(json);
    }

    /** All tokens end now. */
    public void expireTokens() {
        access.expire();
    }

    /** Shows each call with its answer. */
    public void observe(Consumer<Exchange> observer) {
        front.observe(observer);
    }

    @Override
    public void close() {
        server.stop(0);
        front.close();
        threads.shutdownNow();
    }
}
