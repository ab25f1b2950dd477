package io.severabridge.erp;

import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.failure.Rejected;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What the columns of the ERP can hold. */
public final class ColumnChecks {
    private final ErpDatabase database;

    ColumnChecks(ErpDatabase database) {
        this.database = database;
    }

    /**
     * Refuses what a column cannot hold.
     *
     * @throws Rejected naming column and value: text that is too long or outside the code page, a number that is too large
     */
    public void check(WriteStatement statement, Map<String, ?> values) {
        Map<String, Columns.Column> columns = columns(statement);
        for (WriteStatement.Value value : statement.values()) {
            Object given = value.parameter() == null ? null : values.get(value.parameter());
            Columns.Column column = columns.get(value.physicalColumn());
            if (given == null || column == null) {
                continue;
            }
            String field = statement.table() + "." + value.column();
            if (given instanceof String text) {
                checkText(field, text, column);
            } else {
                checkNumber(field, given, column);
            }
        }
    }

    /** How many characters the columns hold that a statement writes, by parameter; numbers are absent. */
    public Map<String, Integer> lengths(WriteStatement statement) {
        Map<String, Columns.Column> columns = columns(statement);
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
    public Map<String, Object> fitted(WriteStatement statement, Map<String, Object> values) {
        Map<String, Columns.Column> columns = columns(statement);
        Map<String, Object> fitted = new HashMap<>(values);
        for (WriteStatement.Value value : statement.values()) {
            Columns.Column column = columns.get(value.physicalColumn());
            boolean number = column != null && Schema.Family.of(column.type()) == Schema.Family.WHOLE_NUMBER;
            if (number && value.parameter() != null && values.get(value.parameter()) instanceof String text) {
                fitted.put(value.parameter(), whole(statement.table() + "." + value.column(), text));
            }
        }
        check(statement, fitted);
        return fitted;
    }

    private static long whole(String field, String text) {
        if (!text.matches("\\d{0,18}")) {
            throw new Rejected(ColumnRejects.NUMBER_DOES_NOT_FIT, field, text, "the ERP holds a whole number there");
        }
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private void checkText(String field, String text, Columns.Column column) {
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

    private Map<String, Columns.Column> columns(WriteStatement statement) {
        return Objects.requireNonNull(
                database.columns().of(statement.physicalTable()), statement.name() + ": no table");
    }
}
