package io.severabridge.severa;

import io.severabridge.failure.WrongSetUp;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies between this machine and Severa.
 *
 * @param proxy null for none
 * @param trustStore certificates that are trusted beside those of Java; null for none
 */
public record Route(@Nullable Proxy proxy, @Nullable Path trustStore, String trustStorePassword) {
    /** Straight, trusting what Java trusts. */
    public static final Route STRAIGHT = new Route(null, null, "");

    /** A proxy, and who may use it; an empty user for everybody. */
    public record Proxy(String host, int port, String username, String password) {
        /**
         * That of an address such as {@code http://user:password@proxy:8080}.
         *
         * @param where what names it, for messages
         */
        static Proxy of(String address, String where) {
            try {
                URI uri = URI.create(address.contains("://") ? address : "http://" + address);
                String[] user = uri.getRawUserInfo() == null
                        ? new String[] {"", ""}
                        : (uri.getRawUserInfo() + ":").split(":", -1);
                if (uri.getHost() != null) {
                    return new Proxy(
                            uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort(), decoded(user[0]), decoded(user[1]));
                }
            } catch (IllegalArgumentException e) {
                // said below, without the address: it may hold a password
            }
            throw new WrongSetUp(where + " is no address such as http://proxy.example:8080");
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** The proxy that the environment names for an address (HTTPS_PROXY or HTTP_PROXY, NO_PROXY); null for none. */
    public static @Nullable Proxy ofEnvironment(URI address, Map<String, String> environment) {
        String name = "https".equals(address.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
        String value = variable(environment, name);
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        boolean near = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        boolean without = Arrays.stream(variable(environment, "NO_PROXY").split(",", 0))
                .map(part -> part.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^\\*?\\.", "")
                        .replaceFirst(":\\d+$", ""))
                .filter(part -> !part.isEmpty())
                .anyMatch(part -> part.equals("*") || host.equals(part) || host.endsWith("." + part));
        return value.isBlank() || near || without ? null : Proxy.of(value.strip(), name);
    }

    private static String variable(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
    }

    /** Java refuses to tell a proxy user and password on the way to https unless this is set before its first call. */
    public static void allowPasswords() {
        for (String what : new String[] {"tunneling", "proxying"}) {
            String setting = "jdk.http.auth." + what + ".disabledSchemes";
            if (System.getProperty(setting) == null) {
                System.setProperty(setting, "");
            }
        }
    }

    HttpClient.Builder lead(HttpClient.Builder builder, Trust trust) {
        builder.sslContext(trust.context());
        Proxy by = proxy;
        if (by != null) {
            builder.proxy(ProxySelector.of(new InetSocketAddress(by.host(), by.port())));
            if (!by.username().isEmpty()) {
                builder.authenticator(new Authenticator() {
                    @Override
                    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                        return getRequestorType() == RequestorType.PROXY
                                ? new PasswordAuthentication(
                                        by.username(), by.password().toCharArray())
                                : null;
                    }
                });
            }
        }
        return builder;
    }

    @Override
    public String toString() {
        return "Route[" + proxy + ", " + trustStore + "]";
    }
}
