package io.severabridge.transfer;

import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.staging.Keys;
import io.severabridge.store.staging.Matching;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record, declared for both directions: where it is in either system, what it is matched by, how it is mapped,
 * how it is written. The engine does the rest, and the same for all. What is not declared has a plain default.
 *
 * @param <E> a row of the ERP
 * @param <S> what Severa answers and takes, as far as it is used
 * @param <A> the agreed record: what both systems mean, in normal form
 */
public final class Part<E extends Record, S extends Record, A extends Record> implements Piece {
    final String entity;
    final Resource<S> resource;
    final Source<E> source;
    final Mapping<E, S, A> mapping;

    Predicate<Company> textKey = company -> false;
    Predicate<Company> enabled = company -> true;
    Function<Company, Master> master = company -> company.masters().defaultMaster();
    BiFunction<E, Facts, Keys> keys = (row, facts) -> Keys.NONE;
    Matching.Several several = Matching.Several.REJECT;
    Reason ambiguous = EngineRejects.AMBIGUOUS_MATCH;

    @Nullable
    Function<E, String> erpGuid;

    @Nullable
    String guidStatement;

    BiPredicate<E, Company> excluded = (row, company) -> false;
    Predicate<Company> excludedUnlessLinked = company -> false;
    Function<A, List<@Nullable String>> identity = agreed -> List.of();
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

    BiPredicate<A, A> takenFromParent = (erp, severa) -> true;

    Function<E, String> parentKey = row -> "";

    @Nullable
    String parentList;

    @Nullable
    String facetOf;

    Function<E, @Nullable String> above = row -> null;
    boolean hierarchy;
    boolean topDown;
    BiFunction<A, Facts, Map<String, Object>> onCreate = (agreed, facts) -> Map.of();
    Function<A, Map<String, Object>> addedBySevera = agreed -> Map.of();
    BiFunction<E, Facts, List<String>> elsewhere = (row, facts) -> List.of();
    String elsewhereBy = "";
    Function<String, String> createPath = parentGuid -> "";
    Function<S, @Nullable String> updatePath = record -> null;
    boolean answersOtherRecord;

    /** What an undo leaves. */
    Function<S, String> keptInSevera = record -> "";

    @Nullable
    BiFunction<A, String, ListRequest> lookUp;

    @Nullable
    Function<E, A> none;

    final List<UsedIn> usedIn = new ArrayList<>();
    final Map<ListRequest, String> usedInSevera = new LinkedHashMap<>();
    final List<ErpTable<E>> tables = new ArrayList<>();
    BiFunction<S, Facts, @Nullable Skip> notInErp = (record, facts) -> null;
    ErpExtras<S> onErpCreate = (record, parentKey, facts) -> Map.of();
    Function<S, String> severaLabel = record -> "";

    @Nullable
    Resource<?> eligibleBy;

    final List<Resource<?>> alsoRead = new ArrayList<>();

    /** Where the ERP has no such record as the one that it belongs to, or is a facet of. */
    @Nullable
    Reason ownerUnknown;

    Function<E, @Nullable Skip> withoutParent = row -> null;
    boolean sentOnce;
    boolean onlyOfLinked;
    boolean knownByNumber;
    boolean mayComeAgain;
    BiFunction<S, Facts, @Nullable Rejected> heldBack = (record, facts) -> null;
    final Set<String> cut = new HashSet<>();
    final Set<String> scopes = new TreeSet<>();
    private final Set<String> otherNames = new TreeSet<>();
    private String deletedWith = "";
    private final List<String> uses = new ArrayList<>();
    private Check check = (company, codes, sources) -> List.of();
    Function<Company, Map<String, Object>> parameters = company -> Map.of();
    Function<Company, String> rowsOf = company -> "";

    @Nullable
    ToLongFunction<E> progress;

    @Nullable
    ToLongFunction<String> numberOfPosition;

    @Nullable
    String counts;

    @Nullable
    String givenNumber;

    @Nullable
    Function<Company, Integer> template;

    @Nullable
    String rowOf;

    /** Where the ERP refers to a row; as {@link #usedIn(String, String, String...)} declares it. */
    record UsedIn(String rows, String statement, Set<String> entities) {}

    /** Columns of new rows of the ERP; {@code parentKey} is the ERP's key of the record that it belongs to, 0 for none. */
    @FunctionalInterface
    public interface ErpExtras<S> {
        Map<String, Object> columns(S record, String parentKey, Facts facts);
    }

    public Part(String entity, Resource<S> resource, Source<E> source, Mapping<E, S, A> mapping) {
        this.entity = entity;
        this.resource = resource;
        this.source = source;
        this.mapping = mapping;
    }

    @Override
    public String entity() {
        return entity;
    }

    /** Under which entity the links of rows are kept that stand for records of another kind. */
    public static String typesOf(String entity) {
        return entity + "-type";
    }

    /** Whether it is a record of its own in Severa, with a link of its own. */
    public boolean isRecord() {
        return facetOf == null;
    }

    /** Word for the records of Severa, as they are kept. */
    public String resource() {
        return resource.name;
    }

    /** Statements as {@link #usedIn} declares them. */
    public Set<String> usedStatements() {
        return usedIn.stream().map(UsedIn::statement).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean enabledFor(Company company) {
        return enabled.test(company);
    }

    @Override
    public List<String> statements() {
        List<String> names = new ArrayList<>(List.of(source.rows()));
        names.addAll(uses);
        if (counts != null) {
            names.add(counts);
        }
        if (guidStatement != null) {
            names.add(guidStatement);
        }
        tables.forEach(table -> table.next().values().forEach(next -> names.add(next.statement())));
        return names;
    }

    @Override
    public List<String> writes() {
        return tables.stream().flatMap(table -> table.writes().stream()).toList();
    }

    @Override
    public List<String> missing(Company company, CodeTables codes, Sources sources) {
        return check.missing(company, codes, sources);
    }

    /** Whether it makes new records in the ERP. */
    boolean madeInErp() {
        return !tables.isEmpty() && tables.get(0).insert() != null;
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

    /** Severa may have one only: several are rejected, whether or not one of them is linked. */
    public Part<E, S, A> onlyOne(Reason severalOfThem) {
        several = Matching.Several.ONLY_ONE;
        return ambiguousAs(severalOfThem);
    }

    /** The ERP's field for the GUID, and the statement that writes it with {@code @guid} and {@code @key}. */
    public Part<E, S, A> guidIn(Function<E, String> field, String statement) {
        erpGuid = field;
        guidStatement = statement;
        return this;
    }

    /**
     * What people tell records by, beside number and GUID. A linked row whose GUID field is empty and that has none of it in
     * common with the linked record is another one, made under a number that was used before.
     */
    public Part<E, S, A> identifiedBy(Function<A, List<@Nullable String>> values) {
        identity = values;
        return this;
    }

    /** Rows that are never sent nor updated. */
    public Part<E, S, A> excluded(BiPredicate<E, Company> rows) {
        excluded = rows;
        return this;
    }

    /** Companies in which what excludes a row without link makes a linked one inactive. */
    public Part<E, S, A> excludedUnlessLinked(Predicate<Company> companies) {
        excludedUnlessLinked = companies;
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

    /**
     * Either side may have no record, and that is a value like any other: emptied in the ERP, the linked record is deleted in
     * Severa; gone in Severa, the ERP's columns are emptied.
     */
    public Part<E, S, A> mayBeMissing(Function<E, A> noRecord) {
        deletedWhenAbsent = true;
        none = noRecord;
        return this;
    }

    /** A table of the ERP that it is written to; the first holds its rows. */
    public Part<E, S, A> writtenTo(ErpTable<E> table) {
        tables.add(table);
        return this;
    }

    /**
     * A statement that names the rows of another table which refer to a row of {@code @key}: such a row is not removed.
     *
     * @param rows what people call these rows
     * @param entities what these rows are, where they may be removed as well
     */
    public Part<E, S, A> usedIn(String rows, String statement, String... entities) {
        usedIn.add(new UsedIn(rows, statement, Set.of(entities)));
        return this;
    }

    /** A list of Severa whose records refer to records of this one in a field: such a record is not removed. */
    public Part<E, S, A> usedInSevera(ListRequest list, String field) {
        usedInSevera.put(list, field);
        return this;
    }

    /** Records of Severa that are no longer removed, and why; empty where they may be. */
    public Part<E, S, A> keptInSevera(Function<S, String> why) {
        keptInSevera = why;
        return this;
    }

    /** Records of Severa that are not made in the ERP. */
    public Part<E, S, A> notInErp(BiFunction<S, Facts, @Nullable Skip> why) {
        notInErp = why;
        return this;
    }

    /** Columns of new rows only; takes the ERP's key of the record that it belongs to. */
    public Part<E, S, A> onErpCreate(ErpExtras<S> columns) {
        onErpCreate = columns;
        return this;
    }

    /** How people call a record that Severa has and the ERP has not. */
    public Part<E, S, A> calledInSevera(Function<S, String> label) {
        severaLabel = label;
        return this;
    }

    /** How people find a record of Severa: what it is called, and its GUID. */
    String inSevera(@Nullable String body, String guid) {
        String label = body == null ? "" : severaLabel.apply(SeveraClient.JSON.readValue(body, resource.type));
        return label.isEmpty() ? guid : label + " (" + guid + ")";
    }

    /** Its mapping looks at records of other resources, which are brought up to date before it. */
    public Part<E, S, A> reads(Resource<?>... resources) {
        alsoRead.addAll(List.of(resources));
        return this;
    }

    /** Rows that belong to no record are skipped. */
    public Part<E, S, A> withoutParent(Function<E, @Nullable Skip> why) {
        withoutParent = why;
        return this;
    }

    /** What was sent once is never changed again, whatever becomes of either side: people go on with it in Severa. */
    public Part<E, S, A> sentOnce() {
        sentOnce = true;
        return this;
    }

    /** Below its parent it is told by its number alone: an uncertain create is looked up by that, not by its content. */
    public Part<E, S, A> knownByNumber() {
        knownByNumber = true;
        return this;
    }

    /** To delete the row of a rejected record in the ERP is one way to fix it: the record may come again. */
    public Part<E, S, A> mayComeAgain() {
        mayComeAgain = true;
        return this;
    }

    /** Records of Severa whose row in the ERP is left as it is, and why. */
    public Part<E, S, A> heldBack(BiFunction<S, Facts, @Nullable Rejected> why) {
        heldBack = why;
        return this;
    }

    /** Texts that are cut to the length of their column, with a warning; by parameter. */
    public Part<E, S, A> cut(String... texts) {
        cut.addAll(List.of(texts));
        return this;
    }

    /** What must be there before its first record; registers find out record by record. */
    public Part<E, S, A> checked(Check what) {
        check = what;
        return this;
    }

    /** Statements of code tables that only it needs. */
    public Part<E, S, A> uses(String... statements) {
        uses.addAll(List.of(statements));
        return this;
    }

    /** What Severa has to allow beside what registers need. */
    public Part<E, S, A> allowedTo(String... more) {
        scopes.addAll(List.of(more));
        return this;
    }

    /** What Severa has to allow before records that were made can be removed again. */
    public Part<E, S, A> deletedWith(String scope) {
        deletedWith = scope;
        return this;
    }

    /** As {@link #deletedWith} says; empty where the scopes of the transfers are enough. */
    public String deleteScope() {
        return deletedWith;
    }

    /** Other words that people have for its records, such as those of the ERP. */
    public Part<E, S, A> alsoCalled(String... words) {
        otherNames.addAll(List.of(words));
        return this;
    }

    /** As {@link #alsoCalled} says. */
    public Set<String> otherNames() {
        return Set.copyOf(otherNames);
    }

    @Override
    public Set<String> scopes() {
        return Set.copyOf(scopes);
    }

    /** What the statements that read its rows are given. */
    public Part<E, S, A> parameters(Function<Company, Map<String, Object>> values) {
        parameters = values;
        return this;
    }

    /** What chooses its rows among those of the table, as a text: with another one they are read whole again. */
    public Part<E, S, A> rowsOf(Function<Company, String> choice) {
        rowsOf = choice;
        return this;
    }

    /**
     * Its rows are never changed, only added, with a number that grows: those are read that have it from the last one on.
     * The statement's {@code changedAt} is that number plus {@link ErpReading#NUMBERED}.
     */
    public Part<E, S, A> addedBy(ToLongFunction<E> number) {
        progress = number;
        return this;
    }

    /**
     * Rows are ordered by that number first: their statement is given {@code @firstNumber} and {@code @lastNumber}, so that it
     * need not look through the whole table.
     *
     * @param number of a position
     */
    public Part<E, S, A> inOrderOfNumbers(ToLongFunction<String> number) {
        numberOfPosition = number;
        return this;
    }

    /**
     * Rows may appear with an earlier number than those that were read: a statement says how many rows each number has, and
     * the rows of numbers that have more than are known are read, however early.
     */
    public Part<E, S, A> countedBy(String statement) {
        counts = statement;
        return this;
    }

    /** Records of that resource make a record of this one eligible for the ERP. */
    public Part<E, S, A> eligibleBy(Resource<?> resource) {
        eligibleBy = resource;
        return this;
    }

    /** The field of the agreed record that the ERP gives a number where Severa has none; it is sent back. */
    public Part<E, S, A> numberedByErp(String field) {
        givenNumber = field;
        return this;
    }

    /** It is columns of the rows of another part, which makes them. */
    public Part<E, S, A> inRowOf(String entityOfRow) {
        rowOf = entityOfRow;
        return this;
    }

    /** The part that makes its rows, where it is columns of them; null where it has rows of its own. */
    public @Nullable String rowOf() {
        return rowOf;
    }

    /** The row that new rows take the columns from which neither this part nor one in its rows maps; its key, 0 for none. */
    public Part<E, S, A> like(Function<Company, Integer> templateKey) {
        template = templateKey;
        return this;
    }

    /** The API has no update for it: a change makes the new record, then deletes the old one. */
    public Part<E, S, A> replacedWhenChanged() {
        replacedWhenChanged = true;
        return this;
    }

    /**
     * The record that it belongs to: skipped with it, rejected with it.
     *
     * @param unknown the reason where the ERP has no such record
     */
    public Part<E, S, A> childOf(String entityOfParent, Function<E, String> key, Reason unknown) {
        parent = entityOfParent;
        ownerUnknown = unknown;
        parentKey = key;
        return this;
    }

    /** The resource of the record that it belongs to, where its own list cannot be asked for changes. */
    public Part<E, S, A> parentIn(String resource) {
        parentList = resource;
        return this;
    }

    /**
     * Severa may have made it along with its parent, which then points to it: that one is taken before one is made.
     *
     * @param when decides on the ERP's record and Severa's: one that people have filled in is not taken
     */
    public Part<E, S, A> madeWithParent(String resource, String field, BiPredicate<A, A> when) {
        parentResource = resource;
        parentField = field;
        takenFromParent = when;
        return this;
    }

    /**
     * It is no record of its own in Severa but a facet of another one's: found by that one's link, never created.
     *
     * @param unknown the reason where the ERP has no such record
     */
    public Part<E, S, A> facetOf(String entityOfRecord, Reason unknown) {
        facetOf = entityOfRecord;
        ownerUnknown = unknown;
        return inRowOf(entityOfRecord);
    }

    /** The same; a facet of a record that is not linked is skipped, and no reject: the ERP has others, too. */
    public Part<E, S, A> facetOfLinked(String entityOfRecord) {
        facetOf = entityOfRecord;
        onlyOfLinked = true;
        return inRowOf(entityOfRecord);
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

    /** What Severa adds to a new record by itself and later steps look at: a rehearsal answers it. */
    public Part<E, S, A> addedBySevera(Function<A, Map<String, Object>> fields) {
        addedBySevera = fields;
        return this;
    }

    /**
     * GUIDs of records of another kind that a row stands for: it links to them and is not created.
     *
     * @param rule what it is linked by, for people
     */
    public Part<E, S, A> elsewhere(String rule, BiFunction<E, Facts, List<String>> guids) {
        elsewhereBy = rule;
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

    /** Where a record is updated or deleted, also by an undo; null where it cannot be. */
    public Part<E, S, A> updatedAt(Function<S, @Nullable String> path) {
        updatePath = path;
        return this;
    }

    /** The update goes to another resource, whose answer is not the record; its fields are called as in the record. */
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
