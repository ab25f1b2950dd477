package io.severabridge.erp.csv;

import io.severabridge.erp.CodePage;
import io.severabridge.erp.Schema;
import io.severabridge.failure.WrongSetUp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as rows of a table.
 *
 * @param name of the file, for messages
 * @param columns all columns of the table, in the order of a row
 * @param codePage that text must fit; null where the database takes any
 */
record CsvTable(
        String name,
        Map<String, Schema.Column> columns,
        @Nullable CodePage codePage) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private static final int LONGEST_LINE = 1_000_000;
    private static final int MOST_DECIMALS = 100;
    private static final Pattern SEPARATOR = Pattern.compile("(?i)sep=(.)");

    /** Hands each row on; answers how many there were. */
    int read(Path file, Consumer<Object[]> each) {
        long[] line = {1};
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(
                        reader, FORMAT.builder().setDelimiter(delimiter(reader)).get())) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                throw new WrongSetUp(name + ": is empty; the first line should hold the column names");
            }
            List<String> header = header(records.next());
            int rows = 0;
            line[0] = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                each.accept(row(header, records.next(), parser));
                rows++;
                line[0] = parser.getCurrentLineNumber() + 1;
            }
            return rows;
        } catch (CharacterCodingException e) {
            throw new WrongSetUp(name + ": is not UTF-8 text", e);
        } catch (UncheckedIOException | IOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new WrongSetUp(name + ": is not UTF-8 text", e);
            }
            throw new WrongSetUp(
                    name + ":" + line[0]
                            + ": cannot be read as CSV: a quote that is not closed, or text behind a closing"
                            + " quote, in this row; a quote inside a value is written twice (\"\")",
                    e);
        }
    }

    /** A spreadsheet's {@code sep=;} is read and passed over; without it the line of the column names says it. */
    private String delimiter(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_LINE);
        String first = reader.readLine();
        String line = first == null ? "" : first.replace("\uFEFF", "").strip();
        Matcher said = SEPARATOR.matcher(line);
        if (said.matches()) {
            return said.group(1);
        }
        reader.reset();
        if (line.indexOf('\0') >= 0) {
            throw new WrongSetUp(name + ":1: holds NUL bytes: store the file as UTF-8, not as UTF-16");
        }
        return line.indexOf(',') < 0 && line.indexOf(';') > 0
                ? ";"
                : line.indexOf(',') < 0 && line.indexOf('\t') > 0 ? "\t" : ",";
    }

    private List<String> header(CSVRecord record) {
        List<String> header = record.stream()
                .map(column -> column.replace("\uFEFF", "").strip())
                .toList();
        for (String column : header) {
            if (!columns.containsKey(column) && canonical(column) == null) {
                throw new WrongSetUp(name + ":1: column " + column + " is not in the table");
            }
            if (header.stream().filter(column::equalsIgnoreCase).count() > 1) {
                throw new WrongSetUp(name + ":1: column " + column + " is there twice");
            }
        }
        return header;
    }

    private @Nullable String canonical(String column) {
        return columns.keySet().stream()
                .filter(column::equalsIgnoreCase)
                .findFirst()
                .orElse(null);
    }

    private Object[] row(List<String> header, CSVRecord record, CSVParser parser) {
        if (record.size() != header.size()) {
            throw new WrongSetUp(name + ":" + parser.getCurrentLineNumber() + ": has " + record.size()
                    + " values, the header has " + header.size());
        }
        Object[] row = new Object[columns.size()];
        int at = 0;
        for (Schema.Column column : columns.values()) {
            int index = index(header, column.name());
            String value = index < 0 ? "" : record.get(index);
            row[at++] = value(column, value, parser.getCurrentLineNumber());
        }
        return row;
    }

    private static int index(List<String> header, String column) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    private Object value(Schema.Column column, String value, long line) {
        if (value.equals("NULL")) {
            throw problem(column, value, line, "the word NULL stands for no value here: leave the cell empty");
        }
        if (value.indexOf('\0') >= 0) {
            throw problem(column, value.replace('\0', ' '), line, "holds a NUL byte: remove it");
        }
        if (column.family() == Schema.Family.TEXT) {
            return text(column, value, line);
        }
        if (value.isEmpty()) {
            return 0;
        }
        try {
            return column.family() == Schema.Family.DECIMAL ? decimal(value) : (Object) whole(column, value);
        } catch (NumberFormatException e) {
            String hint =
                    value.matches("[+-]?[\\d. \u00A0]*,\\d+") ? "; decimals come after a point, without blanks" : "";
            throw problem(
                    column, value, line, "expected " + column.family().word() + " that fits " + column.type() + hint);
        }
    }

    /** DECIMAL(28,6) has 22 digits before the point. */
    private static BigDecimal decimal(String value) {
        BigDecimal number = new BigDecimal(value);
        // 1E-400000000 is a number to Java, whose digits nobody has room for.
        if (Math.abs((long) number.scale()) > MOST_DECIMALS || (long) number.precision() - number.scale() > 22) {
            throw new NumberFormatException(value);
        }
        return number;
    }

    private static Integer whole(Schema.Column column, String value) {
        int number = Integer.parseInt(value);
        boolean fits =
                switch (column.type()) {
                    case "TINYINT" -> number >= 0 && number <= 255;
                    case "SMALLINT" -> number == (short) number;
                    default -> true;
                };
        if (!fits) {
            throw new NumberFormatException(value);
        }
        return number;
    }

    private String text(Schema.Column column, String value, long line) {
        if (value.length() > column.length()) {
            throw problem(column, value, line, "longer than " + column.length() + " characters");
        }
        if (codePage != null && codePage.firstForeign(value).isPresent()) {
            throw problem(column, value, line, "has a character outside code page " + codePage.name());
        }
        return value;
    }

    private WrongSetUp problem(Schema.Column column, String value, long line, String reason) {
        return new WrongSetUp(name + ":" + line + ": " + column.name() + ": " + reason + ", found \"" + value + "\"");
    }
}
