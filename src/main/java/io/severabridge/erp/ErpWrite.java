package io.severabridge.erp;

import io.severabridge.erp.statement.Names;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.failure.Rejected;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one transaction that writes to the ERP: only the columns that change are named in an update, and a new row
 * has every column that may not be null.
 */
public final class ErpWrite {
    private final ErpDatabase database;

    ErpWrite(ErpDatabase database) {
        this.database = database;
    }

    /**
     * Refuses what a column cannot hold.
     *
     * @throws Rejected naming column and value: text that is too long or outside the code page, a number that is too large
     */
    public static void check(ErpDatabase database, WriteStatement statement, Map<String, ?> values) {
        Map<String, Columns.Column> columns = columns(database, statement);
        for (WriteStatement.Value value : statement.values()) {
            Object given = value.parameter() == null ? null : values.get(value.parameter());
            Columns.Column column = columns.get(value.physicalColumn());
            if (given == null || column == null) {
                continue;
            }
            String field = statement.table() + "." + value.column();
            if (given instanceof String text) {
                checkText(database, field, text, column);
            } else {
                checkNumber(field, given, column);
            }
        }
    }

    /** How many characters the columns hold that a statement writes, by parameter; numbers are absent. */
    public static Map<String, Integer> lengths(ErpDatabase database, WriteStatement statement) {
        Map<String, Columns.Column> columns = columns(database, statement);
        Map<String, Integer> lengths = new HashMap<>();
        for (WriteStatement.Value value : statement.values()) {
            Columns.Column column = columns.get(value.physicalColumn());
            if (value.parameter() != null && column != null && column.length() > 0) {
                lengths.put(value.parameter(), column.length());
            }
        }
        return lengths;
    }

    /**
     * Values in the types of their columns, checked: a column that a company chooses may hold text or numbers.
     *
     * @throws Rejected naming column and value, also for a text where the column holds a number
     */
    public static Map<String, Object> fitted(
            ErpDatabase database, WriteStatement statement, Map<String, Object> values) {
        Map<String, Columns.Column> columns = columns(database, statement);
        Map<String, Object> fitted = new HashMap<>(values);
        for (WriteStatement.Value value : statement.values()) {
            Columns.Column column = columns.get(value.physicalColumn());
            boolean number = column != null && Schema.Family.of(column.type()) == Schema.Family.WHOLE_NUMBER;
            if (number && value.parameter() != null && values.get(value.parameter()) instanceof String text) {
                fitted.put(value.parameter(), whole(statement.table() + "." + value.column(), text));
            }
        }
        check(database, statement, fitted);
        return fitted;
    }

    private static long whole(String field, String text) {
        if (!text.matches("\\d{0,18}")) {
            throw new Rejected(ColumnRejects.NUMBER_DOES_NOT_FIT, field, text, "the ERP holds a whole number there");
        }
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private static void checkText(ErpDatabase database, String field, String text, Columns.Column column) {
        if (column.length() > 0 && text.length() > column.length()) {
            throw new Rejected(
                    ColumnRejects.TOO_LONG,
                    field,
                    text,
                    "it has " + text.length() + " characters, the ERP holds " + column.length());
        }
        CodePage codePage = database.codePage();
        codePage.firstForeign(text).ifPresent(foreign -> {
            throw new Rejected(
                    ColumnRejects.OUTSIDE_CODE_PAGE,
                    field,
                    text,
                    "the character U+" + String.format("%04X", foreign) + " is not in the ERP's code page "
                            + codePage.name());
        });
    }

    private static void checkNumber(String field, Object given, Columns.Column column) {
        long most =
                switch (column.type().toUpperCase(java.util.Locale.ROOT)) {
                    case "INT", "INTEGER" -> Integer.MAX_VALUE;
                    case "SMALLINT" -> Short.MAX_VALUE;
                    case "TINYINT" -> 127;
                    default -> Long.MAX_VALUE;
                };
        BigDecimal number = new BigDecimal(given.toString());
        if (number.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new Rejected(
                    ColumnRejects.NUMBER_DOES_NOT_FIT, field, given.toString(), "the ERP holds at most " + most);
        }
    }

    private static Map<String, Columns.Column> columns(ErpDatabase database, WriteStatement statement) {
        return Objects.requireNonNull(
                database.columns().of(statement.physicalTable()), statement.name() + ": no table");
    }

    /**
     * Updates a row.
     *
     * @param changed parameters of the columns that change; those of the stamp are added
     * @param values all parameters
     * @return rows that were changed: 0 where the row is gone
     */
    public int update(WriteStatement statement, Set<String> changed, Map<String, ?> values) {
        List<String> assignments = new ArrayList<>();
        for (WriteStatement.Value value : statement.values()) {
            String parameter = value.parameter();
            if (parameter != null
                    && (changed.contains(parameter)
                            || statement.stamp().parameters().contains(parameter))) {
                assignments.add(Names.quoted(value.physicalColumn()) + " = :" + parameter);
            }
        }
        Map<String, Columns.Column> known = columns(database, statement);
        statement.stamp().columns().forEach((name, parameter) -> {
            Columns.Column column = known.get(name);
            if (column != null) {
                assignments.add(Names.quoted(column.name()) + " = :" + parameter);
            }
        });
        return database.jdbc()
                .update(
                        "UPDATE " + statement.quotedTable() + " SET " + String.join(", ", assignments) + " WHERE "
                                + statement.where(),
                        values);
    }

    /**
     * Adds a row.
     *
     * @param template values of columns that the statement does not name, or for which there is no value, by column; others get 0 or empty text
     */
    public void insert(WriteStatement statement, Map<String, ?> values, Map<String, Object> template) {
        Map<String, Object> parameters = new HashMap<>(values);
        Map<String, String> columns = new LinkedHashMap<>();
        for (WriteStatement.Value value : statement.values()) {
            if (value.parameter() != null && !values.containsKey(value.parameter())) {
                // A column that is not mapped in this company: as one that the statement does not name.
                continue;
            }
            columns.put(
                    value.physicalColumn().toLowerCase(java.util.Locale.ROOT),
                    value.parameter() == null ? String.valueOf(value.literal()) : ":" + value.parameter());
        }
        Map<String, Columns.Column> known = columns(database, statement);
        for (Columns.Column column : known.values()) {
            String name = column.name().toLowerCase(java.util.Locale.ROOT);
            boolean leftOut = !column.needed() || (column.hasDefault() && !template.containsKey(name));
            if (columns.containsKey(name) || leftOut) {
                continue;
            }
            columns.put(name, ":other" + columns.size());
            String stamp = statement.stamp().columns().get(name);
            parameters.put(
                    "other" + (columns.size() - 1),
                    stamp != null
                            ? Objects.requireNonNull(values.get(stamp))
                            : template.getOrDefault(name, column.neutral(statement.physicalTable())));
        }
        List<String> names = columns.keySet().stream()
                .map(name ->
                        Names.quoted(Objects.requireNonNull(known.get(name)).name()))
                .toList();
        database.jdbc()
                .update(
                        "INSERT INTO " + statement.quotedTable() + " (" + String.join(", ", names) + ") VALUES ("
                                + String.join(", ", columns.values()) + ")",
                        parameters);
    }

    /** Removes the row that an update would change. */
    public int delete(WriteStatement statement, Map<String, ?> key) {
        return database.jdbc().update("DELETE FROM " + statement.quotedTable() + " WHERE " + statement.where(), key);
    }

    /** The one number that a statement asks for, such as the next key. */
    public long number(Statement statement, Map<String, ?> parameters) {
        Long number = database.jdbc().queryForObject(statement.sql(), parameters, Long.class);
        return Objects.requireNonNull(number, statement.name());
    }

    /** The rows that a statement reads, within the transaction. */
    public <R extends Record> List<R> rows(Statement statement, Class<R> type, Map<String, ?> parameters) {
        return database.jdbc().query(statement.sql(), parameters, new RecordRows<>(type));
    }

    /** A row's columns by name in small letters; empty where there is no such row. */
    public Map<String, Object> template(Statement statement, long key) {
        Map<String, Object> found = new HashMap<>();
        database.jdbc()
                .queryForList(statement.sql(), Map.of("key", key))
                .forEach(row -> row.forEach((name, value) -> {
                    @Nullable Object given = value;
                    if (given != null) {
                        found.put(name.toLowerCase(java.util.Locale.ROOT), given);
                    }
                }));
        return found;
    }
}
