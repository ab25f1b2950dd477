package io.severabridge.erp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the tables of the ERP should look like: schema.sql, read. */
public final class Schema {
    /** Kinds of types that can stand for each other. */
    public enum Family {
        WHOLE_NUMBER,
        DECIMAL,
        TEXT;

        /** Null for a type that no column of ours has. */
        static @Nullable Family of(String type) {
            return switch (type.toUpperCase(java.util.Locale.ROOT)) {
                case "INT", "INTEGER", "SMALLINT", "TINYINT", "BIGINT", "BIT" -> WHOLE_NUMBER;
                case "DECIMAL", "NUMERIC", "FLOAT", "REAL", "MONEY", "DOUBLE PRECISION" -> DECIMAL;
                case "VARCHAR",
                        "CHAR",
                        "NVARCHAR",
                        "NCHAR",
                        "TEXT",
                        "CHARACTER",
                        "CHARACTER VARYING",
                        "CHARACTER LARGE OBJECT" -> TEXT;
                default -> null;
            };
        }

        public String word() {
            return this == WHOLE_NUMBER ? "a whole number" : this == DECIMAL ? "a decimal number" : "text";
        }
    }

    /** A column; {@code length} in characters, 0 for numbers. */
    public record Column(String name, String type, Family family, int length) {}

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) \\(");
    private static final Pattern COLUMN =
            Pattern.compile("\\s+(\\w+) (\\w+)(?:\\((\\d+)(?:,\\s*\\d+)?\\))? NOT NULL,?");

    private final Map<String, Map<String, Column>> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> ddl = new LinkedHashMap<>();

    private Schema(String text) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            Matcher table = TABLE.matcher(line);
            Matcher column = COLUMN.matcher(line);
            if (table.find()) {
                columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                tables.put(table.group(1), columns);
            } else if (column.matches()) {
                columns.put(column.group(1), column(column));
            }
        }
        for (String statement : text.split(";\\s*\n", -1)) {
            Matcher table = TABLE.matcher(statement);
            String bare = statement.replaceAll("(?m)^--.*$", "").strip();
            if (table.find()) {
                ddl.put(table.group(1), bare);
            } else if (!bare.isEmpty()) {
                ddl.put(bare, bare);
            }
        }
    }

    private static Column column(Matcher matcher) {
        Family family = Family.of(matcher.group(2));
        if (family == null) {
            throw new IllegalStateException("schema.sql has a type that is not known: " + matcher.group(2));
        }
        boolean text = family == Family.TEXT;
        return new Column(matcher.group(1), matcher.group(2), family, text ? Integer.parseInt(matcher.group(3)) : 0);
    }

    /** What the tables of an ERP look like that {@code erp.system} names. */
    public static Schema of(String system) {
        try (InputStream in = Schema.class.getResourceAsStream("/sql/" + system + "/schema.sql")) {
            if (in == null) {
                throw new IllegalStateException("schema.sql is not in the program");
            }
            return new Schema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("schema.sql cannot be read", e);
        }
    }

    /** The tables' names. */
    public List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    /** The columns of a table by name, whatever the case; null for a table that is not ours. */
    @Nullable
    public Map<String, Column> columns(String table) {
        return tables.get(table);
    }

    /** Statements that make the tables which are missing, and their indexes. */
    public List<String> create(List<String> missing) {
        List<String> statements = new ArrayList<>();
        ddl.forEach((table, statement) -> {
            boolean index = statement.startsWith("CREATE INDEX");
            boolean ofMissing = missing.stream().anyMatch(name -> statement.contains(" ON " + name + " "));
            if (missing.contains(table) || (index && ofMissing)) {
                statements.add(statement);
            }
        });
        return statements;
    }
}
