package io.severabridge.store.database;

import io.severabridge.failure.FullDisk;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.file.OwnerOnly;
import io.severabridge.jdbc.EmbeddedFile;
import io.severabridge.jdbc.Login;
import io.severabridge.jdbc.Urls;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Brings an embedded database in a file to this program's version, on a copy that takes the file's place when it is whole. H2
 * cannot undo the making of a table: a program that is killed, or that finds the disk full, between two of them would leave
 * a database behind that no later start could use.
 */
final class FileMigration {
    private static final Logger LOG = LoggerFactory.getLogger(FileMigration.class);

    private final Login login;
    private final EmbeddedFile files;
    private final Path file;

    FileMigration(Login login, EmbeddedFile files) {
        this.login = login;
        this.files = files;
        this.file = files.database();
    }

    /**
     * Makes the file, or brings it to this version.
     *
     * @throws Unavailable if another process uses it, or the disk has no room for the copy
     */
    void run() {
        Path lockFile = files.sibling(".migration.lock");
        try {
            OwnerOnly.file(lockFile);
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                LOG.debug("the bridge database is brought to this version under {}", lock);
                underLock();
            }
            Files.deleteIfExists(lockFile);
        } catch (IOException e) {
            if (FullDisk.isBehind(e)) {
                throw FullDisk.of("the bridge database's file " + file, e);
            }
            throw new Unavailable(
                    "the bridge database's file cannot be written (bridge-database.jdbc-url): " + e.getMessage(), e);
        }
    }

    private void underLock() throws IOException {
        Path copy = files.sibling(".migrating.mv.db");
        Files.deleteIfExists(copy);
        OwnerOnly.file(copy);
        if (Files.exists(file)) {
            try (Connection alone = alone();
                    OutputStream to = Files.newOutputStream(copy)) {
                Files.copy(file, to);
                LOG.debug("copied by {}", alone);
            } catch (SQLException e) {
                throw new Unavailable(
                        "another process uses the bridge database, which has to be brought to this program's version"
                                + " first: try again when it has ended",
                        e);
            }
        }
        String copyUrl = Urls.alone(login.url()).replaceFirst("^(jdbc:h2:[^;]*)", "$1.migrating");
        try {
            Migrations.of(new DriverManagerDataSource(copyUrl, login.username(), login.password()))
                    .migrate();
        } catch (FlywayException e) {
            Files.deleteIfExists(copy);
            if (FullDisk.isBehind(e)) {
                throw FullDisk.of("the bridge database's file " + file, e);
            }
            throw new WrongSetUp(
                    "the bridge database cannot be brought to this program's version: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The database for this process only. */
    private Connection alone() throws SQLException {
        Connection connection = new Login(Urls.alone(login.url()), login.username(), login.password()).connect();
        try (Statement statement = connection.createStatement();
                ResultSet sessions = statement.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS")) {
            if (sessions.next() && sessions.getInt(1) == 1) {
                return connection;
            }
        }
        connection.close();
        throw new SQLException("another connection is open");
    }
}
