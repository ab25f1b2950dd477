package io.severabridge.transfer;

import io.severabridge.company.Company;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.ListRequest;
import io.severabridge.store.staging.Keys;
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
 * A kind of record in Severa, declared: how its list is read, and what identifies its records. What is not declared
 * has a plain default.
 */
public final class Resource<S extends Record> {
    final String name;
    final Class<S> type;
    final ListRequest list;
    final Function<S, @Nullable String> guid;
    final Function<S, Keys> keys;
    final Function<S, @Nullable OffsetDateTime> createdAt;

    Predicate<S> used = record -> true;
    Function<S, @Nullable String> parent = record -> null;
    BiPredicate<S, CodeTables> eligible = (record, codes) -> false;
    final List<String> changedSince = new ArrayList<>(List.of("changedSince"));

    @Nullable
    Function<String, ListRequest> perParent;

    @Nullable
    ListRequest deletions;

    String dayParameter = "";
    Function<S, @Nullable LocalDate> day = record -> null;
    Function<Company, @Nullable LocalDate> from = company -> null;
    Function<Company, Duration> lookBack = company -> Duration.ZERO;

    /**
     * A resource.
     *
     * @param name word for tables and messages, such as {@code customers}
     * @param type what the API answers, as far as it is used
     * @param list the whole list
     * @param guid null only for a record that was never stored
     * @param keys what a record is matched by; those of a record that has a parent count below it only
     */
    public Resource(
            String name,
            Class<S> type,
            ListRequest list,
            Function<S, @Nullable String> guid,
            Function<S, Keys> keys,
            Function<S, @Nullable OffsetDateTime> createdAt) {
        this.name = name;
        this.type = type;
        this.list = list;
        this.guid = guid;
        this.keys = keys;
        this.createdAt = createdAt;
    }

    /** Only some records take part; others are not kept. */
    public Resource<S> only(Predicate<S> records) {
        used = records;
        return this;
    }

    /** GUID of the record that a record belongs to, or is below; null for none. */
    public Resource<S> below(Function<S, @Nullable String> parentGuid) {
        parent = parentGuid;
        return this;
    }

    /** Records that make their parent one which goes to the ERP. */
    public Resource<S> makesEligible(BiPredicate<S, CodeTables> records) {
        eligible = records;
        return this;
    }

    /** The list has a second parameter for a kind of change that the first may not show. */
    public Resource<S> alsoChangedSince(String parameter) {
        changedSince.add(parameter);
        return this;
    }

    /** A list of what was deleted, with {@code deletedSince}: the GUIDs count. */
    public Resource<S> deletedIn(ListRequest list) {
        deletions = list;
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
    public Resource<S> byDay(
            String parameter,
            Function<S, @Nullable LocalDate> of,
            Function<Company, @Nullable LocalDate> first,
            Function<Company, Duration> back) {
        dayParameter = parameter;
        day = of;
        from = first;
        lookBack = back;
        return this;
    }

    /** The list cannot be asked for changes: the records of one parent are read where that parent has changed. */
    public Resource<S> readPerParent(Function<String, ListRequest> listOfParent) {
        perParent = listOfParent;
        return this;
    }
}
