package io.severabridge.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the API: where it is, what it takes, how its list is filtered and cut. A declaration; the engine is
 * {@link Store} and {@link Api}.
 */
final class ResourceSpec {
    enum Paging {
        TOKEN,
        OFFSET,
        NONE
    }

    /** What a filter of a list compares a field with. */
    enum Match {
        EQUAL,
        IGNORING_CASE,
        CONTAINS,
        /** A day that is not before the one asked for. */
        FROM,
        /** A day that is not behind the one asked for. */
        UNTIL,
        /** A time that is not before the one asked for. */
        SINCE
    }

    record Filter(String field, Match match) {}

    /**
     * A list below another record: {@code customers/{guid}/addresses}.
     *
     * @param one the answer is one record and no list
     * @param scope of reading; that of the resource if null
     */
    record Below(
            String parent,
            String path,
            String field,
            boolean create,
            Paging paging,
            boolean one,
            @Nullable String scope) {}

    final String name;
    final String scope;
    final Paging paging;
    final Map<String, Field> fields = new LinkedHashMap<>();
    final Map<String, Filter> filters = new LinkedHashMap<>();
    final Map<String, String> changedFields = new LinkedHashMap<>();
    final List<String> unique = new ArrayList<>();
    final List<Below> below = new ArrayList<>();
    final List<String> answered = new ArrayList<>();
    Set<String> verbs = Set.of("GET");
    final List<String> indexed = new ArrayList<>();
    final List<String> foundBy = new ArrayList<>();
    final Set<String> ownedBy = new java.util.HashSet<>();
    boolean remembers;
    boolean patchAnswersOne;
    boolean createAnswersArray;
    boolean listed = true;
    boolean alone;

    @Nullable
    String deletedIn;

    boolean changedSince;
    boolean audited = true;
    boolean listAll;

    ResourceSpec(String name, String scope, Paging paging) {
        this.name = name;
        this.scope = scope;
        this.paging = paging;
    }

    ResourceSpec with(Field... more) {
        for (Field field : more) {
            fields.put(field.name(), field);
        }
        return this;
    }

    ResourceSpec writable(String... more) {
        verbs = new java.util.HashSet<>(List.of(more));
        verbs.add("GET");
        return this;
    }

    ResourceSpec filter(String parameter, String field, Match match) {
        filters.put(parameter, new Filter(field, match));
        return this;
    }

    ResourceSpec unique(String... names) {
        unique.addAll(List.of(names));
        return this;
    }

    ResourceSpec below(String parent, String path, String field, boolean create, Paging pagingBelow) {
        below.add(new Below(parent, path, field, create, pagingBelow, false, null));
        return this;
    }

    /** A list below another record that is read with another scope. */
    ResourceSpec readBelow(String parent, String path, String field, Paging pagingBelow, String readWith) {
        below.add(new Below(parent, path, field, false, pagingBelow, false, readWith));
        return this;
    }

    /** The one record that belongs to another one. */
    ResourceSpec oneOf(String parent, String path, String field) {
        below.add(new Below(parent, path, field, false, Paging.NONE, true, null));
        return this;
    }

    /** Found by a field that no list is below. */
    ResourceSpec indexed(String field) {
        indexed.add(field);
        return this;
    }

    /** Its path takes these beside the GUID. */
    ResourceSpec foundBy(String... fields) {
        foundBy.addAll(List.of(fields));
        return this;
    }

    /** It holds on to nothing: what it names may be deleted. */
    ResourceSpec remembers() {
        remembers = true;
        return this;
    }

    /** It goes with the record that the field names. */
    ResourceSpec ownedBy(String field) {
        ownedBy.add(field);
        return this;
    }

    /** It has no list of its own, only lists below other records. */
    ResourceSpec onlyBelow() {
        listed = false;
        return this;
    }

    /** There is one of it: its path answers that, without a GUID. */
    ResourceSpec alone() {
        alone = true;
        return plain();
    }

    /** What is deleted is kept, as far as that resource shows it. */
    ResourceSpec deletedIn(String resource) {
        deletedIn = resource;
        return this;
    }

    /** A create is answered with an array of one. */
    ResourceSpec createAnswersArray() {
        createAnswersArray = true;
        return this;
    }

    /** The list can be asked for what has changed. */
    ResourceSpec changes() {
        changedSince = true;
        return this;
    }

    /** The list can also be asked for records in which one field has changed. */
    ResourceSpec changes(String parameter, String field) {
        changedFields.put(parameter, field);
        return this;
    }

    ResourceSpec patchAnswersOne() {
        patchAnswersOne = true;
        return this;
    }

    /** Without the fields of who and when. */
    ResourceSpec plain() {
        audited = false;
        return this;
    }

    /** A page is as long as the list unless the caller says otherwise. */
    ResourceSpec wholeByDefault() {
        listAll = true;
        return this;
    }
}
