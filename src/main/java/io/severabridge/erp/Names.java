package io.severabridge.erp;

import io.severabridge.company.Company;
import java.util.Map;
import java.util.TreeMap;

/** What tables and columns are called in the database of one company. */
final class Names {
    private final String schema;
    private final Map<String, String> overrides = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Names(Company.Erp erp) {
        schema = erp.schema();
        overrides.putAll(erp.columns());
    }

    String table(String table) {
        return overrides.getOrDefault(table, table);
    }

    String column(String table, String column) {
        return overrides.getOrDefault(table + "." + column, column);
    }

    /** {@code [dbo].[Actor]} */
    String quotedTable(String table) {
        return quoted(schema) + "." + quoted(table(table));
    }

    String quotedColumn(String table, String column) {
        return quoted(column(table, column));
    }

    static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }
}
