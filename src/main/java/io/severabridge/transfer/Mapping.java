package io.severabridge.transfer;

import java.util.function.BiFunction;

/**
 * The pure functions between the two shapes and the agreed record.
 *
 * @param fromErp throws {@link io.severabridge.failure.Rejected} for what cannot be mapped
 * @param fromSevera never throws: what has no counterpart is kept as it is
 * @param toSevera the fields that are kept equal; null empties a field
 */
public record Mapping<E extends Record, S extends Record, A extends Record>(
        Class<A> agreed, BiFunction<E, Facts, A> fromErp, BiFunction<S, Facts, A> fromSevera, Target<A> toSevera) {
    /** The request body for an agreed record. {@code parent} is the GUID of the record it belongs to, empty if none. */
    @FunctionalInterface
    public interface Target<A> {
        Object body(A agreed, String parent, Facts facts);
    }
}
