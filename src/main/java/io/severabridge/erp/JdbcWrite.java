package io.severabridge.erp;

import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.WriteStatement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes to the database itself. */
final class JdbcWrite implements ErpWrite {
    private final ErpDatabase database;

    JdbcWrite(ErpDatabase database) {
        this.database = database;
    }

    private Map<String, Columns.Column> columns(WriteStatement statement) {
        return Objects.requireNonNull(
                database.columns().of(statement.physicalTable()), statement.name() + ": no table");
    }

    @Override
    public int update(WriteStatement statement, Set<String> changed, Map<String, ?> values) {
        return database.jdbc().update(statement.update(changed, database.columnsOf(statement)), values);
    }

    @Override
    public void insert(WriteStatement statement, Map<String, ?> values, Map<String, Object> template) {
        Map<String, Object> parameters = new HashMap<>(values);
        Map<String, String> columns = new LinkedHashMap<>();
        for (WriteStatement.Value value : statement.values()) {
            String parameter = value.parameter();
            if (parameter != null && !values.containsKey(parameter)) {
                // A column that is not mapped in this company: as one that the statement does not name.
                continue;
            }
            String name = value.physicalColumn().toLowerCase(Locale.ROOT);
            if (parameter == null) {
                columns.put(name, ":fixed" + columns.size());
                parameters.put("fixed" + (columns.size() - 1), value.fixed());
            } else {
                columns.put(name, value.sql());
            }
        }
        Map<String, Columns.Column> known = columns(statement);
        for (Columns.Column column : known.values()) {
            String name = column.name().toLowerCase(Locale.ROOT);
            boolean leftOut =
                    column.filledIn() || !column.needed() || (column.hasDefault() && !template.containsKey(name));
            if (!columns.containsKey(name) && !leftOut) {
                columns.put(name, ":other" + columns.size());
                parameters.put("other" + (columns.size() - 1), other(statement, column, values, template));
            }
        }
        List<String> names = columns.keySet().stream()
                .map(name -> Objects.requireNonNull(known.get(name)).name())
                .toList();
        database.jdbc().update(statement.insert(names, columns.values()), parameters);
    }

    /** What a column gets that the statement does not name. */
    private static Object other(
            WriteStatement statement, Columns.Column column, Map<String, ?> values, Map<String, Object> template) {
        String name = column.name().toLowerCase(Locale.ROOT);
        String stamp = statement.stamp().ifThere().get(name);
        return stamp != null
                ? Objects.requireNonNull(values.get(stamp))
                : template.getOrDefault(name, column.neutral(statement.physicalTable()));
    }

    @Override
    public int delete(WriteStatement statement, Map<String, ?> key) {
        return database.jdbc().update("DELETE FROM " + statement.quotedTable() + " WHERE " + statement.where(), key);
    }

    @Override
    public long number(Statement statement, Map<String, ?> parameters) {
        Long number = database.jdbc().queryForObject(statement.sql(), parameters, Long.class);
        return Objects.requireNonNull(number, statement.name());
    }

    @Override
    public <R extends Record> List<R> rows(Statement statement, Class<R> type, Map<String, ?> parameters) {
        return database.jdbc().query(statement.sql(), parameters, new RecordRows<>(type));
    }

    @Override
    public Map<String, Object> template(Statement statement, long key) {
        return database.template(statement, key);
    }
}
