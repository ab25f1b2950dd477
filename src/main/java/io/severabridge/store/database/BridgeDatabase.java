package io.severabridge.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.failure.FullDisk;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.jdbc.EmbeddedFile;
import io.severabridge.jdbc.Login;
import io.severabridge.jdbc.Urls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Our own database, at the version that this program knows. Never the ERP's. */
public final class BridgeDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeDatabase.class);

    private final HikariDataSource pool;
    private final DataSource dataSource;
    private final PlatformTransactionManager transactionManager;
    private final TransactionTemplate ownTransaction;
    private final TransactionTemplate noTransaction;
    private final JdbcClient jdbc;

    private final Login login;
    private final boolean embedded;
    private final long sizeBefore;

    private BridgeDatabase(HikariDataSource pool, Login login) {
        this.login = login;
        this.embedded = Urls.isEmbedded(login.url());
        this.sizeBefore = embedded ? Compaction.fileSize(new JdbcTemplate(pool)) : 0;
        this.pool = pool;
        // A transaction takes its connection with its first statement: one that only waits for its turn holds none.
        dataSource = new LazyConnectionDataSourceProxy(pool);
        transactionManager = new JdbcTransactionManager(dataSource);
        ownTransaction = new TransactionTemplate(transactionManager);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // Without synchronization, which would keep the first connection until the work has ended.
        JdbcTransactionManager none = new JdbcTransactionManager(dataSource);
        none.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        noTransaction = new TransactionTemplate(none);
        noTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Connects, and brings the tables to this program's version.
     *
     * @throws WrongSetUp if the login is refused or the database holds something else
     * @throws Unavailable if it cannot be reached
     */
    public static BridgeDatabase open(Company.BridgeDatabase settings) {
        return open(settings, true);
    }

    /** One in a folder for files that are thrown away, for this process alone. */
    public static BridgeDatabase temporary(Path folder) {
        return open(new Company.BridgeDatabase(Urls.temporary(folder, "bridge"), "sa", new Secret("")), false);
    }

    private static BridgeDatabase open(Company.BridgeDatabase settings, boolean kept) {
        Login login = BridgeLogin.of(settings);
        EmbeddedFile file = EmbeddedFile.of(login.url());
        boolean made = file != null && !Files.exists(file.database());
        if (file != null && made) {
            new FileMigration(login, file).run();
        }
        check(login);
        HikariDataSource dataSource = pool(login);
        try {
            if (file != null && Migrations.of(dataSource).info().pending().length > 0) {
                dataSource.close();
                new FileMigration(login, file).run();
                dataSource = pool(login);
            }
            made |= Migrations.of(dataSource).info().current() == null;
            Migrations.of(dataSource).migrate();
            if (made && kept) {
                LOG.info(
                        "the bridge database is new{}: it knows no link yet",
                        file == null ? "" : " (" + file.database() + ")");
            }
            return new BridgeDatabase(dataSource, login);
        } catch (FlywayException e) {
            dataSource.close();
            if (FullDisk.isBehind(e)) {
                throw BridgeLogin.full(e);
            }
            throw new WrongSetUp(
                    "the bridge database cannot be brought to this program's version: " + firstLine(e.getMessage()), e);
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    /**
     * Connects to one that a run has made; a command that only asks makes none.
     *
     * @throws WrongSetUp if there is none
     */
    public static BridgeDatabase existing(Company company) {
        Company.BridgeDatabase settings = company.bridgeDatabase();
        EmbeddedFile file = EmbeddedFile.of(Urls.embedded(settings.jdbcUrl()));
        if (file != null && !Files.exists(file.database())) {
            throw new WrongSetUp("company " + company.name() + " has no bridge database in " + file.database()
                    + ": no run has been made yet, or bridge-database.jdbc-url names another place");
        }
        Login login = BridgeLogin.of(settings);
        check(login);
        try (HikariDataSource dataSource = pool(login)) {
            if (Migrations.of(dataSource).info().current() == null) {
                throw new WrongSetUp("the bridge database of company " + company.name()
                        + " is empty: no run has been made yet, or bridge-database.jdbc-url names another one");
            }
        }
        return open(settings);
    }

    /** Without the pool, which would try again and again, and say less. */
    private static void check(Login login) {
        try (Connection connection = BridgeLogin.connect(login)) {
            connection.isReadOnly();
        } catch (SQLException e) {
            throw new Unavailable("the bridge database has closed its connection (bridge-database.jdbc-url)", e);
        }
    }

    private static HikariDataSource pool(Login login) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("bridge");
        config.setJdbcUrl(login.url());
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.setMaximumPoolSize(6);
        config.setConnectionTimeout(15_000);
        HikariDataSource pool = new HikariDataSource(config);
        login.restrictFiles();
        return pool;
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

    public NamedParameterJdbcTemplate batches() {
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

    /**
     * Does work that waits for Severa or for the ERP outside the transaction under way, which so holds neither a connection nor
     * a lock: each statement stands for itself, or in a transaction of its own ({@link #atOnce}).
     */
    public <T> T outside(Supplier<T> work) {
        T result = noTransaction.execute(status -> work.get());
        return java.util.Objects.requireNonNull(result);
    }

    @Override
    public void close() {
        if (embedded) {
            Compaction.run(pool, sizeBefore);
        }
        pool.close();
        // What has been made small is another file.
        login.restrictFiles();
    }
}
