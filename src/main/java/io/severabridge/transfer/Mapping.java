package io.severabridge.transfer;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The pure functions between the two shapes and the agreed record.
 *
 * @param fromErp throws {@link io.severabridge.failure.Rejected} for what cannot be mapped
 * @param fromSevera never throws: what has no counterpart is kept as it is
 * @param toSevera the fields that are kept equal; null empties a field
 * @param toErp the columns that are kept equal; throws Rejected for what the ERP cannot hold
 */
public record Mapping<E extends Record, S extends Record, A extends Record>(
        Class<A> agreed,
        BiFunction<E, Facts, A> fromErp,
        BiFunction<S, Facts, A> fromSevera,
        Target<A> toSevera,
        ErpTarget<E, A> toErp) {
    /** The request body for an agreed record. {@code parent} is the GUID of the record it belongs to, empty if none. */
    @FunctionalInterface
    public interface Target<A> {
        Object body(A agreed, String parent, Facts facts);
    }

    /** The columns for an agreed record. {@code now} is the row as it is; null for a new one. */
    @FunctionalInterface
    public interface ErpTarget<E, A> {
        ErpValues values(A agreed, @Nullable E now, Facts facts);
    }
}
