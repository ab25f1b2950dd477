package io.severabridge.erp.statement;

import java.util.Map;
import java.util.Set;

/**
 * A statement that is ready to run in the database of one company.
 *
 * @param name folder and file without the ending, {@code customer/rows}
 * @param sql with the company's names, and parameters as {@code :name}
 * @param uses every column that it reads or writes, as far as it is named
 * @param columns what people call the columns of its result, by their names: the ERP's columns that they are, or what a line
 *     {@code -- name: column} of the file says
 * @param joins the tables that it reads, and how they are joined
 */
public record Statement(String name, String sql, Set<Use> uses, Map<String, String> columns, Joins joins) {
    public Statement {
        uses = Set.copyOf(uses);
        columns = Map.copyOf(columns);
    }

    /** One of whose result and joins nothing is known. */
    public Statement(String name, String sql, Set<Use> uses) {
        this(name, sql, uses, Map.of(), Joins.NONE);
    }

    /** The same without the hint that locks what it reads until the transaction ends. */
    public Statement withoutLocks() {
        return new Statement(name, sql.replace(" WITH (UPDLOCK, HOLDLOCK)", ""), uses, columns, joins);
    }
}
