package io.severabridge.bridge;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.severabridge.company.Company;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.jdbc.Urls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Our own database, at the version that this program knows. Never the ERP's. */
public final class BridgeDatabase implements AutoCloseable {
    private final HikariDataSource dataSource;
    private final PlatformTransactionManager transactionManager;
    private final TransactionTemplate ownTransaction;
    private final JdbcClient jdbc;

    private final boolean embedded;
    private final long sizeBefore;

    private BridgeDatabase(HikariDataSource dataSource, boolean embedded) {
        this.embedded = embedded;
        this.sizeBefore = embedded ? Compaction.fileSize(new JdbcTemplate(dataSource)) : 0;
        this.dataSource = dataSource;
        transactionManager = new JdbcTransactionManager(dataSource);
        ownTransaction = new TransactionTemplate(transactionManager);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Connects, and brings the tables to this program's version.
     *
     * @throws WrongSetUp if the login is refused or the database holds something else
     * @throws Unavailable if it cannot be reached
     */
    public static BridgeDatabase open(Company.BridgeDatabase settings) {
        String url = Urls.embedded(settings.jdbcUrl());
        Path file = Urls.file(url);
        if (file != null && !Files.exists(file)) {
            new FileMigration(settings, url, file).run();
        }
        connect(url, settings);
        HikariDataSource dataSource = pool(url, settings);
        try {
            if (file != null && Migrations.of(dataSource).info().pending().length > 0) {
                dataSource.close();
                new FileMigration(settings, url, file).run();
                dataSource = pool(url, settings);
            }
            Migrations.of(dataSource).migrate();
            return new BridgeDatabase(dataSource, Urls.isEmbedded(settings.jdbcUrl()));
        } catch (FlywayException e) {
            dataSource.close();
            throw new WrongSetUp(
                    "the bridge database cannot be brought to this program's version: " + firstLine(e.getMessage()), e);
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    private static HikariDataSource pool(String url, Company.BridgeDatabase settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("bridge");
        config.setJdbcUrl(url);
        config.setUsername(settings.username());
        config.setPassword(settings.password().reveal());
        config.setMaximumPoolSize(6);
        config.setConnectionTimeout(15_000);
        return new HikariDataSource(config);
    }

    private static void connect(String url, Company.BridgeDatabase settings) {
        java.sql.DriverManager.setLoginTimeout(15);
        try (java.sql.Connection connection = java.sql.DriverManager.getConnection(
                url, settings.username(), settings.password().reveal())) {
            connection.isReadOnly();
        } catch (java.sql.SQLException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String state = cause instanceof java.sql.SQLException sql ? String.valueOf(sql.getSQLState()) : "";
            if (state.startsWith("28") || state.equals("S0001")) {
                throw new WrongSetUp(
                        "the bridge database refuses the login: check bridge-database.username and password", e);
            }
            throw new Unavailable(
                    "no connection to the bridge database (bridge-database.jdbc-url): " + firstLine(cause.getMessage()),
                    e);
        }
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public PlatformTransactionManager transactionManager() {
        return transactionManager;
    }

    /** Statements in the transaction that is under way, if there is one. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    NamedParameterJdbcTemplate batches() {
        return new NamedParameterJdbcTemplate(dataSource);
    }

    /** Does the work in a transaction of its own: what it wrote stays, whatever becomes of one under way. */
    public void atOnce(Runnable work) {
        ownTransaction.executeWithoutResult(status -> work.run());
    }

    /** The same for work that has a result. */
    public <T> T atOnce(Supplier<T> work) {
        T result = ownTransaction.execute(status -> work.get());
        return java.util.Objects.requireNonNull(result);
    }

    @Override
    public void close() {
        if (embedded) {
            Compaction.run(dataSource, sizeBefore);
        }
        dataSource.close();
    }
}
