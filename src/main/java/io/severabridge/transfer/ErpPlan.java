package io.severabridge.transfer;

import java.util.Map;
import java.util.Set;

/** What is to be written to the ERP for one record. */
sealed interface ErpPlan<E extends Record, S extends Record, A extends Record> {
    /** What it is called in the books of the run: the ERP's key, of a record that the ERP has not yet Severa's GUID. */
    String key();

    String label();

    MappingContext facts();

    /** All parameters of the part's statements. */
    Map<String, Object> values();

    /** A row that changes; {@code changed} are the parameters of the columns that do. */
    record Update<E extends Record, S extends Record, A extends Record>(
            Planned<E, S, A> planned, Decision.Keep<S, A> keep, Set<String> changed, Map<String, Object> values)
            implements ErpPlan<E, S, A> {
        @Override
        public String key() {
            return planned.key();
        }

        @Override
        public String label() {
            return planned.label();
        }

        @Override
        public MappingContext facts() {
            return planned.facts();
        }
    }

    /** A new row. */
    record Insert<E extends Record, S extends Record, A extends Record>(
            S severa, String key, String label, MappingContext facts, A agreed, Map<String, Object> values)
            implements ErpPlan<E, S, A> {}
}
