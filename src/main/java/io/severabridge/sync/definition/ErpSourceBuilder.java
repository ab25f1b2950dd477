package io.severabridge.sync.definition;

import io.severabridge.company.Company;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Collects what is said of the ERP's side. */
public final class ErpSourceBuilder<E extends Record> {
    final String rows;
    final Class<E> type;
    final Function<E, String> key;
    final Function<E, String> label;
    Function<E, String> position;
    Predicate<Company> textKey = company -> false;
    ErpSource.@Nullable GuidField<E> guid;
    final List<ErpTable<E>> tables = new ArrayList<>();
    Function<Company, Map<String, Object>> parameters = company -> Map.of();
    Function<Company, String> rowsOf = company -> "";

    @Nullable
    ToLongFunction<E> progress;

    @Nullable
    ToLongFunction<String> numberOfPosition;

    @Nullable
    String counts;

    @Nullable
    String rowOf;

    @Nullable
    Function<Company, Integer> template;

    final Set<String> cut = new HashSet<>();

    @Nullable
    String givenNumber;

    final List<String> uses = new ArrayList<>();

    ErpSourceBuilder(String rows, Class<E> type, Function<E, String> key, Function<E, String> label) {
        this.rows = rows;
        this.type = type;
        this.key = key;
        this.position = key;
        this.label = label;
    }

    /** Rows are ordered by another value than the key: that of the first column, as text. */
    public ErpSourceBuilder<E> orderedBy(Function<E, String> value) {
        position = value;
        return this;
    }

    /** Companies whose key column is a text; elsewhere it is a whole number. */
    public ErpSourceBuilder<E> textKey(Predicate<Company> companies) {
        textKey = companies;
        return this;
    }

    /** The ERP's field for the GUID, and the statement that writes it with {@code @guid} and {@code @key}. */
    public ErpSourceBuilder<E> guidIn(Function<E, String> field, String statement) {
        guid = new ErpSource.GuidField<>(field, statement);
        return this;
    }

    /** A table of the ERP that it is written to; the first holds its rows. */
    public ErpSourceBuilder<E> writtenTo(ErpTable<E> table) {
        tables.add(table);
        return this;
    }

    /** What the statements that read its rows are given. */
    public ErpSourceBuilder<E> parameters(Function<Company, Map<String, Object>> values) {
        parameters = values;
        return this;
    }

    /** What chooses its rows among those of the table, as a text: with another one they are read whole again. */
    public ErpSourceBuilder<E> rowsOf(Function<Company, String> choice) {
        rowsOf = choice;
        return this;
    }

    /**
     * Its rows are never changed, only added, with a number that grows: those are read that have it from the last one on.
     * The statement's {@code changedAt} is that number plus 10,000.
     */
    public ErpSourceBuilder<E> addedBy(ToLongFunction<E> number) {
        progress = number;
        return this;
    }

    /**
     * Rows are ordered by that number first: their statement is given {@code @firstNumber} and {@code @lastNumber}, so
     * that it need not look through the whole table.
     *
     * @param number of a position
     */
    public ErpSourceBuilder<E> inOrderOfNumbers(ToLongFunction<String> number) {
        numberOfPosition = number;
        return this;
    }

    /**
     * Rows may appear with an earlier number than those that were read: a statement says how many rows each number has,
     * and the rows of numbers that have more than are known are read, however early.
     */
    public ErpSourceBuilder<E> countedBy(String statement) {
        counts = statement;
        return this;
    }

    /** It is columns of the rows of another entity, which makes them. */
    public ErpSourceBuilder<E> inRowOf(String entityOfRow) {
        rowOf = entityOfRow;
        return this;
    }

    /** The row that new rows take the columns from which neither this entity nor one in its rows maps; 0 for none. */
    public ErpSourceBuilder<E> like(Function<Company, Integer> templateKey) {
        template = templateKey;
        return this;
    }

    /** Texts that are cut to the length of their column, with a warning; by parameter. */
    public ErpSourceBuilder<E> cut(String... texts) {
        cut.addAll(List.of(texts));
        return this;
    }

    /** The field of the agreed record that the ERP gives a number where Severa has none; it is sent back. */
    public ErpSourceBuilder<E> numberedByErp(String field) {
        givenNumber = field;
        return this;
    }

    /** Statements of code tables that only it needs. */
    public ErpSourceBuilder<E> uses(String... statements) {
        uses.addAll(List.of(statements));
        return this;
    }

    public ErpSource<E> build() {
        return new ErpSource<>(this);
    }
}
