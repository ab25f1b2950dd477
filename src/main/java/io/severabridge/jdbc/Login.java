package io.severabridge.jdbc;

import io.severabridge.failure.FullDisk;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who opens a database, and with which password. An embedded database in a file whose company file names no password has one of its
 * own, kept in a file beside it that its owner alone can read: an embedded database lets whoever is logged in run any program.
 */
public record Login(String url, String username, String password) {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    /** What H2 says to a wrong user or password. */
    private static final int WRONG_LOGIN = 28000;

    /**
     * Finds the password of an embedded database in a file, makes one for a new database, and gives one to a database that an
     * earlier version left without. All other logins are as configured.
     *
     * @param url as {@link Urls#embedded} has completed it
     * @param password empty where none is configured
     * @throws WrongSetUp if the file with the password is missing, or may not be read or written
     */
    public static Login of(String url, String username, String password) {
        EmbeddedFile database = EmbeddedFile.of(url);
        if (database == null) {
            return new Login(url, username, password);
        }
        try {
            database.restrict();
            if (!password.isEmpty()) {
                return new Login(url, username, password);
            }
            if (!Files.exists(database.database()) || Files.size(database.database()) == 0) {
                return new Login(url, username, keptOrNew(database.password()));
            }
            return ofPresent(database, url, username);
        } catch (AccessDeniedException e) {
            throw new WrongSetUp("no permission to read and write " + e.getFile(), e);
        } catch (IOException e) {
            if (FullDisk.isBehind(e)) {
                throw FullDisk.of("the database's file " + database.database(), e);
            }
            throw new Unavailable("the password of an embedded database cannot be kept: " + e.getMessage(), e);
        }
    }

    private static Login ofPresent(EmbeddedFile database, String url, String username) throws IOException {
        Path file = database.password();
        Login kept = Files.exists(file) ? new Login(url, username, keptOrNew(file)) : null;
        if (kept != null && !kept.isRefused()) {
            return kept;
        }
        Login before = new Login(url, username, "");
        if (before.isRefused()) {
            throw new WrongSetUp(
                    kept == null
                            ? "the file " + file + " with the database's password is missing: put it back from where "
                                    + database.database() + " came from"
                            : "the database " + database.database() + " does not take the password in " + file
                                    + ": both must come from one copy");
        }
        return before.takenOver(kept == null ? new Login(url, username, keptOrNew(file)) : kept);
    }

    /** Another process may go on with the empty password: the next start finds the database alone. */
    private Login takenOver(Login due) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet sessions = statement.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS")) {
                if (!sessions.next() || sessions.getInt(1) > 1) {
                    return this;
                }
            }
            String user;
            try (ResultSet name = statement.executeQuery("SELECT CURRENT_USER")) {
                name.next();
                user = name.getString(1);
            }
            statement.execute(
                    "ALTER USER \"" + user.replace("\"", "\"\"") + "\" SET PASSWORD '" + due.password() + "'");
            LOG.info("an embedded database had no password: it has one now, in a file beside it");
            return due;
        } catch (SQLException e) {
            // What is wrong with it is said where it is opened for work.
            LOG.debug("the database keeps its empty password", e);
            return this;
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Makes the empty file of a new embedded database, which would otherwise get the modes that are usual for the process. */
    public void makeFile() {
        EmbeddedFile database = EmbeddedFile.of(url);
        if (database == null
                || Files.exists(database.database())
                || url.matches("(?i).*;(IFEXISTS|FORBID_CREATION)=.*")) {
            return;
        }
        try {
            OwnerOnly.file(database.database());
        } catch (IOException e) {
            throw new Unavailable("the file " + database.database() + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Takes the files that the open database has made beside its own from everybody else. */
    public void restrictFiles() {
        EmbeddedFile database = EmbeddedFile.of(url);
        if (database != null) {
            try {
                database.restrictFiles();
            } catch (IOException e) {
                LOG.warn("others may be able to read the files beside {}: {}", database.database(), e.getMessage());
            }
        }
    }

    /** Only a refusal of user or password counts: everything else is said where the database is opened for work. */
    private boolean isRefused() {
        try (Connection connection = connect()) {
            return connection == null;
        } catch (SQLException e) {
            LOG.debug("the database does not open", e);
            return e.getErrorCode() == WRONG_LOGIN;
        }
    }

    /** Two processes that start at once end with the same. */
    private static String keptOrNew(Path file) throws IOException {
        String kept = kept(file);
        if (kept != null) {
            return kept;
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        Path whole = Files.createTempFile(file.getParent(), String.valueOf(file.getFileName()), ".new");
        OwnerOnly.write(whole, HexFormat.of().formatHex(bytes) + "\n");
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another process has just written {}", file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(whole);
        String made = kept(file);
        if (made == null) {
            throw new IOException(file + " is empty");
        }
        return made;
    }

    private static @Nullable String kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        String text = Files.readString(file).strip();
        return text.isEmpty() ? null : text;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Login[" + username + "]";
    }
}
