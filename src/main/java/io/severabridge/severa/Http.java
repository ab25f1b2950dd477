package io.severabridge.severa;

import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** One exchange over Spring's RestClient and the JDK's HTTP client: no retries, no meaning. */
final class Http {
    /** What came back. */
    record Answer(int status, HttpHeaders headers, String body) {
        /** What the other side's clock showed; null where it showed nothing that can be read. */
        @Nullable
        Instant date() {
            return time(headers.getFirst(HttpHeaders.DATE));
        }

        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /** Why nothing came back. */
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1L;

        /** Whether the request cannot have reached Severa. */
        final boolean notSent;

        /** That of a Severa that could not; null where nothing came. */
        // An exception of ours never leaves the process.
        @SuppressWarnings("serial")
        final @Nullable Answer answer;

        Lost(boolean notSent, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.notSent = notSent;
            answer = null;
        }

        Lost(String message, Answer answer) {
            super(message, new Unavailable(answer.body()));
            notSent = false;
            this.answer = answer;
        }
    }

    /** A page of the largest records takes a small part of that. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    static {
        Route.allowPasswords();
    }

    private final RestClient client;
    private final Route route;

    Http(Duration connectTimeout, Duration readTimeout, Route route) {
        this.route = route;
        Trust trust = new Trust(route.trustStore(), route.trustStorePassword());
        HttpClient jdk = route.lead(HttpClient.newBuilder(), trust)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(jdk);
        factory.setReadTimeout(readTimeout);
        client = RestClient.builder().requestFactory(factory).build();
    }

    private Http(RestClient client, Route route) {
        this.client = client;
        this.route = route;
    }

    /** The same, with one more interceptor, which is next to the network. */
    Http with(ClientHttpRequestInterceptor interceptor) {
        return new Http(client.mutate().requestInterceptor(interceptor).build(), route);
    }

    Answer exchange(String method, URI uri, @Nullable String body) throws Lost {
        RestClient.RequestBodySpec request =
                client.method(HttpMethod.valueOf(method)).uri(uri).accept(MediaType.APPLICATION_JSON);
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
            WrongSetUp setUp = setUp(cause, uri);
            if (setUp != null) {
                throw setUp;
            }
            boolean notSent = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
            throw new Lost(notSent, reason(cause, uri), e);
        }
    }

    private static Answer read(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        byte[] body = response.getBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new IOException("an answer is longer than " + MOST_BYTES / 1024 / 1024 + " MB");
        }
        return new Answer(status, response.getHeaders(), new String(body, StandardCharsets.UTF_8));
    }

    /** A date of a header (RFC 9110); null where there is none that can be read. */
    static @Nullable Instant time(@Nullable String date) {
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** What no repetition helps against; null where one may. */
    private @Nullable WrongSetUp setUp(Throwable cause, URI uri) {
        CertificateException refused = Trust.refused(cause);
        String message = String.valueOf(cause.getMessage());
        if (refused != null) {
            return new WrongSetUp(
                    "the certificate of " + uri.getHost() + " is not trusted: " + refused.getMessage()
                            + "; if that is a gateway of your own network, name a file with its certificate in"
                            + " severa.trust-store, or import it into the trust store of Java (keytool -importcert -cacerts)",
                    cause);
        }
        if (message.contains("Unsupported or unrecognized SSL message")) {
            return new WrongSetUp(
                    uri.getHost() + " does not speak TLS at that port: check severa.base-url and severa.proxy", cause);
        }
        // The JDK's words for a proxy that goes on asking who we are.
        if (message.contains("too many authentication attempts") || message.contains("No credentials provided")) {
            return new WrongSetUp(
                    "the proxy " + route.proxy() + " refuses its user and password: check severa.proxy, or HTTPS_PROXY",
                    cause);
        }
        return null;
    }

    private String reason(Throwable cause, URI uri) {
        if (cause instanceof ConnectException && route.proxy() != null) {
            return "no connection to " + uri.getHost() + " through the proxy " + route.proxy();
        }
        if (cause instanceof ConnectException) {
            return "no connection to " + uri.getHost() + (uri.getPort() > 0 ? ":" + uri.getPort() : "");
        }
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return "no answer from " + uri.getHost() + " in time";
        }
        String message = cause.getMessage();
        return message == null ? "the connection to " + uri.getHost() + " broke" : message;
    }
}
