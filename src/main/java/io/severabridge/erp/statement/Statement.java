package io.severabridge.erp.statement;

import java.util.Set;

/**
 * A statement that is ready to run in the database of one company.
 *
 * @param name folder and file without the ending, {@code customer/rows}
 * @param sql with the company's names, and parameters as {@code :name}
 * @param uses every column that it reads or writes, as far as it is named
 */
public record Statement(String name, String sql, Set<Use> uses) {
    public Statement {
        uses = Set.copyOf(uses);
    }
}
