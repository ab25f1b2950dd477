package io.severabridge.erp;

import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.WriteStatement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Statements of one transaction that writes to the ERP: only the columns that change are named in an update, and a new row
 * has every column that may not be null.
 */
public interface ErpWrite {
    /**
     * Updates a row.
     *
     * @param changed parameters of the columns that change; those of the stamp are added
     * @param values all parameters
     * @return rows that were changed: 0 where the row is gone
     */
    int update(WriteStatement statement, Set<String> changed, Map<String, ?> values);

    /**
     * Adds a row.
     *
     * @param template values of columns that the statement does not name, or for which there is no value, by column; others get 0 or empty text
     */
    void insert(WriteStatement statement, Map<String, ?> values, Map<String, Object> template);

    /** Removes the row that an update would change. */
    int delete(WriteStatement statement, Map<String, ?> key);

    /** The one number that a statement asks for, such as the next key. */
    long number(Statement statement, Map<String, ?> parameters);

    /** The rows that a statement reads, within the transaction. */
    <R extends Record> List<R> rows(Statement statement, Class<R> type, Map<String, ?> parameters);

    /** A row's columns by name in small letters; empty where there is no such row. */
    Map<String, Object> template(Statement statement, long key);
}
