package io.severabridge.erp;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.severabridge.company.Company;
import io.severabridge.erp.statement.RowStatements;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.Use;
import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.failure.FullDisk;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.jdbc.EmbeddedFile;
import io.severabridge.jdbc.Login;
import io.severabridge.jdbc.Urls;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The ERP's database of one company. */
public final class ErpDatabase implements ErpAccess, AutoCloseable {
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

    public DataSource dataSource() {
        return dataSource;
    }

    public boolean embedded() {
        return embedded;
    }

    @Override
    public <R extends Record> List<R> rows(Statement statement, Class<R> type, Map<String, ?> parameters) {
        return query(statement, new RecordRows<>(type), parameters);
    }

    /** What a statement reads, row by row. */
    public <T> List<T> query(Statement statement, RowMapper<T> mapper, Map<String, ?> parameters) {
        try {
            return retries.call(() -> jdbc.query(statement.sql(), parameters, mapper));
        } catch (DataAccessException e) {
            throw failure(statement.name(), e);
        }
    }

    /** The columns of the row with {@code @key}, by name in small letters; empty where there is no such row. */
    public Map<String, Object> template(Statement statement, long key) {
        Map<String, Object> found = new HashMap<>();
        jdbc.queryForList(statement.sql(), Map.of("key", key))
                .forEach(row -> row.forEach((name, value) -> {
                    @Nullable Object given = value;
                    if (given != null) {
                        found.put(name.toLowerCase(Locale.ROOT), given);
                    }
                }));
        return found;
    }

    @Override
    public <R extends Record> List<R> page(
            RowStatements rows, boolean first, Class<R> type, Map<String, ?> parameters) {
        return rows(first ? rows.first() : rows.next(), type, parameters);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void write(WriteStatement statement, List<? extends Map<String, ?>> rows) {
        Map<String, ?>[] batch = rows.toArray(Map[]::new);
        String sql = statement.update(statement.parameters(), columnsOf(statement));
        try {
            retries.call(() -> transaction.execute(status -> jdbc.batchUpdate(sql, batch)));
        } catch (DataAccessException | TransactionException e) {
            if (FullDisk.isBehind(e)) {
                throw failure(statement.name(), e);
            }
            throw Retries.passing(e) ? failure(statement.name(), e) : new Refused(reason(e), e);
        }
    }

    @Override
    public <T> T inTransaction(Function<ErpWrite, T> work) {
        ErpWrite write = new JdbcWrite(this);
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

    NamedParameterJdbcTemplate jdbc() {
        return jdbc;
    }

    @Override
    public String holds(Use use) {
        Map<String, Columns.Column> table = columns().of(use.physicalTable());
        Columns.Column column = table == null ? null : table.get(use.physicalColumn());
        Schema.Family family = column == null ? null : Schema.Family.of(column.type());
        return family != null ? family.word() : column == null ? "" : column.type();
    }

    /** The columns of a statement's table as the database calls them, by their names in any case. */
    Map<String, String> columnsOf(WriteStatement statement) {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Objects.requireNonNull(columns().of(statement.physicalTable()), statement.name() + ": no table")
                .values()
                .forEach(column -> names.put(column.name(), column.name()));
        return names;
    }

    @Override
    public ColumnChecks columnChecks() {
        return new ColumnChecks(this);
    }

    /** What tables and columns it has, read once. */
    synchronized Columns columns() {
        Columns known = columns;
        if (known == null) {
            known = asked(
                    "the list of its columns", () -> new Columns(JdbcClient.create(dataSource), embedded, schema));
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

    /** An embedded database is taken for a Western European one. */
    @Override
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
