package io.severabridge.erp.statement;

import io.severabridge.company.Company;
import java.util.Map;
import java.util.TreeMap;

/** What tables and columns are called in the database of one company. */
public final class Names {
    private final String schema;
    private final Map<String, String> overrides = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Names(Company.Erp erp) {
        schema = erp.schema();
        overrides.putAll(erp.columns());
    }

    public String table(String table) {
        return overrides.getOrDefault(table, table);
    }

    public String column(String table, String column) {
        return overrides.getOrDefault(table + "." + column, column);
    }

    /** {@code [dbo].[Actor]} */
    public String quotedTable(String table) {
        return quoted(schema) + "." + quoted(table(table));
    }

    String quotedColumn(String table, String column) {
        return quoted(column(table, column));
    }

    public static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }
}
