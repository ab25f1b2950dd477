package io.severabridge.severa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of the API, read to its end.
 *
 * @param path below the base address, such as {@code /v1/customers}
 * @param paging which of the API's two ways of paging the list has
 * @param query parameters beside those of paging; a list is sent as a repeated parameter
 */
public record ListRequest(String path, Paging paging, Map<String, List<String>> query) {
    /** The ways in which the API cuts its lists into pages. */
    public enum Paging {
        /** {@code pageToken}, answered by the header {@code NextPageToken}. */
        TOKEN,
        /** {@code firstRow} and {@code rowCount}; nothing follows the last row. */
        OFFSET,
        /** One answer holds all. */
        NONE
    }

    public static ListRequest of(String path, Paging paging) {
        return new ListRequest(path, paging, Map.of());
    }

    /** The same list with one more parameter. */
    public ListRequest with(String name, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(query);
        more.put(name, List.of(values));
        return new ListRequest(path, paging, more);
    }
}
