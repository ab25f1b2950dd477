package io.severabridge.sync.definition;

import io.severabridge.severa.ListRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an undo looks at before it removes a record that was made: what is in use stays. */
public final class UndoRules<S extends Record> {
    private final List<UsedIn> usedIn;
    private final Map<ListRequest, String> usedInSevera;
    private final @Nullable Function<S, String> keptInSevera;
    private final String notLookedAt;

    private UndoRules(Builder<S> of) {
        usedIn = List.copyOf(of.usedIn);
        usedInSevera = Collections.unmodifiableMap(new LinkedHashMap<>(of.usedInSevera));
        keptInSevera = of.keptInSevera;
        notLookedAt = of.notLookedAt;
    }

    /**
     * Where the ERP refers to a row.
     *
     * @param rows what people call the rows that refer to it
     * @param statement names them, for a row of {@code @key}
     * @param entities what these rows are, where they may be removed as well
     */
    public record UsedIn(String rows, String statement, Set<String> entities) {}

    public List<UsedIn> usedIn() {
        return usedIn;
    }

    /** Lists of Severa whose records refer to records of this one, with the field. */
    public Map<ListRequest, String> usedInSevera() {
        return usedInSevera;
    }

    /** Why a record of Severa is no longer removed; empty where it may be. */
    public String keptInSevera(S record) {
        return keptInSevera == null ? "" : keptInSevera.apply(record);
    }

    /** Whether it says what an undo looks at, or why it looks at nothing. */
    public boolean isDeclared() {
        return !usedIn.isEmpty() || !usedInSevera.isEmpty() || keptInSevera != null || !notLookedAt.isEmpty();
    }

    /** Collects what is said of an undo. */
    public static final class Builder<S extends Record> {
        private final List<UsedIn> usedIn = new ArrayList<>();
        private final Map<ListRequest, String> usedInSevera = new LinkedHashMap<>();
        private @Nullable Function<S, String> keptInSevera;
        private String notLookedAt = "";

        Builder() {}

        /**
         * A statement that names the rows of another table which refer to a row of {@code @key}: such a row is not removed.
         *
         * @param rows what people call these rows
         * @param entities what these rows are, where they may be removed as well
         */
        public Builder<S> usedIn(String rows, String statement, String... entities) {
            usedIn.add(new UsedIn(rows, statement, Set.of(entities)));
            return this;
        }

        /** A list of Severa whose records refer to records of this one in a field: such a record is not removed. */
        public Builder<S> usedInSevera(ListRequest list, String field) {
            usedInSevera.put(list, field);
            return this;
        }

        /** Records of Severa that are no longer removed, and why; empty where they may be. */
        public Builder<S> keptInSevera(Function<S, String> why) {
            keptInSevera = why;
            return this;
        }

        /** An undo looks at nothing before it removes a record, and why. */
        public Builder<S> notLookedAt(String why) {
            notLookedAt = why;
            return this;
        }

        public UndoRules<S> build() {
            return new UndoRules<>(this);
        }
    }
}
