package io.severabridge.report;

import io.severabridge.report.ReportPage.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes as a page shows them: by kind of record and what happens to it, with one row for each record that is made or removed,
 * and one for each field of a record that changes.
 *
 * @param choices what the page can be narrowed to
 */
record Grouped(List<Choice> choices, List<Group> groups) {
    /** A kind of record, or a kind of change; {@code key} is the class of its groups. */
    record Choice(String key, String name, long records) {}

    /**
     * What happens to the records of one kind.
     *
     * @param keys of its two choices, separated by a blank
     * @param same what all its records have in common, in words; may be empty
     * @param more rows that the page has no room for
     */
    record Group(
            String keys,
            String title,
            boolean open,
            String same,
            List<String> columns,
            List<List<Cell>> rows,
            int more) {}

    /** A value; {@code word} where a browser would break it at a hyphen. */
    record Cell(String text, boolean word) {
        private static final int LONGEST_WORD = 40;

        static Cell of(String text) {
            return new Cell(text, text.indexOf('-') >= 0 && text.length() <= LONGEST_WORD);
        }
    }

    private record Rows(String same, List<String> columns, List<List<String>> rows) {}

    /** How much a page shows: characters of a value, and rows of a group. */
    record Limits(int characters, int rows) {}

    /** More than these are folded up at first. */
    private static final int OPEN = 40;

    /** From so many records on, what is the same in all is said once. */
    private static final int COMMON = 3;

    private static final int RECORD = 0;
    private static final int ENTITY = 1;
    private static final int WHAT = 2;
    private static final int FIELD = 3;
    private static final int OLD = 4;
    private static final int NEW = 5;

    /** {@code prefix} keeps the choices of several tables apart. */
    static Grouped of(Table table, String prefix, Limits limits) {
        Map<List<String>, List<List<String>>> byKind = new LinkedHashMap<>();
        table.rows()
                .forEach(
                        row -> byKind.computeIfAbsent(List.of(row.get(ENTITY), row.get(WHAT)), any -> new ArrayList<>())
                                .add(row));
        List<String> entities = distinct(table, ENTITY);
        List<String> whats = distinct(table, WHAT);
        List<Group> groups = new ArrayList<>();
        byKind.forEach((kind, rows) -> groups.add(group(
                prefix + "e" + entities.indexOf(kind.get(0)) + " " + prefix + "w" + whats.indexOf(kind.get(1)),
                kind,
                rows,
                limits)));
        List<Choice> choices = new ArrayList<>();
        choices.addAll(choices(table, entities, ENTITY, prefix + "e"));
        choices.addAll(choices(table, whats, WHAT, prefix + "w"));
        return new Grouped(choices, groups);
    }

    private static List<String> distinct(Table table, int column) {
        return table.rows().stream().map(row -> row.get(column)).distinct().toList();
    }

    /** None where there is nothing to choose. */
    private static List<Choice> choices(Table table, List<String> names, int column, String prefix) {
        List<Choice> choices = new ArrayList<>();
        for (int index = 0; names.size() > 1 && index < names.size(); index++) {
            String name = names.get(index);
            choices.add(new Choice(
                    prefix + index,
                    name,
                    table.rows().stream()
                            .filter(row -> row.get(column).equals(name))
                            .map(row -> row.get(RECORD))
                            .distinct()
                            .count()));
        }
        return choices;
    }

    private static Group group(String keys, List<String> kind, List<List<String>> rows, Limits limits) {
        Map<String, Map<String, List<String>>> records = new LinkedHashMap<>();
        rows.forEach(row -> records.computeIfAbsent(row.get(RECORD), any -> new LinkedHashMap<>())
                .put(row.get(FIELD), row));
        boolean made = rows.stream().allMatch(row -> row.get(OLD).isEmpty());
        boolean removed = rows.stream().allMatch(row -> row.get(NEW).isEmpty());
        Rows all = made || removed ? whole(records, made ? NEW : OLD, limits) : fields(records, limits);
        int shown = Math.min(all.rows().size(), limits.rows());
        return new Group(
                keys,
                kind.get(0) + ", " + kind.get(1) + ": " + records.size(),
                shown <= OPEN,
                all.same(),
                all.columns(),
                all.rows().subList(0, shown).stream()
                        .map(row -> row.stream().map(Cell::of).toList())
                        .toList(),
                all.rows().size() - shown);
    }

    /** A record a row, a field a column. */
    private static Rows whole(Map<String, Map<String, List<String>>> records, int side, Limits limits) {
        Set<String> names = new LinkedHashSet<>();
        records.values().forEach(fields -> names.addAll(fields.keySet()));
        Map<String, String> same = new LinkedHashMap<>();
        if (records.size() >= COMMON) {
            for (String name : names) {
                List<String> values = records.values().stream()
                        .map(fields -> value(fields, name, side, limits))
                        .distinct()
                        .toList();
                if (values.size() == 1) {
                    same.put(name, values.get(0));
                }
            }
        }
        names.removeAll(same.keySet());
        names.removeIf(name -> isNamed(records, name, side));
        String kind = firstWord(records.keySet());
        List<String> columns = new ArrayList<>(List.of(kind.isEmpty() ? "record" : kind));
        columns.addAll(names);
        List<List<String>> rows = new ArrayList<>();
        records.forEach((record, fields) -> {
            List<String> row = new ArrayList<>(List.of(Printable.text(without(kind, record))));
            names.forEach(name -> row.add(value(fields, name, side, limits)));
            rows.add(row);
        });
        StringBuilder common = new StringBuilder();
        same.forEach((name, value) -> {
            if (!value.isEmpty()) {
                common.append(common.isEmpty() ? "In all: " : "; ")
                        .append(name)
                        .append(' ')
                        .append(value);
            }
        });
        return new Rows(common.toString(), columns, rows);
    }

    /** Whether the record's name says it already, as it does with its number. */
    private static boolean isNamed(Map<String, Map<String, List<String>>> records, String field, int side) {
        return records.entrySet().stream()
                .allMatch(record -> record.getValue().containsKey(field)
                        && (" " + record.getKey() + " ")
                                .contains(" " + record.getValue().get(field).get(side) + " "));
    }

    /** The word that all names begin with, such as employee; empty for none. */
    private static String firstWord(Set<String> names) {
        List<String> words = names.stream()
                .map(name -> name.indexOf(' ') < 0 ? "" : name.substring(0, name.indexOf(' ')))
                .distinct()
                .toList();
        return words.size() == 1 && words.get(0).matches("[a-z-]+") ? words.get(0) : "";
    }

    private static String without(String word, String name) {
        return word.isEmpty() ? name : name.substring(word.length() + 1);
    }

    /** A changed field a row; the record is named in its first. */
    private static Rows fields(Map<String, Map<String, List<String>>> records, Limits limits) {
        List<List<String>> rows = new ArrayList<>();
        records.forEach((record, fields) -> {
            String named = Printable.text(record);
            for (List<String> field : fields.values()) {
                rows.add(List.of(
                        named,
                        Printable.text(field.get(FIELD)),
                        cut(field.get(OLD), limits),
                        cut(field.get(NEW), limits)));
                named = "";
            }
        });
        return new Rows("", List.of("record", "field", "old", "new"), rows);
    }

    private static String value(Map<String, List<String>> fields, String name, int side, Limits limits) {
        List<String> row = fields.get(name);
        return row == null ? "" : cut(row.get(side), limits);
    }

    private static String cut(String value, Limits limits) {
        String text = Printable.text(value);
        return text.length() <= limits.characters() ? text : text.substring(0, limits.characters()) + "…";
    }
}
