package io.severabridge.erp.statement;

import org.jspecify.annotations.Nullable;

/**
 * A column that a statement uses.
 *
 * @param table as the SQL files call it, such as {@code Actor}
 * @param column likewise
 * @param physicalTable as the company's database calls it
 * @param physicalColumn likewise
 * @param guid whether a {@code guid-field} of the company file chose the column, so that it must hold 36 characters
 * @param text whether the company file chose the column for a text, whatever its type in the SQL files is
 */
public record Use(
        String table, String column, String physicalTable, String physicalColumn, boolean guid, boolean text) {
    /** A column that the SQL files name, or one for a GUID. */
    public Use(String table, String column, String physicalTable, String physicalColumn, boolean guid) {
        this(table, column, physicalTable, physicalColumn, guid, guid);
    }

    /** A column that a setting chose, or that a file names where there is no setting. */
    static Use of(@Nullable String setting, String column, Names names, String table) {
        boolean guid = setting != null && setting.endsWith("guid-field");
        boolean name = setting != null && setting.endsWith("internal-name-field");
        return new Use(table, column, names.table(table), names.column(table, column), guid, guid || name);
    }
}
