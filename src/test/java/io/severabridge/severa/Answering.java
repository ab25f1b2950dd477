package io.severabridge.severa;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Stands before a Severa, or for one: answers some calls itself, and passes the others on. */
public final class Answering implements AutoCloseable {
    /** An answer; a {@code null} body is none. */
    public record Reply(int status, Map<String, String> headers, String body) {
        public static Reply of(int status, String body) {
            return new Reply(status, Map.of(), body);
        }

        /** An error as the API document has it. */
        public static Reply error(int status, String type) {
            return of(
                    status,
                    "{\"error\":{\"httpStatusCode\":" + status + ",\"type\":\"" + type
                            + "\",\"details\":[{\"message\":\"No.\",\"location\":{\"name\":\"name\"}}],\"stack\":\""
                            + "System.NullReferenceException\"}}");
        }
    }

    private static final Reply TOKEN = Reply.of(200, "{\"access_token\":\"t\",\"access_token_expires_in\":3600}");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final @Nullable URI behind;
    private volatile BiFunction<String, String, @Nullable Reply> rule = (method, path) -> null;
    private volatile BiFunction<String, String, String> change = (path, body) -> body;

    /** Before a Severa at {@code behind}; null for none. */
    public Answering(@Nullable URI behind) {
        this.behind = behind;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** By method and path; null passes a call on. */
    public Answering with(BiFunction<String, String, @Nullable Reply> rules) {
        rule = rules;
        return this;
    }

    /** What was passed on comes back changed: by path and body. */
    public Answering changing(BiFunction<String, String, String> changes) {
        change = changes;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            Reply reply = rule.apply(method, path);
            if (reply == null && behind == null) {
                reply = path.equals("/v1/token") ? TOKEN : Reply.of(200, "[]");
            }
            if (reply != null) {
                reply.headers().forEach(exchange.getResponseHeaders()::set);
                send(exchange, reply.status(), reply.body().getBytes(StandardCharsets.UTF_8));
                return;
            }
            HttpResponse<byte[]> passed = passOn(exchange, method, body);
            passed.headers().map().forEach((name, values) -> {
                if (!name.matches("(?i)content-length|transfer-encoding|connection|date")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            String changed = change.apply(path, new String(passed.body(), StandardCharsets.UTF_8));
            send(exchange, passed.statusCode(), changed.getBytes(StandardCharsets.UTF_8));
        }
    }

    private HttpResponse<byte[]> passOn(HttpExchange exchange, String method, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(String.valueOf(behind) + exchange.getRequestURI()))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!name.matches("(?i)host|connection|content-length|upgrade|http2-settings|expect")) {
                request.header(name, values.get(0));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean none = body.length == 0 || status == 204 || status == 304;
        exchange.sendResponseHeaders(status, none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
