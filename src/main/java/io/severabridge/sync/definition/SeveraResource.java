package io.severabridge.sync.definition;

import io.severabridge.company.Company;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.ListRequest;
import io.severabridge.store.staging.MatchValues;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record in Severa, declared: how its list is read, and what identifies its records. Several definitions may share
 * one. What is not declared has a plain default.
 */
public final class SeveraResource<S extends Record> {
    private final String name;
    private final Class<S> type;
    private final ListRequest list;
    private final Function<S, @Nullable String> guid;
    private final Function<S, @Nullable OffsetDateTime> createdAt;
    private final MatchKeys<?, S> keys;
    private final boolean keysBelowParent;
    private final Predicate<S> used;
    private final Function<S, @Nullable String> parent;
    private final BiPredicate<S, CodeTables> eligible;
    private final List<String> changedSince;
    private final @Nullable Function<String, ListRequest> perParent;
    private final @Nullable ListRequest deletions;
    private final Days<S> days;

    private SeveraResource(Builder<S> of) {
        name = of.name;
        type = of.type;
        list = of.list;
        guid = of.guid;
        createdAt = of.createdAt;
        keys = of.keys;
        keysBelowParent = of.keysBelowParent;
        used = of.used;
        parent = of.parent;
        eligible = of.eligible;
        changedSince = List.copyOf(of.changedSince);
        perParent = of.perParent;
        deletions = of.deletions;
        days = of.days;
    }

    /**
     * Begins a resource.
     *
     * @param name word for tables and messages, such as {@code customers}
     * @param type what the API answers, as far as it is used
     * @param list the whole list
     * @param guid null only for a record that was never stored
     */
    public static <S extends Record> Builder<S> of(
            String name,
            Class<S> type,
            ListRequest list,
            Function<S, @Nullable String> guid,
            Function<S, @Nullable OffsetDateTime> createdAt) {
        return new Builder<>(name, type, list, guid, createdAt);
    }

    /** Word for the records of Severa, as they are kept. */
    public String name() {
        return name;
    }

    public Class<S> type() {
        return type;
    }

    public ListRequest list() {
        return list;
    }

    public @Nullable String guid(S record) {
        return guid.apply(record);
    }

    public @Nullable OffsetDateTime createdAt(S record) {
        return createdAt.apply(record);
    }

    /** What a record is matched by. */
    public MatchValues keys(S record) {
        MatchValues own = keys.ofRecord(record);
        return keysBelowParent ? own.below(parent(record)) : own;
    }

    /** What records are matched by. */
    public MatchKeys<?, S> matchKeys() {
        return keys;
    }

    /** Whether a record takes part. */
    public boolean isUsed(S record) {
        return used.test(record);
    }

    /** GUID of the record that it belongs to, or is below; null for none. */
    public @Nullable String parent(S record) {
        return parent.apply(record);
    }

    /** Whether it makes its parent a record that goes to the ERP. */
    public boolean makesEligible(S record, CodeTables codes) {
        return eligible.test(record, codes);
    }

    /** The parameters of the list that ask for changes, one list each. */
    public List<String> changedSince() {
        return changedSince;
    }

    /** The list of one parent's records, by the parent's GUID; null where the whole list can be asked for changes. */
    public @Nullable Function<String, ListRequest> perParent() {
        return perParent;
    }

    /** The list of what was deleted; null where there is none. */
    public @Nullable ListRequest deletions() {
        return deletions;
    }

    public Days<S> days() {
        return days;
    }

    /**
     * Records may have a day.
     *
     * @param parameter of the list, for the first day; empty where records have no day
     * @param day of a record
     * @param first earlier ones are not read; null for all
     * @param back how many days are read again each time, changed or not
     */
    public record Days<S>(
            String parameter,
            Function<S, @Nullable LocalDate> day,
            Function<Company, @Nullable LocalDate> first,
            Function<Company, Duration> back) {
        public @Nullable LocalDate of(S record) {
            return day.apply(record);
        }

        public @Nullable LocalDate first(Company company) {
            return first.apply(company);
        }

        public Duration back(Company company) {
            return back.apply(company);
        }
    }

    /** Collects what is said of a resource. */
    public static final class Builder<S extends Record> {
        private final String name;
        private final Class<S> type;
        private final ListRequest list;
        private final Function<S, @Nullable String> guid;
        private final Function<S, @Nullable OffsetDateTime> createdAt;
        private MatchKeys<?, S> keys = MatchKeys.none();
        private boolean keysBelowParent;
        private Predicate<S> used = record -> true;
        private Function<S, @Nullable String> parent = record -> null;
        private BiPredicate<S, CodeTables> eligible = (record, codes) -> false;
        private final List<String> changedSince = new ArrayList<>(List.of("changedSince"));
        private @Nullable Function<String, ListRequest> perParent;
        private @Nullable ListRequest deletions;
        private Days<S> days = new Days<>("", record -> null, company -> null, company -> Duration.ZERO);

        private Builder(
                String name,
                Class<S> type,
                ListRequest list,
                Function<S, @Nullable String> guid,
                Function<S, @Nullable OffsetDateTime> createdAt) {
            this.name = name;
            this.type = type;
            this.list = list;
            this.guid = guid;
            this.createdAt = createdAt;
        }

        /** What records are matched by. */
        public Builder<S> matchedBy(MatchKeys<?, S> by) {
            keys = by;
            return this;
        }

        /** Only some records take part; others are not kept. */
        public Builder<S> only(Predicate<S> records) {
            used = records;
            return this;
        }

        /** GUID of the record that a record belongs to, or is below; null for none. */
        public Builder<S> below(Function<S, @Nullable String> parentGuid) {
            parent = parentGuid;
            return this;
        }

        /** The same; what a record is matched by counts below its parent only. */
        public Builder<S> matchedBelow(Function<S, @Nullable String> parentGuid) {
            keysBelowParent = true;
            return below(parentGuid);
        }

        /** Records that make their parent one which goes to the ERP. */
        public Builder<S> makesEligible(BiPredicate<S, CodeTables> records) {
            eligible = records;
            return this;
        }

        /** The list has a second parameter for a kind of change that the first may not show. */
        public Builder<S> alsoChangedSince(String parameter) {
            changedSince.add(parameter);
            return this;
        }

        /** A list of what was deleted, with {@code deletedSince}: the GUIDs count. */
        public Builder<S> deletedIn(ListRequest deleted) {
            deletions = deleted;
            return this;
        }

        /**
         * Records have a day.
         *
         * @param parameter of the list, for the first day
         * @param of a record
         * @param first earlier ones are not read; null for all
         * @param back how many days are read again each time, changed or not
         */
        public Builder<S> byDay(
                String parameter,
                Function<S, @Nullable LocalDate> of,
                Function<Company, @Nullable LocalDate> first,
                Function<Company, Duration> back) {
            days = new Days<>(parameter, of, first, back);
            return this;
        }

        /** The list cannot be asked for changes: the records of one parent are read where that parent has changed. */
        public Builder<S> readPerParent(Function<String, ListRequest> listOfParent) {
            perParent = listOfParent;
            return this;
        }

        public SeveraResource<S> build() {
            return new SeveraResource<>(this);
        }
    }
}
