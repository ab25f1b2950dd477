package io.severabridge.sync.plan;

import io.severabridge.failure.Rejected;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Skip;
import java.util.Map;
import java.util.Set;

/** What the ERP is to get of one record. */
public sealed interface ErpDecision<E extends Record, S extends Record, A extends Record> {
    /** What it is called in the books of the run: the ERP's key, of a record that the ERP has not yet Severa's GUID. */
    String key();

    String label();

    MappingContext context();

    /** Of a row that both have. */
    sealed interface OfRow<E extends Record, S extends Record, A extends Record> extends ErpDecision<E, S, A> {
        DecidedRow<E, S, A> planned();

        @Override
        default String key() {
            return planned().key();
        }

        @Override
        default String label() {
            return planned().label();
        }

        @Override
        default MappingContext context() {
            return planned().context();
        }
    }

    /** Something to write: {@link Update} or {@link Insert}. */
    sealed interface Write<E extends Record, S extends Record, A extends Record> extends ErpDecision<E, S, A> {
        /** All parameters of the definition's statements, but those that stamp the change. */
        Map<String, Object> values();
    }

    /** Both have the record, and no column of the row changes. */
    record Same<E extends Record, S extends Record, A extends Record>(
            DecidedRow<E, S, A> planned, Decision.Keep<S, A> keep) implements OfRow<E, S, A> {}

    /** A row that changes; {@code changed} are the parameters of the columns that do. */
    record Update<E extends Record, S extends Record, A extends Record>(
            DecidedRow<E, S, A> planned, Decision.Keep<S, A> keep, Set<String> changed, Map<String, Object> values)
            implements OfRow<E, S, A>, Write<E, S, A> {}

    /** A new row. */
    record Insert<E extends Record, S extends Record, A extends Record>(
            S severa, String key, String label, MappingContext context, A agreed, Map<String, Object> values)
            implements Write<E, S, A> {}

    record Skipped<E extends Record, S extends Record, A extends Record>(
            String key, String label, MappingContext context, Skip why) implements ErpDecision<E, S, A> {}

    /** Handed back to people; {@code conflicts} is how many fields were changed on both sides. */
    record Refused<E extends Record, S extends Record, A extends Record>(
            String key, String label, MappingContext context, Rejected why, int conflicts)
            implements ErpDecision<E, S, A> {}

    /** The other direction's business. */
    record Passed<E extends Record, S extends Record, A extends Record>(
            String key, String label, MappingContext context) implements ErpDecision<E, S, A> {}
}
