package io.severabridge.erp.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A write that an ERP declares: a table, and its columns with what they get. A write names only those that change, and a new
 * row has those that are not declared too.
 *
 * @param name folder and entry of its {@code writes.yml}, {@code customer/update}
 * @param table as the files call it
 * @param physicalTable as the company's database calls it
 * @param quotedTable the same with its schema, ready for SQL
 * @param values the columns with what they get, those that stamp the change included
 * @param key the column of the row that is updated, as the database calls it; gets {@code :key}; null for a new row
 * @param onlyWhere a column that must hold a text too, in whatever case; null where the key is enough
 * @param uses every column that it reads or writes
 * @param stamp what is written with each change
 */
public record WriteStatement(
        String name,
        String table,
        String physicalTable,
        String quotedTable,
        List<Value> values,
        @Nullable String key,
        @Nullable Value onlyWhere,
        Set<Use> uses,
        Stamp stamp) {
    /**
     * What a column gets.
     *
     * @param column as the files call it
     * @param parameter name of the parameter; null where it always gets the same
     * @param fixed what it always gets; null where it is a parameter
     * @param emptyIsNull whether an empty text is written as NULL
     */
    public record Value(
            String column,
            String physicalColumn,
            @Nullable String parameter,
            @Nullable Object fixed,
            boolean emptyIsNull) {
        /** The parameter in SQL. */
        public String sql() {
            return emptyIsNull ? "NULLIF(:" + parameter + ", '')" : ":" + parameter;
        }
    }

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

    /** The condition that finds the row; a statement that adds rows has none. */
    public String where() {
        if (key == null) {
            throw new IllegalStateException(name + " updates no row");
        }
        String byKey = Names.quoted(key) + " = :key";
        return onlyWhere == null
                ? byKey
                : byKey + " AND LOWER(" + Names.quoted(onlyWhere.physicalColumn()) + ") = LOWER(:"
                        + onlyWhere.parameter() + ")";
    }

    /** The columns that change, by parameter, with those that stamp the change. */
    public List<Value> changed(Set<String> parameters) {
        return values.stream()
                .filter(value -> value.parameter() != null
                        && (parameters.contains(value.parameter())
                                || stamp.parameters().contains(value.parameter())))
                .toList();
    }

    /**
     * The SQL that updates a row.
     *
     * @param changed parameters of the columns that change; those of the stamp are added
     * @param there the table's columns as the database calls them, by their names in any case
     */
    public String update(Set<String> changed, Map<String, String> there) {
        List<String> assignments = new ArrayList<>();
        changed(changed).forEach(value -> assignments.add(Names.quoted(value.physicalColumn()) + " = " + value.sql()));
        stamp.ifThere().forEach((name, parameter) -> {
            String column = there.get(name);
            if (column != null) {
                assignments.add(Names.quoted(column) + " = :" + parameter);
            }
        });
        return "UPDATE " + quotedTable + " SET " + String.join(", ", assignments) + " WHERE " + where();
    }

    /** The SQL that adds a row; {@code columns} as the database calls them, {@code values} what they get. */
    public String insert(Collection<String> columns, Collection<String> values) {
        return "INSERT INTO " + quotedTable + " ("
                + String.join(", ", columns.stream().map(Names::quoted).toList()) + ") VALUES ("
                + String.join(", ", values) + ")";
    }
}
