package io.severabridge.transfer;

import io.severabridge.failure.Reason;
import io.severabridge.store.staging.Keys;
import io.severabridge.store.staging.Several;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rows of the ERP and records of Severa are matched by, and how people tell them apart. */
public final class MatchRules<E extends Record, A extends Record> {
    private final BiFunction<E, MappingContext, Keys> keys;
    private final Several several;
    private final Reason ambiguous;
    private final @Nullable Function<A, List<@Nullable String>> identity;
    private final BiFunction<E, MappingContext, List<String>> elsewhere;
    private final String elsewhereBy;
    private final boolean knownByNumber;

    private MatchRules(Builder<E, A> of) {
        keys = of.keys;
        several = of.several;
        ambiguous = of.ambiguous;
        identity = of.identity;
        elsewhere = of.elsewhere;
        elsewhereBy = of.elsewhereBy;
        knownByNumber = of.knownByNumber;
    }

    /** What a row is matched by; the same normal forms as those of the resource. */
    Keys keys(E row, MappingContext context) {
        return keys.apply(row, context);
    }

    /** What becomes of a row that several records of Severa fit. */
    Several several() {
        return several;
    }

    /** What it is called when several records in Severa fit. */
    Reason ambiguous() {
        return ambiguous;
    }

    /** What people know a record by, beside number and GUID; empty where that is not declared. */
    List<@Nullable String> identity(A record) {
        return identity == null ? List.of() : identity.apply(record);
    }

    boolean hasIdentity() {
        return identity != null;
    }

    /** GUIDs of records of another kind that a row stands for. */
    List<String> elsewhere(E row, MappingContext context) {
        return elsewhere.apply(row, context);
    }

    /** What a row is linked by to records of another kind, for people. */
    String elsewhereBy() {
        return elsewhereBy;
    }

    /** Whether the number alone identifies a record below its parent. */
    boolean knownByNumber() {
        return knownByNumber;
    }

    /** Collects what is said of the match. */
    public static final class Builder<E extends Record, A extends Record> {
        private BiFunction<E, MappingContext, Keys> keys = (row, context) -> Keys.NONE;
        private Several several = Several.REJECT;
        private Reason ambiguous = EngineRejects.AMBIGUOUS_MATCH;
        private @Nullable Function<A, List<@Nullable String>> identity;
        private BiFunction<E, MappingContext, List<String>> elsewhere = (row, context) -> List.of();
        private String elsewhereBy = "";
        private boolean knownByNumber;

        Builder() {}

        /** What a row is matched by; the same normal forms as those of the resource. */
        public Builder<E, A> by(BiFunction<E, MappingContext, Keys> keysOfRow) {
            keys = keysOfRow;
            return this;
        }

        /** What it is called when several records in Severa fit. */
        public Builder<E, A> ambiguousAs(Reason reason) {
            ambiguous = reason;
            return this;
        }

        /** Several records in Severa that fit are no reason to reject: the oldest is taken. */
        public Builder<E, A> oldestOfSeveral() {
            several = Several.OLDEST;
            return this;
        }

        /** Severa may have one only: several are rejected, whether or not one of them is linked. */
        public Builder<E, A> onlyOne(Reason severalOfThem) {
            several = Several.ONLY_ONE;
            return ambiguousAs(severalOfThem);
        }

        /**
         * What people know records by, beside number and GUID. A linked row whose GUID field is empty and that has none of it
         * in common with the linked record is another one, made under a number that was used before.
         */
        public Builder<E, A> identifiedBy(Function<A, List<@Nullable String>> values) {
            identity = values;
            return this;
        }

        /**
         * GUIDs of records of another kind that a row stands for: it links to them and is not created.
         *
         * @param rule what it is linked by, for people
         */
        public Builder<E, A> elsewhere(String rule, BiFunction<E, MappingContext, List<String>> guids) {
            elsewhereBy = rule;
            elsewhere = guids;
            return this;
        }

        /** Below its parent its number alone identifies it: an uncertain create is looked up by that, not by its content. */
        public Builder<E, A> knownByNumber() {
            knownByNumber = true;
            return this;
        }

        MatchRules<E, A> build() {
            return new MatchRules<>(this);
        }
    }
}
