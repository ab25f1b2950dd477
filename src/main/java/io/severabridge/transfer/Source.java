package io.severabridge.transfer;

import java.util.function.Function;

/**
 * Where the records of a part come from in the ERP.
 *
 * @param rows name of the statement; its first column, which is the first component of {@code type}, is the position that
 *     rows are ordered and read by, and its last, {@code changedAt}, says when a row changed: yyyymmddhhmm, less than 10000
 *     where that is not known
 * @param type a row, its components the column aliases
 * @param key the record's key as text
 * @param position the value of the first column, as text; the key, unless the key is made of several columns
 * @param label how people call the record: kind, number, name
 */
public record Source<E extends Record>(
        String rows, Class<E> type, Function<E, String> key, Function<E, String> position, Function<E, String> label) {
    /** A source whose rows are ordered by their key. */
    public static <E extends Record> Source<E> of(
            String rows, Class<E> type, Function<E, String> key, Function<E, String> label) {
        return new Source<>(rows, type, key, key, label);
    }

    /** The name of the column that rows are ordered and read by. */
    String positionColumn() {
        return type.getRecordComponents()[0].getName();
    }
}
