package io.severabridge.erp.statement;

/**
 * How the rows of an entity are read, in the order of their first column.
 *
 * @param first the first page: from {@code :after} on, so that an empty key is on it too
 * @param next another page: behind {@code :after}
 * @param these the rows whose first column is one of {@code :keys}
 */
public record RowStatements(Statement first, Statement next, Statement these) {}
