package io.severabridge.severa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates that nobody knows, and proxies, with real sockets. */
class RouteTest {
    static {
        Route.allowPasswords();
    }

    record Thing(@Nullable String name) {}

    @TempDir
    Path folder;

    private HttpsServer severa() throws Exception {
        Path store = folder.resolve("severa.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "severa",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString(),
                        "-dname",
                        "CN=Fjord Gateway",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        Files.writeString(
                folder.resolve("gateway.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("severa").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = (exchange.getRequestURI().getPath().equals("/v1/token")
                            ? "{\"access_token\":\"t\"}"
                            : "{\"name\":\"reached\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String get(URI baseUrl, Route route) {
        return String.valueOf(
                Clients.of(baseUrl, route).get("/v1/thing", Thing.class).name());
    }

    private static URI url(HttpsServer server) {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    @Test
    void aCertificateThatNobodyKnowsIsNamedWithItsIssuerAndBothRemediesAndTrustedWhenNamed() throws Exception {
        HttpsServer server = severa();
        try {
            assertThatThrownBy(() -> get(url(server), Route.STRAIGHT))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageContainingAll(
                            "the certificate of localhost", "CN=Fjord Gateway", "severa.trust-store", "keytool");
            assertThat(get(url(server), new Route(null, folder.resolve("gateway.pem"), "")))
                    .isEqualTo("reached");
            assertThat(get(url(server), new Route(null, folder.resolve("severa.p12"), "changeit")))
                    .isEqualTo("reached");
            assertThatThrownBy(() -> get(url(server), new Route(null, folder.resolve("severa.p12"), "wrong")))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageContaining("severa.trust-store");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aProxyWithUserAndPasswordLeadsToSevera() throws Exception {
        HttpsServer server = severa();
        List<String> asked = new CopyOnWriteArrayList<>();
        try (ServerSocket proxy = proxy(asked)) {
            Path trusted = folder.resolve("gateway.pem");
            Route.Proxy right = new Route.Proxy("127.0.0.1", proxy.getLocalPort(), "kari", "hemmelig");
            assertThat(get(url(server), new Route(right, trusted, ""))).isEqualTo("reached");
            assertThat(asked)
                    .contains("CONNECT localhost:" + server.getAddress().getPort());
            Route.Proxy wrong = new Route.Proxy("127.0.0.1", proxy.getLocalPort(), "kari", "feil");
            assertThatThrownBy(() -> get(url(server), new Route(wrong, trusted, "")))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageContaining("proxy")
                    .hasMessageNotContaining("feil");
            Route.Proxy nobody = new Route.Proxy("127.0.0.1", proxy.getLocalPort(), "", "");
            assertThatThrownBy(() -> get(url(server), new Route(nobody, trusted, "")))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageContaining("the proxy, not Severa");
        } finally {
            server.stop(0);
        }
    }

    /** Speaks CONNECT, and asks who it is. */
    private static ServerSocket proxy(List<String> asked) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        String credentials = Base64.getEncoder().encodeToString("kari:hemmelig".getBytes(StandardCharsets.UTF_8));
        threads.execute(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    threads.execute(() -> serve(client, credentials, asked, threads));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return socket;
    }

    private static void serve(
            Socket client, String credentials, List<String> asked, java.util.concurrent.Executor threads) {
        try (client) {
            while (true) {
                StringBuilder head = new StringBuilder();
                int read;
                while (head.indexOf("\r\n\r\n") < 0
                        && (read = client.getInputStream().read()) >= 0) {
                    head.append((char) read);
                }
                if (head.isEmpty()) {
                    return;
                }
                String target = head.toString().split(" ", 3)[1];
                if (!head.toString().contains("Basic " + credentials)) {
                    client.getOutputStream()
                            .write(("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic"
                                            + " realm=\"fjord\"\r\nContent-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    continue;
                }
                asked.add("CONNECT " + target);
                try (Socket server =
                        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(target.split(":", 2)[1]))) {
                    client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    threads.execute(() -> copy(server, client));
                    copy(client, server);
                }
                return;
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // either side has gone
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> get(
                        URI.create("https://severa.example"),
                        new Route(new Route.Proxy("127.0.0.1", 1, "", ""), null, "")))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("proxy 127.0.0.1:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "https://api.severa.example | http://proxy:8080 | '' | proxy:8080",
                "https://api.severa.example | proxy:3128 | other.example | proxy:3128",
                "https://api.severa.example | http://u:p%40ss@proxy:8080 | '' | proxy:8080",
                "https://api.severa.example | http://proxy:8080 | severa.example | none",
                "https://api.severa.example | http://proxy:8080 | .severa.example | none",
                "https://api.severa.example | http://proxy:8080 | a.example, *.severa.example:443 | none",
                "https://api.severa.example | http://proxy:8080 | * | none",
                "https://notsevera.example | http://proxy:8080 | severa.example | proxy:8080",
                "https://localhost:8443 | http://proxy:8080 | '' | none",
                "http://api.severa.example | http://proxy:8080 | '' | none"
            })
    void theEnvironmentNamesTheProxyAndWhatGoesWithoutIt(String url, String proxy, String without, String expected) {
        Route.Proxy found = Route.ofEnvironment(URI.create(url), Map.of("HTTPS_PROXY", proxy, "NO_PROXY", without));
        assertThat(found == null ? null : found.toString()).isEqualTo(expected);
        if (found != null && proxy.contains("@")) {
            assertThat(found.password()).isEqualTo("p@ss");
        }
    }

    @Test
    void anAddressOfAProxyThatIsNoneIsNamedWithoutItsPassword() {
        assertThatThrownBy(() -> Route.ofEnvironment(
                        URI.create("https://a.example"), Map.of("https_proxy", "http://u:hemmelig@:x y")))
                .isInstanceOf(WrongSetUp.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("hemmelig");
    }
}
