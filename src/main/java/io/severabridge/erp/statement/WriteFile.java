package io.severabridge.erp.statement;

import io.severabridge.company.Section;
import io.severabridge.company.SettingType;
import io.severabridge.company.SettingsFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    private WriteStatement write(String name, Section section) {
        Entry entry = new Entry(name, section);
        entry.refuseMistakes();
        return entry.statement();
    }

    /** A whole number is written as one, also where the file has it in quotes. */
    private static Object value(String text) {
        return text.matches("\\d{1,9}") ? (Object) Integer.valueOf(text) : text;
    }

    private static boolean isSetting(String name) {
        return name.indexOf('.') >= 0;
    }

    /** One entry; what is wrong with it goes to its section. */
    private final class Entry {
        private final String name;
        private final Section section;
        private final @Nullable String key;
        private final Map<String, String> columns;
        private final Map<String, String> fixed;
        private final Map<String, String> onlyWhere;
        private final List<String> emptyIsNull;
        private final String table;
        private final Set<Use> uses = new LinkedHashSet<>();

        /** By column as the database calls it, in small letters: one that two settings choose is written once. */
        private final Map<String, WriteStatement.Value> values = new LinkedHashMap<>();

        Entry(String name, Section section) {
            this.name = name;
            this.section = section;
            key = section.optional("key", NAME);
            columns = section.map("columns", NAME, NAME, Map.of());
            fixed = section.map("fixed", NAME, SettingType.ANY_TEXT, Map.of());
            onlyWhere = section.map("only-where", NAME, NAME, Map.of());
            emptyIsNull = section.list("empty-is-null", NAME, List.of());
            table = required("table", section.required("table", NAME));
        }

        void refuseMistakes() {
            if (columns.isEmpty()) {
                section.refuse("columns", "names no column");
            }
            if (key != null && !fixed.isEmpty()) {
                section.refuse("fixed", "is for new rows, and key names a row that is there");
            }
            if (key == null && !onlyWhere.isEmpty()) {
                section.refuse("only-where", "is for a row that is there, and no key names one");
            }
            if (onlyWhere.size() > 1) {
                section.refuse("only-where", "names more than one column");
            }
            emptyIsNull.stream()
                    .filter(column -> !columns.containsKey(column))
                    .forEach(column -> section.refuse("empty-is-null", column + " is none of its columns"));
            Set<String> written = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            stamps().forEach(stamps -> written.addAll(stamps.keySet()));
            refuseTwice("columns", columns.keySet(), written);
            refuseTwice("fixed", fixed.keySet(), written);
        }

        private void refuseTwice(String where, Set<String> names, Set<String> written) {
            names.stream()
                    .filter(column -> !written.add(column))
                    .forEach(column -> section.refuse(
                            where, column + " is written already: by another line, or with each change"));
        }

        /** What is written with it, though the entry does not name it. */
        private List<Map<String, String>> stamps() {
            return key == null ? List.of(stamp.changes(), stamp.additions()) : List.of(stamp.changes());
        }

        WriteStatement statement() {
            columns.forEach(
                    (column, parameter) -> add("columns", column, parameter, null, emptyIsNull.contains(column)));
            fixed.forEach((column, text) -> add("fixed", column, null, value(text), false));
            stamps().forEach(stamps -> stamps.forEach((column, parameter) -> add("", column, parameter, null, false)));
            return new WriteStatement(
                    name,
                    table,
                    names.table(table),
                    names.quotedTable(table),
                    List.copyOf(values.values()),
                    key == null ? null : use(key, required("key", key)),
                    condition(),
                    uses,
                    stamp);
        }

        /** A column that the company has not chosen gets nothing. */
        private void add(
                String where, String column, @Nullable String parameter, @Nullable Object always, boolean emptyIsNull) {
            String chosen = chosen(where, column);
            if (chosen != null) {
                String physical = use(column, chosen);
                values.putIfAbsent(
                        physical.toLowerCase(Locale.ROOT),
                        new WriteStatement.Value(chosen, physical, parameter, always, emptyIsNull));
            }
        }

        private WriteStatement.@Nullable Value condition() {
            for (Map.Entry<String, String> where : onlyWhere.entrySet()) {
                String chosen = required("only-where", where.getKey());
                return new WriteStatement.Value(chosen, use(where.getKey(), chosen), where.getValue(), null, false);
            }
            return null;
        }

        private String use(String column, String chosen) {
            uses.add(Use.of(isSetting(column) ? column : null, chosen, names, table));
            return names.column(table, chosen);
        }

        /** The name that a setting chooses, or the name itself; null where the company chooses none. */
        private @Nullable String chosen(String where, String named) {
            if (!isSetting(named)) {
                return named;
            }
            if (!settings.containsKey(named)) {
                section.refuse(where, "there is no setting " + named);
            }
            return settings.get(named);
        }

        private String required(String where, String named) {
            String chosen = chosen(where, named);
            if (chosen == null && settings.containsKey(named)) {
                section.refuse(where, "needs the setting " + named);
            }
            return chosen == null ? named : chosen;
        }
    }
}
