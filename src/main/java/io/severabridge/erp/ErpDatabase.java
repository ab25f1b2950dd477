package io.severabridge.erp;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.severabridge.company.Company;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.Use;
import io.severabridge.failure.FullDisk;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.jdbc.EmbeddedFile;
import io.severabridge.jdbc.Login;
import io.severabridge.jdbc.Urls;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The ERP's database of one company. */
public final class ErpDatabase implements AutoCloseable {
    private final DataSource dataSource;
    private final AutoCloseable pool;
    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final boolean embedded;
    private final Retries retries = new Retries();
    private final String schema;
    private @Nullable Columns columns;
    private @Nullable CodePage codePage;

    ErpDatabase(DataSource dataSource, AutoCloseable pool, boolean embedded, String schema) {
        this.schema = schema;
        this.dataSource = dataSource;
        this.pool = pool;
        this.embedded = embedded;
        jdbc = new NamedParameterJdbcTemplate(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /**
     * Connects to one that is there: where an embedded one has no file nothing is made, because the address names a wrong place.
     *
     * @throws io.severabridge.failure.WrongSetUp if there is none, or the login is refused
     * @throws Unavailable if the server cannot be reached
     */
    public static ErpDatabase existing(Company.Erp erp) {
        refuseMissing(erp);
        return open(erp);
    }

    /** Says that an embedded database has no file, or an empty one, before anything is made. */
    public static void refuseMissing(Company.Erp erp) {
        EmbeddedFile file = EmbeddedFile.of(Urls.embedded(erp.jdbcUrl()));
        if (file != null && !file.holdsAnything()) {
            throw new WrongSetUp("there is no ERP database in " + file.database()
                    + ": check erp.jdbc-url; only demo and erp load-csv make one");
        }
    }

    /**
     * Connects, and makes an embedded database that is not there.
     *
     * @throws io.severabridge.failure.WrongSetUp if the login is refused or there is no such database
     * @throws Unavailable if the server cannot be reached
     */
    public static ErpDatabase open(Company.Erp erp) {
        String url = JdbcUrl.complete(erp.jdbcUrl(), erp.schema());
        Login login = Login.of(url, erp.username(), erp.password().reveal());
        login.makeFile();
        Connecting.check(login, erp);
        HikariConfig config = new HikariConfig();
        config.setPoolName("erp");
        config.setJdbcUrl(url);
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(15_000);
        HikariDataSource pool = new HikariDataSource(config);
        login.restrictFiles();
        return new ErpDatabase(pool, pool, Urls.isEmbedded(erp.jdbcUrl()), erp.schema());
    }

    /** A copy holds the characters that its original can. */
    synchronized ErpDatabase withCodePage(CodePage page) {
        codePage = page;
        return this;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public boolean embedded() {
        return embedded;
    }

    /** The rows that a statement reads, as records whose components are its column aliases. */
    public <R extends Record> List<R> rows(Statement statement, Class<R> type, Map<String, ?> parameters) {
        try {
            return retries.call(() -> jdbc.query(statement.sql(), parameters, new RecordRows<>(type)));
        } catch (DataAccessException e) {
            throw failure(statement.name(), e);
        }
    }

    /**
     * Runs a statement once for each of the rows, in one transaction, which is tried again after a deadlock or a lock
     * time-out.
     *
     * @throws Unavailable if it cannot be done now
     * @throws Refused if the database takes one of the rows never
     */
    @SuppressWarnings("unchecked")
    public void write(Statement statement, List<? extends Map<String, ?>> rows) {
        Map<String, ?>[] batch = rows.toArray(Map[]::new);
        try {
            retries.call(() -> transaction.execute(status -> jdbc.batchUpdate(statement.sql(), batch)));
        } catch (DataAccessException | TransactionException e) {
            if (FullDisk.isBehind(e)) {
                throw failure(statement.name(), e);
            }
            throw Retries.passing(e) ? failure(statement.name(), e) : new Refused(reason(e), e);
        }
    }

    /**
     * Does the work in one transaction, which is tried again as a whole after a deadlock, a lock time-out or a key that
     * somebody else has just taken.
     *
     * @throws Unavailable if it cannot be done now
     * @throws Refused if the database takes a value or row never
     */
    public <T> T inTransaction(Function<ErpWrite, T> work) {
        ErpWrite write = new ErpWrite(this);
        try {
            return Objects.requireNonNull(
                    retries.callWithNewKeys(() -> transaction.execute(status -> work.apply(write))),
                    "a transaction's result");
        } catch (DataAccessException | TransactionException e) {
            if (FullDisk.isBehind(e)) {
                throw failure("a transaction", e);
            }
            if (Retries.passing(e)) {
                throw new Unavailable("the ERP database does not carry out a transaction now: " + reason(e), e);
            }
            throw new Refused(reason(e), e);
        }
    }

    /** The database takes a value or a row never: a constraint, a trigger, a missing permission. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    NamedParameterJdbcTemplate jdbc() {
        return jdbc;
    }

    /** What a column holds, in a word such as {@code text}; empty where there is none. */
    public String holds(Use use) {
        Map<String, Columns.Column> table = columns().of(use.physicalTable());
        Columns.Column column = table == null ? null : table.get(use.physicalColumn());
        Schema.Family family = column == null ? null : Schema.Family.of(column.type());
        return family != null ? family.word() : column == null ? "" : column.type();
    }

    /** What tables and columns it has, read once. */
    synchronized Columns columns() {
        Columns known = columns;
        if (known == null) {
            known = asked("the list of its columns", () -> new Columns(JdbcClient.create(dataSource), schema));
            columns = known;
        }
        return known;
    }

    /** What reads asks for no value that could be wrong: the database lacks something, or the login may not. */
    private static RuntimeException failure(String statement, RuntimeException e) {
        if (FullDisk.isBehind(e)) {
            return FullDisk.of("the ERP database (erp.jdbc-url)", e);
        }
        return Retries.passing(e)
                ? new Unavailable("the ERP database does not carry out " + statement + " now: " + reason(e), e)
                : new WrongSetUp(
                        "the ERP database refuses " + statement + ": " + reason(e)
                                + "; check the permissions of erp.username, and erp.columns",
                        e);
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    /** The characters that its text can hold; an embedded database is taken for a Western European one. */
    public synchronized CodePage codePage() {
        CodePage known = codePage;
        if (known == null) {
            known = asked("its code page", this::askedCodePage);
            codePage = known;
        }
        return known;
    }

    private static <T> T asked(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException e) {
            throw failure(what, e);
        }
    }

    private CodePage askedCodePage() {
        if (embedded) {
            return new CodePage(Charset.forName("windows-1252"));
        }
        Integer number = jdbc.getJdbcOperations()
                .queryForObject(
                        "SELECT CAST(COLLATIONPROPERTY(CAST(DATABASEPROPERTYEX(DB_NAME(), 'Collation')"
                                + " AS NVARCHAR(128)), 'CodePage') AS INT)",
                        Integer.class);
        return CodePage.numbered(number == null ? 0 : number);
    }

    @Override
    public void close() {
        try {
            pool.close();
        } catch (Exception e) {
            throw new IllegalStateException("the pool cannot be closed", e);
        }
    }
}
