package io.severabridge.transfer;

import io.severabridge.company.Company;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.PatchOperation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of document, declared: made in Severa, handed over to the ERP once, with its lines, in one transaction. Those that are
 * to be handed over are told by a status in Severa, which is set when it is done, or when it cannot be done.
 *
 * @param <S> the document as Severa lists it
 * @param <D> its details, read with more calls
 * @param <E> what the ERP has to be asked for it
 */
public final class DocumentDefinition<S extends Record, D extends Record, E extends Record> implements StepDefinition {
    /** The statements of the ERP: those of GUIDs, all that carry one, what lines come to, the next number, and the writes. */
    public record Erp(String existing, String all, String lines, String next, String head, String line, String mark) {}

    /** What becomes of a document, told to Severa. */
    @FunctionalInterface
    public interface Told {
        List<PatchOperation> status(Company company, CodeTables codes);
    }

    /** The document for the ERP; throws {@link io.severabridge.failure.Rejected} for what cannot be mapped. */
    @FunctionalInterface
    public interface DocumentMapping<S, D, E> {
        ErpDocument document(S listed, D details, E erp, MappingContext facts);
    }

    final String entity;
    final Class<S> type;
    final Function<S, String> guid;
    final Function<S, String> label;
    final BiFunction<Company, CodeTables, ListRequest> list;
    final BiFunction<S, Sources, D> details;
    final Surroundings<S, D, E> surroundings;
    final Erp erp;
    final DocumentMapping<S, D, E> mapping;
    final List<SeveraResource<?>> alsoRead = new ArrayList<>();

    Comparator<S> order;
    Predicate<Company> enabled = company -> true;
    Function<S, String> path = listed -> "";
    Told done = (company, codes) -> List.of();
    Told failed = (company, codes) -> List.of();
    Function<Company, String> whenFailed = company -> "";
    Function<S, @Nullable BigDecimal> total = listed -> null;

    @Nullable
    BiFunction<Company, CodeTables, ListRequest> leftOver;

    BiPredicate<S, Company> leftAlone = (listed, company) -> false;
    Check check = (company, codes, sources) -> List.of();
    private final Set<String> scopes = new TreeSet<>();
    private final List<String> uses = new ArrayList<>();

    /** What the ERP is asked for one document. */
    @FunctionalInterface
    public interface Surroundings<S, D, E> {
        E read(S listed, D details, MappingContext facts, Sources sources);
    }

    /**
     * DocumentDefinition.
     *
     * @param list those that are to be handed over
     * @param details the same number of calls for any number of lines, as far as pages go
     */
    public DocumentDefinition(
            String entity,
            Class<S> type,
            Function<S, String> guid,
            Function<S, String> label,
            BiFunction<Company, CodeTables, ListRequest> list,
            BiFunction<S, Sources, D> details,
            Surroundings<S, D, E> surroundings,
            Erp erp,
            DocumentMapping<S, D, E> mapping) {
        this.entity = entity;
        this.type = type;
        this.guid = guid;
        this.label = label;
        this.list = list;
        this.details = details;
        this.surroundings = surroundings;
        this.erp = erp;
        this.mapping = mapping;
        this.order = Comparator.comparing(guid);
    }

    /** In which order they are handed over: the ERP's numbers follow it. */
    public DocumentDefinition<S, D, E> inOrder(Comparator<S> by) {
        order = by;
        return this;
    }

    public DocumentDefinition<S, D, E> enabled(Predicate<Company> companies) {
        enabled = companies;
        return this;
    }

    /** Where its status is set, and to what. */
    public DocumentDefinition<S, D, E> told(Function<S, String> at, Told whenDone, Told whenFailed) {
        path = at;
        done = whenDone;
        failed = whenFailed;
        return this;
    }

    /** What people are told to do, beside the fix, so that a document is tried again; a clause. */
    public DocumentDefinition<S, D, E> triedAgain(Function<Company, String> how) {
        whenFailed = how;
        return this;
    }

    /** Those that could not be handed over: a reject of one that is in neither list has been dealt with by hand. */
    public DocumentDefinition<S, D, E> leftIn(BiFunction<Company, CodeTables, ListRequest> failedOnes) {
        leftOver = failedOnes;
        return this;
    }

    /** What it comes to in Severa, where that is known: one that was handed over before and has another total now is remarked on. */
    public DocumentDefinition<S, D, E> total(Function<S, @Nullable BigDecimal> of) {
        total = of;
        return this;
    }

    /** Those that are not looked at, whatever their status. */
    public DocumentDefinition<S, D, E> leftAlone(BiPredicate<S, Company> which) {
        leftAlone = which;
        return this;
    }

    /** Its mapping looks at records of other resources, which are brought up to date before it. */
    public DocumentDefinition<S, D, E> reads(SeveraResource<?>... resources) {
        alsoRead.addAll(List.of(resources));
        return this;
    }

    public DocumentDefinition<S, D, E> allowedTo(String... more) {
        scopes.addAll(List.of(more));
        return this;
    }

    public DocumentDefinition<S, D, E> uses(String... statements) {
        uses.addAll(List.of(statements));
        return this;
    }

    /** What must be there before the first document. */
    public DocumentDefinition<S, D, E> checked(Check what) {
        check = what;
        return this;
    }

    @Override
    public String entity() {
        return entity;
    }

    @Override
    public boolean enabledFor(Company company) {
        return enabled.test(company);
    }

    @Override
    public List<String> statements() {
        List<String> names = new ArrayList<>(List.of(erp.existing(), erp.all(), erp.lines(), erp.next()));
        names.addAll(uses);
        return names;
    }

    @Override
    public List<String> writes() {
        return List.of(erp.head(), erp.line(), erp.mark());
    }

    @Override
    public Set<String> scopes() {
        return Set.copyOf(scopes);
    }

    @Override
    public List<String> missing(Company company, CodeTables codes, Sources sources) {
        return check.missing(company, codes, sources);
    }
}
