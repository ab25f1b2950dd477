package io.severabridge.transfer;

import io.severabridge.bridge.Keys;
import io.severabridge.bridge.Matching;
import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.failure.Reason;
import io.severabridge.severa.ListRequest;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record on its way from the ERP to Severa, declared: where it comes from, what it is matched by, how it is
 * mapped, where it goes. The engine does the rest, and the same for all. What is not declared has a plain default.
 *
 * @param <E> a row of the ERP
 * @param <S> what Severa answers and takes, as far as it is used
 * @param <A> the agreed record: what both systems mean, in normal form
 */
public final class Part<E extends Record, S extends Record, A extends Record> {
    final String entity;
    final Resource<S> resource;
    final Source<E> source;
    final Mapping<E, S, A> mapping;

    Predicate<Company> textKey = company -> false;
    Predicate<Company> enabled = company -> true;
    Function<Company, Master> master = company -> company.masters().defaultMaster();
    BiFunction<E, Facts, Keys> keys = (row, facts) -> Keys.NONE;
    Matching.Several several = Matching.Several.REJECT;
    Reason ambiguous = Reason.AMBIGUOUS_MATCH;

    @Nullable
    Function<E, String> erpGuid;

    @Nullable
    String guidStatement;

    BiPredicate<E, Company> excluded = (row, company) -> false;
    BiFunction<E, Company, @Nullable Skip> notCreated = (row, company) -> null;
    BiPredicate<E, Facts> skippedWith = (row, facts) -> false;
    Predicate<E> absent = row -> false;
    boolean deletedWhenAbsent;
    boolean replacedWhenChanged;

    @Nullable
    String parent;

    @Nullable
    String parentResource;

    String parentField = "";

    Function<E, String> parentKey = row -> "";

    @Nullable
    String facetOf;

    Function<E, @Nullable String> above = row -> null;
    boolean hierarchy;
    boolean topDown;
    BiFunction<A, Facts, Map<String, Object>> onCreate = (agreed, facts) -> Map.of();
    BiFunction<E, Facts, List<String>> elsewhere = (row, facts) -> List.of();
    Function<String, String> createPath = parentGuid -> "";
    Function<S, @Nullable String> updatePath = record -> null;
    boolean answersOtherRecord;

    @Nullable
    BiFunction<A, String, ListRequest> lookUp;

    public Part(String entity, Resource<S> resource, Source<E> source, Mapping<E, S, A> mapping) {
        this.entity = entity;
        this.resource = resource;
        this.source = source;
        this.mapping = mapping;
    }

    public String entity() {
        return entity;
    }

    public boolean enabledFor(Company company) {
        return enabled.test(company);
    }

    /** The statements that it needs. */
    public List<String> statements() {
        return guidStatement == null ? List.of(source.rows()) : List.of(source.rows(), guidStatement);
    }

    /** Companies whose key column is a text; elsewhere it is a whole number. */
    public Part<E, S, A> textKey(Predicate<Company> companies) {
        textKey = companies;
        return this;
    }

    /** Companies that have it switched on. */
    public Part<E, S, A> enabled(Predicate<Company> companies) {
        enabled = companies;
        return this;
    }

    public Part<E, S, A> master(Function<Company, Master> of) {
        master = of;
        return this;
    }

    /** What a row is matched by; the same normal forms as those of the resource. */
    public Part<E, S, A> matchedBy(BiFunction<E, Facts, Keys> by) {
        keys = by;
        return this;
    }

    /** What it is called when several records in Severa fit. */
    public Part<E, S, A> ambiguousAs(Reason reason) {
        ambiguous = reason;
        return this;
    }

    /** Several records in Severa that fit are no reason to reject: the oldest is taken. */
    public Part<E, S, A> oldestOfSeveral() {
        several = Matching.Several.OLDEST;
        return this;
    }

    /** The ERP's field for the GUID, and the statement that writes it with {@code @guid} and {@code @key}. */
    public Part<E, S, A> guidIn(Function<E, String> field, String statement) {
        erpGuid = field;
        guidStatement = statement;
        return this;
    }

    /** Rows that are never sent nor updated. */
    public Part<E, S, A> excluded(BiPredicate<E, Company> rows) {
        excluded = rows;
        return this;
    }

    /** Rows that are not made in Severa, but kept equal where they are there. */
    public Part<E, S, A> notCreated(BiFunction<E, Company, @Nullable Skip> why) {
        notCreated = why;
        return this;
    }

    /** Rows that are skipped because a record they belong to is not transferred. */
    public Part<E, S, A> skippedWith(BiPredicate<E, Facts> rows) {
        skippedWith = rows;
        return this;
    }

    /** Rows that stand for no record. */
    public Part<E, S, A> absent(Predicate<E> rows) {
        absent = rows;
        return this;
    }

    /** A linked record whose row stands for none any more is deleted in Severa. */
    public Part<E, S, A> deletedWhenAbsent() {
        deletedWhenAbsent = true;
        return this;
    }

    /** The API has no update for it: a change makes the new record, then deletes the old one. */
    public Part<E, S, A> replacedWhenChanged() {
        replacedWhenChanged = true;
        return this;
    }

    /** The record that it belongs to: skipped with it, rejected with it. */
    public Part<E, S, A> childOf(String entityOfParent, Function<E, String> key) {
        parent = entityOfParent;
        parentKey = key;
        return this;
    }

    /** Severa may have made it along with its parent, which then points to it: that one is taken before one is made. */
    public Part<E, S, A> madeWithParent(String resource, String field) {
        parentResource = resource;
        parentField = field;
        return this;
    }

    /** It is no record of its own in Severa but a facet of another one's: found by that one's link, never created. */
    public Part<E, S, A> facetOf(String entityOfRecord) {
        facetOf = entityOfRecord;
        return this;
    }

    /** Key of the row above: a circle is rejected. */
    public Part<E, S, A> below(Function<E, @Nullable String> keyOfRowAbove) {
        above = keyOfRowAbove;
        hierarchy = true;
        return this;
    }

    /** The rows of a hierarchy are sent from the top down, one after the other; they are few enough to be in memory. */
    public Part<E, S, A> topDown() {
        topDown = true;
        return this;
    }

    /** Fields that are sent on create only. */
    public Part<E, S, A> onCreate(BiFunction<A, Facts, Map<String, Object>> fields) {
        onCreate = fields;
        return this;
    }

    /** GUIDs of records of another kind that a row stands for: it links to them and is not created. */
    public Part<E, S, A> elsewhere(BiFunction<E, Facts, List<String>> guids) {
        elsewhere = guids;
        return this;
    }

    /** Where it is created; takes the GUID of the parent. */
    public Part<E, S, A> createdAt(Function<String, String> path) {
        createPath = path;
        return this;
    }

    public Part<E, S, A> createdAt(String path) {
        return createdAt(parentGuid -> path);
    }

    /** Where a record is updated or deleted; null where it cannot be. */
    public Part<E, S, A> updatedAt(Function<S, @Nullable String> path) {
        updatePath = path;
        return this;
    }

    /** The update goes to another resource, whose answer is not the record. */
    public Part<E, S, A> answersOtherRecord() {
        answersOtherRecord = true;
        return this;
    }

    /** The shortest list that would hold the record if an uncertain create has reached Severa. */
    public Part<E, S, A> lookedUpIn(BiFunction<A, String, ListRequest> list) {
        lookUp = list;
        return this;
    }
}
