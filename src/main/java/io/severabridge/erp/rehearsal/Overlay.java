package io.severabridge.erp.rehearsal;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpSystem;
import io.severabridge.erp.statement.Names;
import io.severabridge.erp.statement.Use;
import io.severabridge.jdbc.Urls;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An embedded database with the ERP's tables, as far as statements use them, and with none of its rows at first: those that
 * would be added or changed, and what they are joined to.
 */
final class Overlay implements AutoCloseable {
    /** Where a row comes from: {@link #ADDED}, {@link #CHANGED} or {@link #BORROWED}. */
    static final String ORIGIN = "BridgeOrigin";

    /** Grows with each row that is added, borrowed or changed. */
    static final String ORDER = "BridgeOrder";

    static final String ADDED = "A";
    static final String CHANGED = "C";
    static final String BORROWED = "B";

    /** The next value of {@link #ORDER}. */
    static final String NEXT = "NEXT VALUE FOR [dbo].[BridgeOrders]";

    /** A text that is longer is unlimited. */
    private static final int LONGEST = 1_000_000;

    /** A table, with the columns that are used and its primary key, which is all of them where the ERP declares none. */
    record Table(String name, String quoted, List<Column> columns, List<Column> key) {}

    /** A column as INFORMATION_SCHEMA describes it. */
    record Column(String name, String type, int length, int precision, int scale, boolean needed) {
        String quoted() {
            return Names.quoted(name);
        }

        /** Its type in the embedded database. */
        String embeddedType() {
            return switch (type.toUpperCase(Locale.ROOT)) {
                case "VARCHAR", "CHAR", "NVARCHAR", "NCHAR", "TEXT", "CHARACTER", "CHARACTER VARYING" ->
                    length > 0 && length <= LONGEST ? "VARCHAR(" + length + ")" : "VARCHAR";
                case "DECIMAL", "NUMERIC" -> "DECIMAL(" + precision + ", " + scale + ")";
                case "MONEY", "SMALLMONEY" -> "DECIMAL(19, 4)";
                case "FLOAT", "REAL", "DOUBLE PRECISION" -> "DOUBLE PRECISION";
                // The embedded database's TINYINT ends at 127.
                case "TINYINT", "BIT" -> "SMALLINT";
                default -> type;
            };
        }
    }

    private final ErpDatabase original;
    private final String schema;
    private final ErpDatabase database;
    private final Map<String, Table> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Columns that were changed, by table; a table that rows were added to has an entry. Names in small letters. */
    private final Map<String, Set<String>> own = new ConcurrentHashMap<>();

    private Overlay(ErpDatabase original, String schema, ErpDatabase database) {
        this.original = original;
        this.schema = schema;
        this.database = database;
    }

    /**
     * Makes the tables.
     *
     * @param uses of all statements that will be run
     * @param folder for the database
     */
    static Overlay of(ErpDatabase original, ErpSystem system, Company.Erp erp, Collection<Use> uses, Path folder) {
        Company.Erp settings = new Company.Erp(
                erp.system(),
                Urls.temporary(folder, "erp"),
                "sa",
                new Secret(""),
                erp.schema(),
                erp.homeCurrency(),
                erp.homeCountry(),
                erp.languageNo(),
                erp.changeUser(),
                erp.columns());
        Overlay overlay = new Overlay(original, erp.schema(), ErpDatabase.open(settings));
        try {
            overlay.make(system, uses);
            return overlay;
        } catch (RuntimeException e) {
            overlay.close();
            throw e;
        }
    }

    private void make(ErpSystem system, Collection<Use> uses) {
        JdbcTemplate jdbc = jdbc();
        if (!original.embedded()) {
            // SQL Server compares as the ERP's collation says, by default without regard to case. A collation of the
            // whole
            // database keeps the columns' types, which a type of its own for such text would not.
            jdbc.execute("SET COLLATION ENGLISH STRENGTH SECONDARY");
        }
        jdbc.execute("CREATE SCHEMA IF NOT EXISTS [dbo]");
        jdbc.execute("CREATE SEQUENCE [dbo].[BridgeOrders]");
        Map<String, Set<String>> used = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        uses.forEach(
                use -> used.computeIfAbsent(use.physicalTable(), any -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
                        .add(use.physicalColumn()));
        used.forEach((name, columns) -> make(system, name, columns));
    }

    private void make(ErpSystem system, String name, Set<String> used) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> key = key(name);
        names.addAll(used);
        names.addAll(key);
        List<Column> columns = columns(name).stream()
                .filter(column -> names.contains(column.name()))
                .toList();
        List<Column> keyed = columns.stream()
                .filter(column -> key.stream().anyMatch(column.name()::equalsIgnoreCase))
                .toList();
        Table table = new Table(
                name, Names.quoted(schema) + "." + Names.quoted(name), columns, keyed.isEmpty() ? columns : keyed);
        tables.put(name, table);
        JdbcTemplate jdbc = jdbc();
        StringBuilder sql = new StringBuilder("CREATE TABLE " + table.quoted() + " (");
        columns.forEach(column -> sql.append(
                column.quoted() + " " + column.embeddedType() + (column.needed() ? " NOT NULL" : "") + ", "));
        sql.append(Names.quoted(ORIGIN) + " CHAR(1) DEFAULT '" + ADDED + "', ");
        sql.append(Names.quoted(ORDER) + " BIGINT DEFAULT " + NEXT);
        if (!keyed.isEmpty()) {
            sql.append(", PRIMARY KEY ("
                    + String.join(", ", keyed.stream().map(Column::quoted).toList()) + ")");
        }
        jdbc.execute(sql + ")");
        index(table, ORDER);
        columns.stream()
                .map(Column::name)
                .filter(column ->
                        keyed.isEmpty() || !column.equalsIgnoreCase(keyed.get(0).name()))
                .filter(system::isLookedUpBy)
                .forEach(column -> index(table, column));
    }

    private void index(Table table, String column) {
        jdbc().execute("CREATE INDEX " + Names.quoted("IX_" + table.name() + "_" + column) + " ON " + table.quoted()
                + " (" + Names.quoted(column) + ")");
    }

    private List<Column> columns(String table) {
        return JdbcClient.create(original.dataSource())
                .sql("SELECT COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE,"
                        + " IS_NULLABLE FROM INFORMATION_SCHEMA.COLUMNS WHERE LOWER(TABLE_SCHEMA) = LOWER(?)"
                        + " AND LOWER(TABLE_NAME) = LOWER(?) ORDER BY ORDINAL_POSITION")
                .params(schema, table)
                .query((row, number) -> new Column(
                        row.getString(1),
                        row.getString(2),
                        (int) Math.min(row.getLong(3), Integer.MAX_VALUE),
                        row.getInt(4),
                        row.getInt(5),
                        row.getString(6).equals("NO")))
                .list();
    }

    private List<String> key(String table) {
        return JdbcClient.create(original.dataSource())
                .sql("SELECT k.COLUMN_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c"
                        + " JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE k ON k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA"
                        + " AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME WHERE c.CONSTRAINT_TYPE = 'PRIMARY KEY'"
                        + " AND LOWER(c.TABLE_SCHEMA) = LOWER(?) AND LOWER(c.TABLE_NAME) = LOWER(?)"
                        + " ORDER BY k.ORDINAL_POSITION")
                .params(schema, table)
                .query(String.class)
                .list();
    }

    ErpDatabase database() {
        return database;
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(database.dataSource());
    }

    Table table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    /** Notes that rows were added to a table, or that these columns of it were changed. */
    void write(String table, Set<String> columns) {
        Set<String> changed = own.computeIfAbsent(table.toLowerCase(Locale.ROOT), any -> ConcurrentHashMap.newKeySet());
        columns.forEach(column -> changed.add(column.toLowerCase(Locale.ROOT)));
    }

    /** Whether rows of a table were added or changed. */
    boolean isWritten(String table) {
        return own.containsKey(table.toLowerCase(Locale.ROOT));
    }

    /** Whether one of these columns was changed. */
    boolean isChanged(String table, Set<String> columns) {
        Set<String> changed = own.getOrDefault(table.toLowerCase(Locale.ROOT), Set.of());
        return columns.stream().anyMatch(column -> changed.contains(column.toLowerCase(Locale.ROOT)));
    }

    @Override
    public void close() {
        database.close();
    }
}
