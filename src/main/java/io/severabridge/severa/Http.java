package io.severabridge.severa;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** One exchange over Spring's RestClient and the JDK's HTTP client: no retries, no meaning. */
final class Http {
    /** What came back. */
    record Answer(int status, HttpHeaders headers, String body) {
        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /** Why nothing came back. */
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1L;

        /** Whether the request cannot have reached Severa. */
        final boolean notSent;

        Lost(boolean notSent, String message, Throwable cause) {
            super(message, cause);
            this.notSent = notSent;
        }
    }

    private final RestClient client;
    private final AtomicReference<Instant> severaTime = new AtomicReference<>(Instant.EPOCH);

    Http(Duration connectTimeout, Duration readTimeout) {
        HttpClient jdk = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(jdk);
        factory.setReadTimeout(readTimeout);
        client = RestClient.builder().requestFactory(factory).build();
    }

    Answer exchange(String method, URI uri, @Nullable String body, Consumer<HttpHeaders> headers) throws Lost {
        RestClient.RequestBodySpec request = client.method(HttpMethod.valueOf(method))
                .uri(uri)
                .headers(headers)
                .accept(MediaType.APPLICATION_JSON);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body.getBytes(StandardCharsets.UTF_8));
        }
        try {
            Answer answer = request.exchange((sent, response) -> read(response));
            if (answer == null) {
                throw new IllegalStateException("no answer from " + uri);
            }
            return answer;
        } catch (ResourceAccessException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            boolean notSent = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
            throw new Lost(notSent, reason(cause, uri), e);
        }
    }

    private Answer read(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        String body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        String date = response.getHeaders().getFirst(HttpHeaders.DATE);
        if (date != null) {
            try {
                Instant at = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                severaTime.accumulateAndGet(at, (a, b) -> a.isAfter(b) ? a : b);
            } catch (DateTimeParseException e) {
                // a proxy's odd date: the last good one stays
            }
        }
        return new Answer(status, response.getHeaders(), body);
    }

    /** The latest time that Severa's clock has shown; the epoch as long as it has shown none. */
    Instant severaTime() {
        return Objects.requireNonNull(severaTime.get());
    }

    private static String reason(Throwable cause, URI uri) {
        if (cause instanceof ConnectException) {
            return "no connection to " + uri.getHost() + (uri.getPort() > 0 ? ":" + uri.getPort() : "");
        }
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return "no answer from " + uri.getHost() + " in time";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
