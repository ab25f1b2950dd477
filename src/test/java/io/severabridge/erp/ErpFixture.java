package io.severabridge.erp;

import io.severabridge.company.Company;
import io.severabridge.company.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Empty ERP databases to test with: H2 always, SQL Server where {@code BRIDGE_TEST_SQLSERVER_URL} holds an address, with user
 * and password in {@code BRIDGE_TEST_SQLSERVER_USER} and {@code BRIDGE_TEST_SQLSERVER_PASSWORD}.
 */
public final class ErpFixture {
    private static final String SERVER = System.getenv("BRIDGE_TEST_SQLSERVER_URL");

    private ErpFixture() {}

    /** The kinds that are there; a message where SQL Server is not. */
    public static Stream<String> kinds() {
        if (SERVER == null) {
            System.err.println("BRIDGE_TEST_SQLSERVER_URL is not set: not tested on SQL Server");
            return Stream.of("h2");
        }
        return Stream.of("h2", "sqlserver");
    }

    /** A company whose ERP is a new database. */
    public static Company company(String kind) {
        String name = "bridge_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        return kind.equals("h2")
                ? read("jdbc:h2:mem:" + name, "sa", "")
                : read(created(name), environment("USER", "sa"), environment("PASSWORD", ""));
    }

    private static String created(String name) {
        try (Connection connection =
                        DriverManager.getConnection(SERVER, environment("USER", "sa"), environment("PASSWORD", ""));
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return SERVER + ";databaseName=" + name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String environment(String name, String byDefault) {
        String value = System.getenv("BRIDGE_TEST_SQLSERVER_" + name);
        return value == null ? byDefault : value;
    }

    private static Company read(String url, String user, String password) {
        try {
            Path file = Files.createTempFile("erp", ".yml");
            Files.writeString(
                    file, """
                    company: fixture
                    erp: { system: visma-business, jdbc-url: "URL", username: "USER", password: "PASSWORD" }
                    severa: { base-url: "http://localhost/api", client-id: a, client-secret: b }
                    bridge-database: { jdbc-url: "jdbc:h2:mem:bridge" }
                    business-units: { unit: 1, guid-field: Inf7, exclude: { group: 1, value: 1 } }
                    users: { guid-field: Inf7 }
                    products: { guid-field: Inf7 }
                    customers: { guid-field: Inf8 }
                    billing-address: { guid-field: Inf6 }
                    projects: { unit: 2, guid-field: Inf7 }
                    """.replace("URL", url).replace("USER", user).replace("PASSWORD", password));
            return SettingsFile.read(file, Map.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
