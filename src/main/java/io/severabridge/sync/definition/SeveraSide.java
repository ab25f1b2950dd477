package io.severabridge.sync.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a definition's records are in Severa, and how they are written there. */
public final class SeveraSide<S extends Record> {
    private final SeveraResource<S> resource;
    private final @Nullable Function<String, String> createPath;
    private final @Nullable Function<S, @Nullable String> updatePath;
    private final boolean answersOtherRecord;
    private final boolean replacedWhenChanged;
    private final @Nullable SeveraResource<?> eligibleBy;
    private final List<SeveraResource<?>> alsoRead;
    private final Set<String> scopes;
    private final String deleteScope;
    private final Function<S, String> label;

    private SeveraSide(Builder<S> of) {
        resource = of.resource;
        createPath = of.createPath;
        updatePath = of.updatePath;
        answersOtherRecord = of.answersOtherRecord;
        replacedWhenChanged = of.replacedWhenChanged;
        eligibleBy = of.eligibleBy;
        alsoRead = List.copyOf(of.alsoRead);
        scopes = Set.copyOf(of.scopes);
        deleteScope = of.deleteScope;
        label = of.label;
    }

    /** Begins the side of a resource. */
    public static <S extends Record> Builder<S> of(SeveraResource<S> resource) {
        return new Builder<>(resource);
    }

    public SeveraResource<S> resource() {
        return resource;
    }

    /** Whether records are made there. */
    public boolean isCreated() {
        return createPath != null;
    }

    /** Whether records are updated or deleted there. */
    public boolean isUpdated() {
        return updatePath != null;
    }

    /** Where a record is created below that parent. */
    public String createPath(String parentGuid) {
        return createPath == null ? "" : createPath.apply(parentGuid);
    }

    /** Where a record is updated or deleted; null where it cannot be. */
    public @Nullable String updatePath(S record) {
        return updatePath == null ? null : updatePath.apply(record);
    }

    public boolean answersOtherRecord() {
        return answersOtherRecord;
    }

    public boolean replacedWhenChanged() {
        return replacedWhenChanged;
    }

    /** The resource whose records make one of this eligible for the ERP; null where that does not matter. */
    public @Nullable SeveraResource<?> eligibleBy() {
        return eligibleBy;
    }

    /** Resources that the mapping looks at beside its own. */
    public List<SeveraResource<?>> alsoRead() {
        return alsoRead;
    }

    /** What Severa has to allow beside what registers need. */
    public Set<String> scopes() {
        return scopes;
    }

    /** What Severa has to allow before records that were made can be removed; empty where the other scopes are enough. */
    public String deleteScope() {
        return deleteScope;
    }

    /** How people call a record; empty where that is not declared. */
    public String label(S record) {
        return label.apply(record);
    }

    /** How people find a record: what it is called, and its GUID. */
    public String called(@Nullable S record, String guid) {
        String called = record == null ? "" : label(record);
        return called.isEmpty() ? guid : called + " (" + guid + ")";
    }

    /** Collects what is said of Severa's side. */
    public static final class Builder<S extends Record> {
        private final SeveraResource<S> resource;
        private @Nullable Function<String, String> createPath;
        private @Nullable Function<S, @Nullable String> updatePath;
        private boolean answersOtherRecord;
        private boolean replacedWhenChanged;
        private @Nullable SeveraResource<?> eligibleBy;
        private final List<SeveraResource<?>> alsoRead = new ArrayList<>();
        private final Set<String> scopes = new TreeSet<>();
        private String deleteScope = "";
        private Function<S, String> label = record -> "";

        private Builder(SeveraResource<S> resource) {
            this.resource = resource;
        }

        /** Where it is created; takes the GUID of the parent. */
        public Builder<S> createdAt(Function<String, String> path) {
            createPath = path;
            return this;
        }

        public Builder<S> createdAt(String path) {
            return createdAt(parentGuid -> path);
        }

        /** Where a record is updated or deleted, also by an undo; null where it cannot be. */
        public Builder<S> updatedAt(Function<S, @Nullable String> path) {
            updatePath = path;
            return this;
        }

        /** The update goes to another resource, whose answer is not the record; its fields are called as in the record. */
        public Builder<S> answersOtherRecord() {
            answersOtherRecord = true;
            return this;
        }

        /** The API has no update for it: a change makes the new record, then deletes the old one. */
        public Builder<S> replacedWhenChanged() {
            replacedWhenChanged = true;
            return this;
        }

        /** Records of that resource make a record of this one eligible for the ERP. */
        public Builder<S> eligibleBy(SeveraResource<?> other) {
            eligibleBy = other;
            return this;
        }

        /** The mapping looks at records of other resources, which are brought up to date before it. */
        public Builder<S> reads(SeveraResource<?>... resources) {
            alsoRead.addAll(List.of(resources));
            return this;
        }

        /** What Severa has to allow beside what registers need. */
        public Builder<S> allowedTo(String... more) {
            scopes.addAll(List.of(more));
            return this;
        }

        /** What Severa has to allow before records that were made can be removed again. */
        public Builder<S> deletedWith(String scope) {
            deleteScope = scope;
            return this;
        }

        /** How people call a record that Severa has and the ERP has not. */
        public Builder<S> called(Function<S, String> by) {
            label = by;
            return this;
        }

        public SeveraSide<S> build() {
            return new SeveraSide<>(this);
        }
    }
}
