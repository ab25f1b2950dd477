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
 * @param keys what a record is matched by
 */
public record Resource<S extends Record>(
        String name,
        Class<S> type,
        ListRequest list,
        Predicate<S> used,
        Function<S, @Nullable String> guid,
        Function<S, Keys> keys,
        Function<S, @Nullable OffsetDateTime> createdAt) {}
