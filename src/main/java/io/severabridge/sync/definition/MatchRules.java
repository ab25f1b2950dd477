package io.severabridge.sync.definition;

import io.severabridge.failure.Reason;
import io.severabridge.store.staging.MatchValues;
import io.severabridge.store.staging.Several;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.MappingContext;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rows of the ERP and records of Severa are matched by, and how people tell them apart. */
public final class MatchRules<E extends Record, S extends Record, A extends Record> {
    private final MatchKeys<E, S> keys;
    private final Several several;
    private final Reason ambiguous;
    private final @Nullable Function<A, List<@Nullable String>> identity;
    private final BiFunction<E, MappingContext, List<String>> elsewhere;
    private final String elsewhereBy;
    private final boolean knownByNumber;

    private MatchRules(Builder<E, S, A> of) {
        keys = of.keys;
        several = of.several;
        ambiguous = of.ambiguous;
        identity = of.identity;
        elsewhere = of.elsewhere;
        elsewhereBy = of.elsewhereBy;
        knownByNumber = of.knownByNumber;
    }

    /** What a row is matched by. */
    public MatchValues keys(E row, MappingContext context) {
        return keys.ofRow(row, context);
    }

    public MatchKeys<E, S> keys() {
        return keys;
    }

    /** What becomes of a row that several records of Severa fit. */
    public Several several() {
        return several;
    }

    /** What it is called when several records in Severa fit. */
    public Reason ambiguous() {
        return ambiguous;
    }

    /** What people know a record by, beside number and GUID; empty where that is not declared. */
    public List<@Nullable String> identity(A record) {
        return identity == null ? List.of() : identity.apply(record);
    }

    public boolean hasIdentity() {
        return identity != null;
    }

    /** GUIDs of records of another kind that a row stands for. */
    public List<String> elsewhere(E row, MappingContext context) {
        return elsewhere.apply(row, context);
    }

    /** What a row is linked by to records of another kind, for people. */
    public String elsewhereBy() {
        return elsewhereBy;
    }

    /** Whether the number alone identifies a record below its parent. */
    public boolean knownByNumber() {
        return knownByNumber;
    }

    /** Collects what is said of the match. */
    public static final class Builder<E extends Record, S extends Record, A extends Record> {
        private MatchKeys<E, S> keys = MatchKeys.none();
        private Several several = Several.REJECT;
        private Reason ambiguous = EngineRejects.AMBIGUOUS_MATCH;
        private @Nullable Function<A, List<@Nullable String>> identity;
        private BiFunction<E, MappingContext, List<String>> elsewhere = (row, context) -> List.of();
        private String elsewhereBy = "";
        private boolean knownByNumber;

        Builder() {}

        /** What rows are matched by; the resource has the same keys. */
        public Builder<E, S, A> by(MatchKeys<E, S> both) {
            keys = both;
            return this;
        }

        /** What it is called when several records in Severa fit. */
        public Builder<E, S, A> ambiguousAs(Reason reason) {
            ambiguous = reason;
            return this;
        }

        /** Several records in Severa that fit are no reason to reject: the oldest is taken. */
        public Builder<E, S, A> oldestOfSeveral() {
            several = Several.OLDEST;
            return this;
        }

        /** Severa may have one only: several are rejected, whether or not one of them is linked. */
        public Builder<E, S, A> onlyOne(Reason severalOfThem) {
            several = Several.ONLY_ONE;
            return ambiguousAs(severalOfThem);
        }

        /**
         * What people know records by, beside number and GUID. A linked row whose GUID field is empty and that has none of it
         * in common with the linked record is another one, made under a number that was used before.
         */
        public Builder<E, S, A> identifiedBy(Function<A, List<@Nullable String>> values) {
            identity = values;
            return this;
        }

        /**
         * GUIDs of records of another kind that a row stands for: it links to them and is not created.
         *
         * @param rule what it is linked by, for people
         */
        public Builder<E, S, A> elsewhere(String rule, BiFunction<E, MappingContext, List<String>> guids) {
            elsewhereBy = rule;
            elsewhere = guids;
            return this;
        }

        /** Below its parent its number alone identifies it: an uncertain create is looked up by that, not by its content. */
        public Builder<E, S, A> knownByNumber() {
            knownByNumber = true;
            return this;
        }

        public MatchRules<E, S, A> build() {
            return new MatchRules<>(this);
        }
    }
}
