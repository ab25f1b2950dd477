package io.severabridge.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes calls from the wire: limit, token, faults, then the API itself. */
final class Front implements HttpHandler {
    private final Api api;
    private final Access access;
    private final RateLimit limit;
    private final Faults faults;
    private final Tallies tallies;
    private final Duration latency;
    private final @Nullable String requiredClientId;
    private final Object oneAtATime = new Object();
    private final List<Consumer<Sandbox.Exchange>> observers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sandbox-late");
        thread.setDaemon(true);
        return thread;
    });

    Front(
            Api api,
            Access access,
            RateLimit limit,
            Faults faults,
            Tallies tallies,
            Duration latency,
            @Nullable String requiredClientId) {
        this.api = api;
        this.access = access;
        this.limit = limit;
        this.faults = faults;
        this.tallies = tallies;
        this.latency = latency;
        this.requiredClientId = requiredClientId;
    }

    void observe(Consumer<Sandbox.Exchange> observer) {
        observers.add(observer);
    }

    /** Work on the records while no call is. */
    <T> T quiet(java.util.function.Supplier<T> work) {
        synchronized (oneAtATime) {
            return work.get();
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Call sent = Call.of(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery(),
                    body);
            pause(latency.toMillis());
            Faults.Strike strike = faults.next(sent);
            Call call = faults.pretended(sent, strike);
            if (strike == null) {
                send(exchange, call, answered(exchange, call), false);
            } else {
                struck(exchange, call, strike);
            }
        }
    }

    private void struck(HttpExchange exchange, Call call, Faults.Strike strike) throws IOException {
        switch (strike.fault()) {
            case TOO_MANY -> send(exchange, call, limit.refusal(), false);
            case ERROR_500, ERROR_503 ->
                send(
                        exchange,
                        call,
                        Reply.text(strike.fault() == Faults.Fault.ERROR_500 ? 500 : 503, "The server has a problem."),
                        false);
            case SLOW -> {
                pause(strike.millis());
                send(exchange, call, answered(exchange, call), false);
            }
            case CLOSE_BEFORE -> tallies.add(call, 0);
            case CLOSE_AFTER -> tallies.add(call, answered(exchange, call).status());
            case LATE -> late(exchange, call, strike.millis());
            case TRUNCATE -> send(exchange, call, answered(exchange, call), true);
            case EXPIRE_TOKEN -> {
                access.expire();
                send(exchange, call, answered(exchange, call), false);
            }
            case ANSWER -> {
                Reply instead = strike.instead();
                Reply real = instead.status() < 300 ? answered(exchange, call) : instead;
                send(exchange, call, real.status() < 300 ? instead : real, false);
            }
            case SHORT_PAGE, SHIFT -> send(exchange, call, answered(exchange, call), false);
        }
    }

    /** The caller is gone by the time that the write takes effect. */
    private void late(HttpExchange exchange, Call call, long millis) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String clientId = exchange.getRequestHeaders().getFirst("Client_Id");
        var unused = later.schedule(
                () -> tallies.add(call, reply(call, authorization, clientId).status()), millis, TimeUnit.MILLISECONDS);
        if (unused.isCancelled()) {
            throw new IllegalStateException("the late write was cancelled");
        }
    }

    private Reply answered(HttpExchange exchange, Call call) {
        if (!limit.allows()) {
            return limit.refusal();
        }
        return reply(
                call,
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Client_Id"));
    }

    private Reply reply(Call call, @Nullable String authorization, @Nullable String clientId) {
        if (call.path().equals("/heartbeat/server")) {
            return Reply.text(200, "Server is alive.");
        }
        if (call.path().equals("/heartbeat/database")) {
            return Reply.text(200, "Database is alive.");
        }
        try {
            if (call.path().equals("/v1/token") && call.method().equals("POST")) {
                return access.token(call);
            }
            if (requiredClientId != null && !requiredClientId.equals(clientId)) {
                throw Problem.unauthorized("The header Client_Id is needed.");
            }
            if (call.path().equals("/v1/refreshtoken") && call.method().equals("POST")) {
                return access.refreshed(call);
            }
            if (call.path().equals("/v1/signout") && call.method().equals("POST")) {
                return access.signedOut(call);
            }
            if (call.path().equals("/heartbeat/authorized")) {
                access.require(authorization);
                return Reply.empty(204);
            }
            Api.Operation operation = call.path().startsWith("/v1/") ? api.operation(call) : null;
            if (operation == null) {
                throw Problem.notFound();
            }
            access.require(authorization, operation.scope());
            synchronized (oneAtATime) {
                return operation.work().get();
            }
        } catch (Problem problem) {
            return Reply.json(problem.status, problem.body(Store.JSON));
        }
    }

    private void send(HttpExchange exchange, Call call, Reply reply, boolean truncated) throws IOException {
        tallies.add(call, reply.status());
        observers.forEach(observer -> observer.accept(new Sandbox.Exchange(
                call.method(), call.path(), call.query(), call.body(), reply.status(), reply.body())));
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (reply.body() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        byte[] sent = truncated ? Arrays.copyOf(bytes, bytes.length / 2) : bytes;
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), sent.length == 0 ? -1 : sent.length);
        exchange.getResponseBody().write(sent);
    }

    private static void pause(long millis) {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        later.shutdownNow();
    }
}
