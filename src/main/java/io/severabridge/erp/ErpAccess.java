package io.severabridge.erp;

import io.severabridge.erp.statement.RowStatements;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.Use;
import io.severabridge.erp.statement.WriteStatement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How a run reads the ERP of a company and writes to it: the database itself, or a rehearsal of it. */
public interface ErpAccess {
    /** The rows that a statement reads, as records whose components are its column aliases. */
    <R extends Record> List<R> rows(Statement statement, Class<R> type, Map<String, ?> parameters);

    /**
     * The next page of rows, as {@code :after} and {@code :page} of the parameters say. A first page may be longer.
     *
     * @param first whether nothing was read before it
     */
    <R extends Record> List<R> page(RowStatements rows, boolean first, Class<R> type, Map<String, ?> parameters);

    /**
     * Updates each of the rows, in one transaction, which is tried again after a deadlock or a lock
     * time-out.
     *
     * @param rows all parameters of the statement, for each row
     * @throws io.severabridge.failure.Unavailable if it cannot be done now
     * @throws Refused if the database takes one of the rows never
     */
    void write(WriteStatement statement, List<? extends Map<String, ?>> rows);

    /**
     * Does the work in one transaction, which is tried again as a whole after a deadlock, a lock time-out or a key that
     * somebody else has just taken.
     *
     * @throws io.severabridge.failure.Unavailable if it cannot be done now
     * @throws Refused if the database takes a value or row never
     */
    <T> T inTransaction(Function<ErpWrite, T> work);

    /** What a column holds, in a word such as {@code text}; empty where there is none. */
    String holds(Use use);

    /** The characters that its text can hold. */
    CodePage codePage();

    ColumnChecks columnChecks();

    /** The database takes a value or a row never: a constraint, a trigger, a missing permission. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
