package io.severabridge.sync.definition;

import io.severabridge.failure.Reason;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a definition's records hang together with others: below a parent, as a facet of another record, or in a hierarchy. */
public final class Belonging<E extends Record, A extends Record> {
    private final @Nullable String parent;
    private final Function<E, String> parentKey;
    private final @Nullable Reason ownerUnknown;
    private final @Nullable String parentList;
    private final @Nullable MadeWithParent<A> madeWithParent;
    private final @Nullable String facetOf;
    private final boolean onlyOfLinked;
    private final @Nullable Function<E, @Nullable String> above;
    private final boolean topDown;

    private Belonging(Builder<E, A> of) {
        parent = of.parent;
        parentKey = of.parentKey;
        ownerUnknown = of.ownerUnknown;
        parentList = of.parentList;
        madeWithParent = of.madeWithParent;
        facetOf = of.facetOf;
        onlyOfLinked = of.onlyOfLinked;
        above = of.above;
        topDown = of.topDown;
    }

    /**
     * A record that Severa makes along with its parent.
     *
     * @param resource of the parent
     * @param field of the parent that points to it
     * @param taken decides on the ERP's record and Severa's
     */
    public record MadeWithParent<A>(String resource, String field, BiPredicate<A, A> taken) {}

    /** The entity that it belongs to; null where it belongs to none. */
    public @Nullable String parent() {
        return parent;
    }

    /** The ERP's key of the record that a row belongs to. */
    public String parentKey(E row) {
        return parentKey.apply(row);
    }

    /** The reason where the ERP has no such record as the one that it belongs to, or is a facet of. */
    public @Nullable Reason ownerUnknown() {
        return ownerUnknown;
    }

    /** The resource of the parent, where its own list cannot be asked for changes. */
    public @Nullable String parentList() {
        return parentList;
    }

    /** Where Severa may have made it; null where it makes none by itself. */
    public @Nullable MadeWithParent<A> madeWithParent() {
        return madeWithParent;
    }

    /** The entity that it is a facet of; null where it is a record of its own. */
    public @Nullable String facetOf() {
        return facetOf;
    }

    /** Whether facets of records that are not linked are skipped. */
    public boolean onlyOfLinked() {
        return onlyOfLinked;
    }

    /** Whether rows are below other rows. */
    public boolean isHierarchy() {
        return above != null;
    }

    /** Key of the row above; null for none. */
    public @Nullable String above(E row) {
        return above == null ? null : above.apply(row);
    }

    /** Whether rows are sent from the top down, one after the other. */
    public boolean topDown() {
        return topDown;
    }

    /** Collects what is said of what it belongs to. */
    public static final class Builder<E extends Record, A extends Record> {
        private @Nullable String parent;
        private Function<E, String> parentKey = row -> "";
        private @Nullable Reason ownerUnknown;
        private @Nullable String parentList;
        private @Nullable MadeWithParent<A> madeWithParent;
        private @Nullable String facetOf;
        private boolean onlyOfLinked;
        private @Nullable Function<E, @Nullable String> above;
        private boolean topDown;

        Builder() {}

        /**
         * The record that it belongs to: skipped with it, rejected with it.
         *
         * @param unknown the reason where the ERP has no such record
         */
        public Builder<E, A> childOf(String entityOfParent, Function<E, String> key, Reason unknown) {
            parent = entityOfParent;
            parentKey = key;
            ownerUnknown = unknown;
            return this;
        }

        /** The resource of the record that it belongs to, where its own list cannot be asked for changes. */
        public Builder<E, A> parentIn(String resource) {
            parentList = resource;
            return this;
        }

        /**
         * Severa may have made it along with its parent, which then points to it: that one is taken before one is made.
         *
         * @param when decides on the ERP's record and Severa's: one that people have filled in is not taken
         */
        public Builder<E, A> madeWithParent(String resource, String field, BiPredicate<A, A> when) {
            madeWithParent = new MadeWithParent<>(resource, field, when);
            return this;
        }

        /**
         * It is no record of its own in Severa but a facet of another one's: found by that one's link, never created.
         *
         * @param unknown the reason where the ERP has no such record
         */
        public Builder<E, A> facetOf(String entityOfRecord, Reason unknown) {
            facetOf = entityOfRecord;
            ownerUnknown = unknown;
            return this;
        }

        /** The same; a facet of a record that is not linked is skipped, and no reject: the ERP has others, too. */
        public Builder<E, A> facetOfLinked(String entityOfRecord) {
            facetOf = entityOfRecord;
            onlyOfLinked = true;
            return this;
        }

        /** Key of the row above: a circle is rejected. */
        public Builder<E, A> below(Function<E, @Nullable String> keyOfRowAbove) {
            above = keyOfRowAbove;
            return this;
        }

        /** The rows of a hierarchy are sent from the top down, one after the other; they are few enough to be in memory. */
        public Builder<E, A> topDown() {
            topDown = true;
            return this;
        }

        public Belonging<E, A> build() {
            return new Belonging<>(this);
        }
    }
}
