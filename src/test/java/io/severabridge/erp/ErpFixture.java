package io.severabridge.erp;

import io.severabridge.company.Company;
import io.severabridge.company.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;

/**
 * Empty ERP databases to test with: H2 always, SQL Server where {@code BRIDGE_TEST_SQLSERVER_URL} holds an address with user
 * and password, of a login that may create databases.
 */
public final class ErpFixture {
    private static final String SERVER = Objects.requireNonNullElse(System.getenv("BRIDGE_TEST_SQLSERVER_URL"), "");

    private ErpFixture() {}

    /** The kinds that are there; a message where SQL Server is not. */
    public static Stream<String> kinds() {
        if (SERVER.isEmpty()) {
            System.err.println("BRIDGE_TEST_SQLSERVER_URL is not set: not tested on SQL Server");
            return Stream.of("h2");
        }
        return Stream.of("h2", "sqlserver");
    }

    /** A company whose ERP is a new database; the kind {@code stand-in} is a server to the product, whatever is set. */
    public static Company company(String kind) {
        return company(kind, "visma-business");
    }

    /** The same of another ERP. */
    public static Company company(String kind, String system) {
        String name = "bridge_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        return switch (kind) {
            case "h2" -> read(system, "jdbc:h2:mem:" + name, "sa", "");
            case "stand-in" -> read(system, standIn(name), "sa", "");
            default -> read(system, created(name), property("user"), property("password"));
        };
    }

    /** A database in memory holds its memory until it is shut down; any other address is left alone. */
    public static void forget(String url) {
        String memory = url.replace(StandInServer.PREFIX, "jdbc:h2:mem:");
        if (!memory.startsWith("jdbc:h2:mem:")) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(memory + ";IFEXISTS=TRUE", "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String standIn(String name) {
        try {
            StandInServer.create(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return StandInServer.PREFIX + name;
    }

    private static String created(String name) {
        try (Connection connection = DriverManager.getConnection(SERVER);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String plain = Arrays.stream(SERVER.split(";", -1))
                .filter(part -> !part.toLowerCase(Locale.ROOT).matches("(user|password|databasename)=.*"))
                .collect(Collectors.joining(";"));
        return plain + ";databaseName=" + name;
    }

    /** User and password stand in the address: a company file has them apart. */
    private static String property(String name) {
        return Arrays.stream(SERVER.split(";", -1))
                .filter(part -> part.toLowerCase(Locale.ROOT).startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static Company read(String system, String url, String user, String password) {
        try {
            Path file = Files.createTempFile("erp", ".yml");
            Files.writeString(file, """
                    company: fixture
                    erp: { system: SYSTEM, jdbc-url: "URL", username: "USER", password: "PASSWORD" }
                    severa: { base-url: "http://localhost/api", client-id: a, client-secret: b }
                    bridge-database: { jdbc-url: "jdbc:h2:mem:bridge" }
                    business-units: { unit: 1, guid-field: Inf7, exclude: { group: 1, value: 1 } }
                    users: { guid-field: Inf7 }
                    products: { guid-field: Inf7 }
                    customers: { guid-field: Inf8 }
                    billing-address: { guid-field: Inf6 }
                    projects: { unit: 2, guid-field: Inf7 }
                    work-hours: {}
                    costs: { voucher-types: [21, 22] }
                    invoices: { guid-field: Inf6, default-product: D900 }
                    """.replace("SYSTEM", system)
                    .replace("URL", url)
                    .replace("USER", user)
                    .replace("PASSWORD", password));
            return SettingsFile.read(file, Map.of(), List.of(system));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
