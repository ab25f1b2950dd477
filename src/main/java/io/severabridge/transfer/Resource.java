package io.severabridge.transfer;

import io.severabridge.bridge.Keys;
import io.severabridge.severa.ListRequest;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record in Severa: how its list is read, and what its records are told apart by.
 *
 * @param name word for tables and messages, such as {@code customers}
 * @param type what the API answers, as far as it is used
 * @param list the whole list
 * @param used which of the records take part; others are not kept
 * @param guid null only for a record that was never stored
 * @param keys what a record is matched by; those of a record that has a parent count below it only
 * @param above GUID of the record above it in a hierarchy; null for none
 */
public record Resource<S extends Record>(
        String name,
        Class<S> type,
        ListRequest list,
        Predicate<S> used,
        Function<S, @Nullable String> guid,
        Function<S, Keys> keys,
        Function<S, @Nullable String> above,
        Function<S, @Nullable OffsetDateTime> createdAt) {
    /** A resource without a hierarchy, all of whose records take part. */
    public static <S extends Record> Resource<S> of(
            String name,
            Class<S> type,
            ListRequest list,
            Function<S, @Nullable String> guid,
            Function<S, Keys> keys,
            Function<S, @Nullable OffsetDateTime> createdAt) {
        return new Resource<>(name, type, list, record -> true, guid, keys, record -> null, createdAt);
    }

    /** The same, of which only some records take part. */
    public Resource<S> only(Predicate<S> records) {
        return new Resource<>(name, type, list, records, guid, keys, above, createdAt);
    }

    /** The same, with a hierarchy. */
    public Resource<S> below(Function<S, @Nullable String> guidAbove) {
        return new Resource<>(name, type, list, used, guid, keys, guidAbove, createdAt);
    }
}
