package io.severabridge.severa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers each call with the bytes that a test says, its head included; token calls as Severa does. */
final class Wire implements AutoCloseable {
    private final ServerSocket socket;
    private final Function<String, String> answers;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** {@code answers} takes a call such as {@code GET /v1/customers?rowCount=100}. */
    Wire(Function<String, String> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    /** A whole answer; {@code headers} are lines with their end. */
    static String answer(int status, String headers, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 " + status + " Said\r\n" + headers
                + (status == 204 ? "" : "Content-Length: " + length + "\r\n") + "Connection: close\r\n\r\n" + body;
    }

    static String date(String header, Instant at) {
        return header + ": "
                + DateTimeFormatter.RFC_1123_DATE_TIME
                        .format(at.atOffset(ZoneOffset.UTC))
                        .replace("Z", "GMT") + "\r\n";
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/rest-api");
    }

    /** Without those for a token. */
    List<String> calls() {
        return calls;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                answer(caller);
            } catch (IOException e) {
                // The test is over, or the caller has gone: the next one may come.
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        String call = String.valueOf(in.readLine()).replace(" HTTP/1.1", "").replace("/rest-api", "");
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            in.read();
        }
        String answer;
        if (call.endsWith("/v1/token")) {
            answer = answer(200, "", "{\"access_token\":\"t\",\"access_token_expires_in\":3600}");
        } else {
            calls.add(call);
            answer = answers.apply(call);
        }
        caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
