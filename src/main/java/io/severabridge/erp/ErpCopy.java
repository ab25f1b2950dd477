package io.severabridge.erp;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.erp.statement.Names;
import io.severabridge.erp.statement.Use;
import io.severabridge.failure.Unavailable;
import io.severabridge.jdbc.Urls;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of the ERP that some statements use, with the columns that they use, in an embedded database: what would be written
 * to the ERP is written there. The ERP is only read.
 */
public final class ErpCopy {
    private static final int BATCH = 1_000;

    /** A text that is longer is unlimited. */
    private static final int LONGEST = 1_000_000;

    /** A column as INFORMATION_SCHEMA describes it. */
    private record Column(String name, String type, int length, int precision, int scale, boolean needed) {
        String definition() {
            String words =
                    switch (type.toUpperCase(Locale.ROOT)) {
                        case "VARCHAR", "CHAR", "NVARCHAR", "NCHAR", "TEXT", "CHARACTER", "CHARACTER VARYING" ->
                            length > 0 && length <= LONGEST ? "VARCHAR(" + length + ")" : "VARCHAR";
                        case "DECIMAL", "NUMERIC" -> "DECIMAL(" + precision + ", " + scale + ")";
                        case "MONEY", "SMALLMONEY" -> "DECIMAL(19, 4)";
                        case "FLOAT", "REAL", "DOUBLE PRECISION" -> "DOUBLE PRECISION";
                        // The embedded database's TINYINT ends at 127.
                        case "TINYINT", "BIT" -> "SMALLINT";
                        default -> type;
                    };
            return Names.quoted(name) + " " + words + (needed ? " NOT NULL" : "");
        }
    }

    private final ErpDatabase from;
    private final String schema;
    private final ErpSystem system;

    private ErpCopy(ErpDatabase from, String schema, ErpSystem system) {
        this.system = system;
        this.from = from;
        this.schema = schema;
    }

    /**
     * Copies.
     *
     * @param uses of all statements that will be run on the copy
     * @param folder for the copy
     * @throws Unavailable if the ERP cannot be read to the end, or the disk has no room for the copy
     */
    public static ErpDatabase of(
            ErpDatabase from, ErpSystem system, Company.Erp erp, Collection<Use> uses, Path folder) {
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
        ErpDatabase copy = ErpDatabase.open(settings).withCodePage(from.codePage());
        if (!from.embedded()) {
            compareWithoutCase(copy);
        }
        Map<String, Set<String>> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        uses.forEach(
                use -> tables.computeIfAbsent(use.physicalTable(), any -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
                        .add(use.physicalColumn()));
        ErpCopy copying = new ErpCopy(from, erp.schema(), system);
        try {
            tables.forEach((table, columns) -> copying.copy(table, columns, copy));
            return copy;
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    /**
     * SQL Server compares as the ERP's collation says, by default without regard to case. A collation of the copy keeps the
     * columns' types, which a type of its own for such text would not.
     */
    private static void compareWithoutCase(ErpDatabase copy) {
        new JdbcTemplate(copy.dataSource()).execute("SET COLLATION ENGLISH STRENGTH SECONDARY");
    }

    private void copy(String table, Set<String> used, ErpDatabase to) {
        List<Column> columns = columns(table).stream()
                .filter(column -> used.contains(column.name()))
                .toList();
        List<String> key = key(table);
        String name = Names.quoted(schema) + "." + Names.quoted(table);
        String definitions =
                String.join(", ", columns.stream().map(Column::definition).toList());
        boolean whole = !key.isEmpty() && used.containsAll(key);
        String quotedKey = String.join(", ", key.stream().map(Names::quoted).toList());
        JdbcTemplate target = new JdbcTemplate(to.dataSource());
        target.execute(
                "CREATE TABLE " + name + " (" + definitions + (whole ? ", PRIMARY KEY (" + quotedKey + ")" : "") + ")");
        rows(table, columns, to);
        columns.stream()
                .filter(column -> !whole || !column.name().equalsIgnoreCase(key.get(0)))
                .filter(column -> system.isLookedUpBy(column.name()))
                .forEach(column -> target.execute("CREATE INDEX " + Names.quoted("IX_" + table + "_" + column.name())
                        + " ON " + name + " (" + Names.quoted(column.name()) + ")"));
    }

    private List<Column> columns(String table) {
        return JdbcClient.create(from.dataSource())
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
        return JdbcClient.create(from.dataSource())
                .sql("SELECT k.COLUMN_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c"
                        + " JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE k ON k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA"
                        + " AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME WHERE c.CONSTRAINT_TYPE = 'PRIMARY KEY'"
                        + " AND LOWER(c.TABLE_SCHEMA) = LOWER(?) AND LOWER(c.TABLE_NAME) = LOWER(?)"
                        + " ORDER BY k.ORDINAL_POSITION")
                .params(schema, table)
                .query(String.class)
                .list();
    }

    private void rows(String table, List<Column> columns, ErpDatabase to) {
        String names = String.join(
                ", ",
                columns.stream().map(column -> Names.quoted(column.name())).toList());
        String name = Names.quoted(schema) + "." + Names.quoted(table);
        try (Connection source = from.dataSource().getConnection();
                Connection target = to.dataSource().getConnection();
                PreparedStatement read = source.prepareStatement("SELECT " + names + " FROM " + name);
                PreparedStatement write = target.prepareStatement("INSERT INTO " + name + " (" + names + ") VALUES ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")")) {
            read.setFetchSize(BATCH);
            target.setAutoCommit(false);
            try (ResultSet rows = read.executeQuery()) {
                for (int row = 1; rows.next(); row++) {
                    for (int column = 1; column <= columns.size(); column++) {
                        Object value = rows.getObject(column);
                        // SQL Server pads texts of fixed length, and compares without regard to that.
                        write.setObject(column, value instanceof String text ? text.stripTrailing() : value);
                    }
                    write.addBatch();
                    if (row % BATCH == 0) {
                        write.executeBatch();
                        target.commit();
                    }
                }
            }
            write.executeBatch();
            target.commit();
            target.setAutoCommit(true);
        } catch (SQLException e) {
            throw new Unavailable("table " + table + " of the ERP cannot be copied: " + e.getMessage(), e);
        }
    }
}
