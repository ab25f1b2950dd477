package io.severabridge.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The tester's door: reads records and counts, sets faults. Reachable from this machine only, like the whole server. */
final class Admin implements HttpHandler {
    private final Sandbox sandbox;

    Admin(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath().replaceFirst("^/admin/", "");
            Reply reply;
            try {
                reply = reply(exchange.getRequestMethod() + " " + path, path, body);
            } catch (RuntimeException e) {
                reply = Reply.text(400, String.valueOf(e.getMessage()));
            }
            byte[] bytes = (reply.body() == null ? "" : reply.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply reply(String call, String path, String body) {
        if (call.startsWith("GET records/")) {
            return Reply.json(200, sandbox.records(path.substring("records/".length())));
        }
        if (call.startsWith("POST records/")) {
            return Reply.json(201, added(path.substring("records/".length()), body));
        }
        return switch (call) {
            case "GET counts" -> Reply.json(200, Store.JSON.valueToTree(sandbox.counts()));
            case "POST faults" -> done(() -> sandbox.setFaults(body));
            case "POST expire-tokens" -> done(sandbox::expireTokens);
            case "POST reset-counts" -> done(sandbox::resetCounts);
            default -> Reply.text(404, "there is no " + call);
        };
    }

    /** Adds records, as people would in Severa; answers their GUIDs. */
    private JsonNode added(String resource, String body) {
        ArrayNode guids = Store.JSON.createArrayNode();
        for (JsonNode record : Store.JSON.readTree(body)) {
            guids.add(sandbox.add(resource, record.toString()));
        }
        return guids;
    }

    private static Reply done(Runnable work) {
        work.run();
        return Reply.text(200, "ok");
    }
}
