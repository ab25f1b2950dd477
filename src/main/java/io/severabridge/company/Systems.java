package io.severabridge.company;

import static io.severabridge.company.SettingType.BOOLEAN;
import static io.severabridge.company.SettingType.IDENTIFIER;
import static io.severabridge.company.SettingType.PASSWORD;
import static io.severabridge.company.SettingType.POSITIVE;
import static io.severabridge.company.SettingType.TEXT;

import io.severabridge.company.Company.BridgeDatabase;
import io.severabridge.company.Company.Erp;
import io.severabridge.company.Company.Network;
import io.severabridge.company.Company.PatchValues;
import io.severabridge.company.Company.Proxy;
import io.severabridge.company.Company.Severa;
import io.severabridge.jdbc.Urls;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads how the two systems and our own database are reached. */
final class Systems {
    private final Path folder;
    private final SettingType<String> system;

    /**
     * Reads systems.
     *
     * @param folder what relative paths of databases are counted from
     * @param erps the ERPs that there are
     */
    Systems(Path folder, List<String> erps) {
        this.folder = folder;
        SettingType<String> known = SettingType.oneOf(erps.toArray(String[]::new));
        system = known.expecting(known.expected() + " (this version does not support visma-global)");
    }

    Erp erp(Section erp) {
        return new Erp(
                erp.required("system", system),
                address(erp),
                erp.required("username", TEXT),
                erp.required("password", PASSWORD),
                erp.get("schema", IDENTIFIER, "dbo"),
                erp.get("home-currency", SettingType.CURRENCY, "NOK"),
                erp.get("home-country", SettingType.COUNTRY, "NO"),
                erp.get("language-no", POSITIVE, 47),
                erp.get("change-user", SettingType.CHANGE_USER, "BRIDGE"),
                erp.map("columns", SettingType.TABLE_OR_COLUMN, IDENTIFIER, Map.of()));
    }

    /** The folder of the company file, so that each command finds the same database, wherever it is started. */
    private String address(Section section) {
        String written = jdbcUrl(section);
        String url = Urls.below(folder, written);
        Path file = Urls.file(url);
        Path before = Urls.file(written);
        if (file != null && before != null && !Files.exists(file) && Files.exists(before)) {
            section.refuse(
                    "jdbc-url",
                    "is counted from the folder of this file: there is no database " + file + ", but one in "
                            + before.toAbsolutePath().normalize() + "; move it, or write its whole path");
        }
        return url;
    }

    static Severa severa(Section severa) {
        Duration readTimeout = severa.get("read-timeout", SettingType.TIMEOUT, Duration.ofSeconds(60));
        URI baseUrl = severa.required("base-url", SettingType.BASE_URL);
        boolean plain = severa.get("allow-plain-http", BOOLEAN, false);
        if ("http".equals(baseUrl.getScheme()) && !plain && !SettingType.isLoopback(baseUrl)) {
            severa.refuse(
                    "base-url",
                    "begins with http://: secret and data would go over the network where everybody can read them; use https://,"
                            + " or set severa.allow-plain-http: true");
        }
        return new Severa(
                baseUrl,
                severa.required("client-id", TEXT),
                severa.required("client-secret", SettingType.SECRET),
                severa.get("requests-per-second", POSITIVE, 10),
                severa.get("max-in-flight", SettingType.integer(1, 64), 8),
                severa.get("connect-timeout", SettingType.TIMEOUT, Duration.ofSeconds(10)),
                readTimeout,
                severa.get("doubt-delay", SettingType.DURATION, readTimeout),
                severa.get("overlap", SettingType.DURATION, Duration.ofSeconds(5)),
                severa.get("patch-values", SettingType.word(PatchValues.class), PatchValues.JSON),
                new Network(
                        severa.optionalSection("proxy", Systems::proxy),
                        severa.optional("trust-store", TEXT),
                        severa.get("trust-store-password", PASSWORD, new Secret(""))));
    }

    private static Proxy proxy(Section proxy) {
        return new Proxy(
                proxy.required("host", SettingType.HOST),
                proxy.required("port", SettingType.integer(1, 65_535)),
                proxy.get("username", SettingType.ANY_TEXT, ""),
                proxy.get("password", PASSWORD, new Secret("")));
    }

    private static String jdbcUrl(Section database) {
        String url = database.required("jdbc-url", SettingType.JDBC_URL);
        List<String> acting = Urls.actingSettings(url);
        if (!acting.isEmpty()) {
            database.refuse(
                    "jdbc-url",
                    "an embedded database's address may not set " + String.join(", ", acting)
                            + ", which could run or write something when it is opened; it may set "
                            + String.join(", ", Urls.QUIET_SETTINGS));
        }
        return url;
    }

    BridgeDatabase bridgeDatabase(Section bridge, Erp erp) {
        String jdbcUrl = address(bridge);
        if (!jdbcUrl.isEmpty() && jdbcUrl.equals(erp.jdbcUrl())) {
            bridge.refuse("jdbc-url", "is also erp.jdbc-url: our own tables need a database of their own");
        }
        return new BridgeDatabase(
                jdbcUrl, bridge.get("username", TEXT, "sa"), bridge.get("password", PASSWORD, new Secret("")));
    }
}
