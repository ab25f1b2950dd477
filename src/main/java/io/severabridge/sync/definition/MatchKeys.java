package io.severabridge.sync.definition;

import io.severabridge.store.staging.MatchValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.TextNormalizer;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rows of the ERP and records of Severa are matched by, each key named once for both sides, so that both have the same
 * normal form. One key may count as number, one as e-mail address, one as name.
 */
public final class MatchKeys<E, S> {
    /** Which of the {@link MatchValues} a key is. */
    private enum Kind {
        NUMBER,
        EMAIL,
        NAME
    }

    private record Key<E, S>(
            Kind kind, BiFunction<E, MappingContext, @Nullable String> erp, Function<S, @Nullable String> severa) {}

    private final List<Key<E, S>> keys;
    private final Predicate<S> having;

    private MatchKeys(List<Key<E, S>> keys, Predicate<S> having) {
        this.keys = keys;
        this.having = having;
    }

    /** Matches nothing. */
    public static <E, S> MatchKeys<E, S> none() {
        return new MatchKeys<>(List.of(), record -> true);
    }

    /** A number: without leading zeros; zero is none. */
    public static <E, S> MatchKeys<E, S> number(
            Function<E, ? extends @Nullable Object> erp, Function<S, ? extends @Nullable Object> severa) {
        return of(Kind.NUMBER, erp, severa, TextNormalizer::number);
    }

    /** A number that is a text, or a code. */
    public static <E, S> MatchKeys<E, S> code(
            Function<E, ? extends @Nullable Object> erp, Function<S, ? extends @Nullable Object> severa) {
        return of(Kind.NUMBER, erp, severa, TextNormalizer::orNull);
    }

    /** An e-mail address, in any case. */
    public static <E, S> MatchKeys<E, S> email(
            Function<E, ? extends @Nullable Object> erp, Function<S, ? extends @Nullable Object> severa) {
        return of(Kind.EMAIL, erp, severa, TextNormalizer::folded);
    }

    /** A name, in any case. */
    public static <E, S> MatchKeys<E, S> name(
            Function<E, ? extends @Nullable Object> erp, Function<S, ? extends @Nullable Object> severa) {
        return of(Kind.NAME, erp, severa, TextNormalizer::folded);
    }

    /** What records have instead of a name, in normal form already. */
    public static <E, S> MatchKeys<E, S> content(
            BiFunction<E, MappingContext, @Nullable String> erp, Function<S, @Nullable String> severa) {
        return new MatchKeys<>(List.of(new Key<>(Kind.NAME, erp, severa)), record -> true);
    }

    private static <E, S> MatchKeys<E, S> of(
            Kind kind,
            Function<E, ? extends @Nullable Object> erp,
            Function<S, ? extends @Nullable Object> severa,
            Function<@Nullable String, @Nullable String> form) {
        return new MatchKeys<>(
                List.of(new Key<>(
                        kind,
                        (row, context) -> form.apply(text(erp.apply(row))),
                        record -> form.apply(text(severa.apply(record))))),
                record -> true);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : String.valueOf(value);
    }

    /** These and other keys. */
    public MatchKeys<E, S> and(MatchKeys<E, S> more) {
        return new MatchKeys<>(Stream.concat(keys.stream(), more.keys.stream()).toList(), having.and(more.having));
    }

    /** Other records of Severa have no keys. */
    public MatchKeys<E, S> onlyOf(Predicate<S> records) {
        return new MatchKeys<>(keys, having.and(records));
    }

    /** Whether all keys of the others are among these. */
    public boolean includes(MatchKeys<?, ?> others) {
        return keys.containsAll(others.keys);
    }

    /** The keys of a row. */
    public MatchValues ofRow(E row, MappingContext context) {
        return keys(key -> key.erp().apply(row, context));
    }

    /** The keys of a record of Severa. */
    public MatchValues ofRecord(S record) {
        return having.test(record) ? keys(key -> key.severa().apply(record)) : MatchValues.NONE;
    }

    private MatchValues keys(Function<Key<E, S>, @Nullable String> value) {
        return new MatchValues(first(Kind.NUMBER, value), first(Kind.EMAIL, value), first(Kind.NAME, value));
    }

    private @Nullable String first(Kind kind, Function<Key<E, S>, @Nullable String> value) {
        for (Key<E, S> key : keys) {
            String found = key.kind() == kind ? value.apply(key) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
