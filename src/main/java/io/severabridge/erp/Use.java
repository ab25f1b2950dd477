package io.severabridge.erp;

/**
 * A column that a statement uses.
 *
 * @param table as the SQL files call it, such as {@code Actor}
 * @param column likewise
 * @param physicalTable as the company's database calls it
 * @param physicalColumn likewise
 * @param guid whether a {@code guid-field} of the company file chose the column, so that it must hold 36 characters
 */
public record Use(String table, String column, String physicalTable, String physicalColumn, boolean guid) {}
