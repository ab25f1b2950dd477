package io.severabridge.sync.definition;

import io.severabridge.company.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Where a definition's records are in the ERP, and how they are written there. */
public final class ErpSource<E extends Record> {
    private final String rows;
    private final Class<E> type;
    private final Function<E, String> key;
    private final Function<E, String> position;
    private final Function<E, String> label;
    private final Predicate<Company> textKey;
    private final @Nullable GuidField<E> guid;
    private final List<ErpTable<E>> tables;
    private final Function<Company, Map<String, Object>> parameters;
    private final Function<Company, String> rowsOf;
    private final @Nullable ToLongFunction<E> progress;
    private final @Nullable ToLongFunction<String> numberOfPosition;
    private final @Nullable String counts;
    private final @Nullable String rowOf;
    private final @Nullable Function<Company, Integer> template;
    private final Set<String> cut;
    private final @Nullable String givenNumber;
    private final List<String> uses;

    ErpSource(ErpSourceBuilder<E> of) {
        rows = of.rows;
        type = of.type;
        key = of.key;
        position = of.position;
        label = of.label;
        textKey = of.textKey;
        guid = of.guid;
        tables = List.copyOf(of.tables);
        parameters = of.parameters;
        rowsOf = of.rowsOf;
        progress = of.progress;
        numberOfPosition = of.numberOfPosition;
        counts = of.counts;
        rowOf = of.rowOf;
        template = of.template;
        cut = Set.copyOf(of.cut);
        givenNumber = of.givenNumber;
        uses = List.copyOf(of.uses);
    }

    /** The field of a row for the GUID, and the statement that writes it with {@code @guid} and {@code @key}. */
    record GuidField<E>(Function<E, String> field, String statement) {}

    /**
     * Begins a source.
     *
     * @param rows name of the statement; its first column, which is the first component of {@code type}, is the position that
     *     rows are ordered and read by, and its last, {@code changedAt}, says when a row changed: yyyymmddhhmm, less than
     *     10000 where that is not known
     * @param type a row, its components the column aliases
     * @param key the record's key as text
     * @param label how people call the record: kind, number, name
     */
    public static <E extends Record> ErpSourceBuilder<E> of(
            String rows, Class<E> type, Function<E, String> key, Function<E, String> label) {
        return new ErpSourceBuilder<>(rows, type, key, label);
    }

    /** Name of the statement that reads the rows. */
    public String rows() {
        return rows;
    }

    public Class<E> type() {
        return type;
    }

    public String key(E row) {
        return key.apply(row);
    }

    /** The value of the column that rows are ordered and read by, as text. */
    public String position(E row) {
        return position.apply(row);
    }

    /** The name of the column that rows are ordered and read by. */
    public String positionColumn() {
        return type.getRecordComponents()[0].getName();
    }

    public String label(E row) {
        return label.apply(row);
    }

    /** Whether the key column of that company is a text. */
    public boolean isTextKey(Company company) {
        return textKey.test(company);
    }

    public boolean hasGuid() {
        return guid != null;
    }

    /** What stands in the field for the GUID; empty where rows have no such field. */
    public String guid(E row) {
        return guid == null ? "" : guid.field().apply(row);
    }

    /** The statement that writes the GUID; null where rows have no field for it. */
    public @Nullable String guidStatement() {
        return guid == null ? null : guid.statement();
    }

    /** The tables that are written to; the first holds the rows. */
    public List<ErpTable<E>> tables() {
        return tables;
    }

    /** Whether new rows are added. */
    public boolean isInserted() {
        return !tables.isEmpty() && tables.get(0).insert() != null;
    }

    /** What the statements that read the rows are given. */
    public Map<String, Object> parameters(Company company) {
        return parameters.apply(company);
    }

    /** What chooses the rows among those of the table, as a text; empty where all are read. */
    public String rowsOf(Company company) {
        return rowsOf.apply(company);
    }

    /** The growing number of rows that are only added; null where rows change. */
    public @Nullable ToLongFunction<E> progress() {
        return progress;
    }

    /** That number of a position; null where rows are not ordered by it. */
    public @Nullable ToLongFunction<String> numberOfPosition() {
        return numberOfPosition;
    }

    /** The statement that says how many rows each number has; null where there is none. */
    public @Nullable String counts() {
        return counts;
    }

    /** The entity that makes the rows, where this is columns of them; null where it has rows of its own. */
    public @Nullable String rowOf() {
        return rowOf;
    }

    /** Key of the row that new rows take columns from which nobody maps; 0 for none. */
    public int template(Company company) {
        return template == null ? 0 : template.apply(company);
    }

    public boolean hasTemplate() {
        return template != null;
    }

    /** Parameters whose texts are cut to the length of their column. */
    public Set<String> cut() {
        return cut;
    }

    /** The field of the agreed record that the ERP gives a number where Severa has none; null where it gives none. */
    public @Nullable String givenNumber() {
        return givenNumber;
    }

    /** The statements that it needs, but those that write. */
    public List<String> statements() {
        List<String> names = new ArrayList<>(List.of(rows));
        names.addAll(uses);
        if (counts != null) {
            names.add(counts);
        }
        tables.forEach(table -> table.next().values().forEach(next -> names.add(next.statement())));
        return names;
    }

    /** The statements that write, but that for the GUID. */
    public List<String> writes() {
        return tables.stream().flatMap(table -> table.writes().stream()).toList();
    }
}
