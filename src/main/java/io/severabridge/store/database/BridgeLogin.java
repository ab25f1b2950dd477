package io.severabridge.store.database;

import io.severabridge.company.Company;
import io.severabridge.failure.FullDisk;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.jdbc.EmbeddedFile;
import io.severabridge.jdbc.Login;
import io.severabridge.jdbc.Urls;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Connects with our own database, or tells people why that cannot be. */
public final class BridgeLogin {
    /** H2 opens such a file never: damaged (90030), of another version or no database at all (90048, 50000, 90031). */
    private static final Set<Integer> DAMAGED = Set.of(90030, 90048, 50000, 90031);

    private static final String RESTORE =
            ": put back a copy of it that is whole. Only if there is none, delete it: a new"
                    + " one is made, and each record finds its counterpart by GUID field or number";

    private BridgeLogin() {}

    /** {@link WrongSetUp} for a file that can never be opened. */
    static Login of(Company.BridgeDatabase settings) {
        String url = Urls.embedded(settings.jdbcUrl());
        EmbeddedFile file = EmbeddedFile.of(url);
        try {
            if (file != null && Files.exists(file.database()) && Files.size(file.database()) == 0) {
                throw new WrongSetUp("the bridge database's file " + file.database() + " is empty" + RESTORE);
            }
        } catch (IOException e) {
            throw new Unavailable("the bridge database's file cannot be read: " + e.getMessage(), e);
        }
        return Login.of(url, settings.username(), settings.password().reveal());
    }

    /** Null where nobody has made it yet. */
    public static @Nullable Connection ifPresent(Company.BridgeDatabase settings) {
        EmbeddedFile file = EmbeddedFile.of(Urls.embedded(settings.jdbcUrl()));
        return file != null && !Files.exists(file.database()) ? null : connect(of(settings));
    }

    /**
     * Connects.
     *
     * @throws WrongSetUp if the login is refused, or the file is damaged
     * @throws Unavailable if the database cannot be reached
     */
    static Connection connect(Login login) {
        DriverManager.setLoginTimeout(15);
        try {
            return login.connect();
        } catch (SQLException e) {
            throw failure(e, login);
        }
    }

    /** What is said of a full disk, whatever found it. */
    static Unavailable full(Throwable thrown) {
        return FullDisk.of("the bridge database (bridge-database.jdbc-url)", thrown);
    }

    private static RuntimeException failure(SQLException thrown, Login login) {
        SQLException cause = thrown.getCause() instanceof SQLException inner ? inner : thrown;
        String state = String.valueOf(cause.getSQLState());
        if (state.startsWith("28") || state.equals("S0001")) {
            return new WrongSetUp(
                    "the bridge database refuses the login: check bridge-database.username and password", thrown);
        }
        EmbeddedFile file = EmbeddedFile.of(login.url());
        if (FullDisk.isBehind(thrown)) {
            return full(thrown);
        }
        if (file != null && DAMAGED.contains(thrown.getErrorCode())) {
            return new WrongSetUp("the bridge database's file " + file.database() + " is damaged" + RESTORE, thrown);
        }
        return new Unavailable(
                "no connection to the bridge database (bridge-database.jdbc-url): "
                        + String.valueOf((thrown.getCause() == null ? thrown : thrown.getCause()).getMessage())
                                .lines()
                                .findFirst()
                                .orElse(""),
                thrown);
    }
}
