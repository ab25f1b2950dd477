package io.severabridge.erp;

import io.severabridge.failure.WrongSetUp;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables and columns that the ERP's database has (INFORMATION_SCHEMA.COLUMNS), whatever the case of their names. */
final class Columns {
    private static final String SELECT =
            "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, IS_NULLABLE, COLUMN_DEFAULT, ";
    private static final String FROM = " FROM INFORMATION_SCHEMA.COLUMNS WHERE LOWER(TABLE_SCHEMA) = LOWER(?)"
            + " ORDER BY TABLE_NAME, ORDINAL_POSITION";

    /**
     * SQL Server's own catalogue view does not say what the database fills in: an IDENTITY or computed column is told by
     * COLUMNPROPERTY, a rowversion by its type, which is called timestamp.
     */
    private static final String OF_SERVER = SELECT
            + "CASE WHEN DATA_TYPE = 'timestamp' OR COLUMNPROPERTY(OBJECT_ID('[' + TABLE_SCHEMA + '].[' + TABLE_NAME"
            + " + ']'), COLUMN_NAME, 'IsIdentity') = 1 OR COLUMNPROPERTY(OBJECT_ID('[' + TABLE_SCHEMA + '].[' + TABLE_NAME"
            + " + ']'), COLUMN_NAME, 'IsComputed') = 1 THEN 1 ELSE 0 END"
            + FROM;

    private static final String OF_EMBEDDED =
            SELECT + "CASE WHEN IS_IDENTITY = 'YES' OR IS_GENERATED = 'ALWAYS' THEN 1 ELSE 0 END" + FROM;

    /**
     * A column.
     *
     * @param length in characters; -1 for unlimited text, 0 for what is no text
     * @param needed whether a new row must give it: it is NOT NULL
     * @param hasDefault whether the database knows a value for it, as far as the login sees that
     * @param filledIn whether the database alone gives it a value: IDENTITY, computed, rowversion
     */
    record Column(String name, String type, int length, boolean needed, boolean hasDefault, boolean filledIn) {
        /** What stands for nothing: 0 or empty text. */
        Object neutral(String table) {
            Schema.Family family = Schema.Family.of(type);
            if (family == null) {
                throw new WrongSetUp("column " + table + "." + name + " is NOT NULL and of type " + type
                        + ": a new row needs a value that is not known; give the column a default");
            }
            return family == Schema.Family.TEXT ? "" : (Object) 0;
        }
    }

    private final Map<String, Map<String, Column>> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Columns(JdbcClient jdbc, boolean embedded, String schema) {
        jdbc.sql(embedded ? OF_EMBEDDED : OF_SERVER).param(schema).query(row -> {
            long length = row.getLong(4);
            tables.computeIfAbsent(row.getString(1), any -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                    .put(
                            row.getString(2),
                            new Column(
                                    row.getString(2),
                                    row.getString(3),
                                    length > Integer.MAX_VALUE ? -1 : (int) length,
                                    row.getString(5).equals("NO"),
                                    row.getString(6) != null,
                                    row.getInt(7) == 1));
        });
    }

    /** The columns of a table by name; null where there is no such table. */
    @Nullable
    Map<String, Column> of(String table) {
        return tables.get(table);
    }
}
