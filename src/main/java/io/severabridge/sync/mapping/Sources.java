package io.severabridge.sync.mapping;

import io.severabridge.severa.ListRequest;
import java.util.List;
import java.util.Map;

/** Where a document is put together from: lists and records of Severa, rows of the ERP. Reads only. */
public interface Sources {
    /** A list of Severa to its end. */
    <T> List<T> list(ListRequest request, Class<T> type);

    /** One record or object of Severa. */
    <T> T get(String path, Class<T> type);

    /** Rows of the ERP. */
    <R extends Record> List<R> rows(String statement, Class<R> type, Map<String, ?> parameters);

    /** What the column holds that a reading statement uses, such as {@code a whole number}; empty where there is none. */
    String holds(String statement, String column);

    /** The same of a writing statement. */
    String filled(String statement, String column);

    /** How many characters the column holds that a writing statement fills from a parameter. */
    int length(String statement, String parameter);
}
