package io.severabridge.erp.statement;

import io.severabridge.company.Section;
import io.severabridge.company.SettingType;
import io.severabridge.company.SettingsFile;
import io.severabridge.failure.WrongSetUp;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code writes.yml} of a folder, with the names of one company. An entry names its table, for an update the column of the
 * key, and the columns with the parameters that they get. A name with a dot is a setting that chooses a column or table.
 */
final class WriteFile {
    private static final SettingType<String> NAME = SettingType.TEXT;

    private final String file;
    private final Names names;
    private final Map<String, @Nullable String> settings;
    private final Stamp stamp;

    /** {@code file} is how messages call it, {@code customer/writes.yml}. */
    WriteFile(String file, Names names, Map<String, @Nullable String> settings, Stamp stamp) {
        this.file = file;
        this.names = names;
        this.settings = settings;
        this.stamp = stamp;
    }

    /**
     * Its entries by name.
     *
     * @throws io.severabridge.company.SettingsFileException naming file, line and entry, for what is missing, unknown or twice
     */
    Map<String, WriteStatement> read(String text) {
        return SettingsFile.read(file, text, all -> {
            Map<String, WriteStatement> writes = new HashMap<>();
            all.sections().forEach((name, entry) -> writes.put(name, write(folder() + name, entry)));
            return writes;
        });
    }

    private String folder() {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private WriteStatement write(String name, Section entry) {
        String table = required(entry.required("table", NAME));
        String key = entry.optional("key", NAME);
        Map<String, String> columns = entry.map("columns", NAME, NAME, Map.of());
        Map<String, String> fixed = entry.map("fixed", NAME, SettingType.ANY_TEXT, Map.of());
        Map<String, String> onlyWhere = entry.map("only-where", NAME, NAME, Map.of());
        List<String> nullable = entry.list("empty-is-null", NAME, List.of());
        if (columns.isEmpty()) {
            entry.refuse("columns", "names no column");
        }
        if (key != null && !fixed.isEmpty()) {
            entry.refuse("fixed", "is for new rows, and key names a row that is there");
        }
        nullable.stream()
                .filter(column -> !columns.containsKey(column))
                .forEach(column -> entry.refuse("empty-is-null", column + " is none of its columns"));
        Columns of = new Columns(table);
        columns.forEach((column, parameter) -> of.add(column, parameter, null, nullable.contains(column)));
        fixed.forEach((column, value) -> of.add(column, null, value(value), false));
        stamp.changes().forEach((column, parameter) -> of.add(column, parameter, null, false));
        if (key == null) {
            stamp.additions().forEach((column, parameter) -> of.add(column, parameter, null, false));
        }
        String physicalKey = key == null ? null : of.use(key, required(key));
        WriteStatement.Value condition = onlyWhere.entrySet().stream()
                .findFirst()
                .map(where -> of.value(where.getKey(), required(where.getKey()), where.getValue(), null, false))
                .orElse(null);
        return new WriteStatement(
                name,
                table,
                names.table(table),
                names.quotedTable(table),
                List.copyOf(of.values.values()),
                physicalKey,
                condition,
                of.uses,
                stamp);
    }

    private static Object value(String text) {
        return text.matches("\\d{1,9}") ? (Object) Integer.valueOf(text) : text;
    }

    private static boolean isSetting(String name) {
        return name.indexOf('.') >= 0;
    }

    /** The name that a setting chooses, or the name itself; null where the company chooses none. */
    private @Nullable String chosen(String name) {
        if (!isSetting(name)) {
            return name;
        }
        if (!settings.containsKey(name)) {
            throw new WrongSetUp(file + ": there is no setting " + name);
        }
        return settings.get(name);
    }

    private String required(String name) {
        String chosen = chosen(name);
        if (chosen == null) {
            throw new WrongSetUp(file + ": needs the setting " + name);
        }
        return chosen;
    }

    /** The columns of one entry. */
    private final class Columns {
        private final String table;
        private final Set<Use> uses = new LinkedHashSet<>();

        /** By column as the database calls it, in small letters: one that two settings choose is written once. */
        private final Map<String, WriteStatement.Value> values = new LinkedHashMap<>();

        Columns(String table) {
            this.table = table;
        }

        /** A column that the company has not chosen gets nothing. */
        void add(String name, @Nullable String parameter, @Nullable Object fixed, boolean emptyIsNull) {
            String column = chosen(name);
            if (column != null) {
                WriteStatement.Value value = value(name, column, parameter, fixed, emptyIsNull);
                values.putIfAbsent(value.physicalColumn().toLowerCase(java.util.Locale.ROOT), value);
            }
        }

        WriteStatement.Value value(
                String name, String column, @Nullable String parameter, @Nullable Object fixed, boolean emptyIsNull) {
            return new WriteStatement.Value(column, use(name, column), parameter, fixed, emptyIsNull);
        }

        String use(String name, String column) {
            uses.add(Use.of(isSetting(name) ? name : null, column, names, table));
            return names.column(table, column);
        }
    }
}
