package io.severabridge.erp.statement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE or INSERT of a file, taken apart into its columns, so that a write names only those that change, and a new row
 * those that the file does not name.
 *
 * @param name folder and file without the ending, {@code customer/update}
 * @param table as the SQL files call it
 * @param physicalTable as the company's database calls it
 * @param quotedTable the same with its schema, ready for SQL
 * @param values the columns with what they get
 * @param where the condition of an UPDATE, parameters as {@code :name}; empty for an INSERT
 * @param uses every column that it reads or writes
 * @param stamp what is written with each change
 */
public record WriteStatement(
        String name,
        String table,
        String physicalTable,
        String quotedTable,
        List<Value> values,
        String where,
        Set<Use> uses,
        Stamp stamp) {
    /**
     * What a column gets.
     *
     * @param column as the SQL files call it
     * @param parameter name of the parameter; null where it is a literal
     * @param literal SQL; null where it is a parameter
     */
    public record Value(
            String column,
            String physicalColumn,
            @Nullable String parameter,
            @Nullable String literal) {}

    public WriteStatement {
        values = List.copyOf(values);
        uses = Set.copyOf(uses);
    }

    /** The parameters of its values. */
    public Set<String> parameters() {
        Set<String> parameters = new LinkedHashSet<>();
        values.forEach(value -> {
            if (value.parameter() != null) {
                parameters.add(value.parameter());
            }
        });
        return parameters;
    }
}
