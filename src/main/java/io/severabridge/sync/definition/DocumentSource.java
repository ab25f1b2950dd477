package io.severabridge.sync.definition;

import io.severabridge.company.Company;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.PatchOperation;
import io.severabridge.sync.mapping.Sources;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where documents are in Severa, and how Severa is told what becomes of them.
 *
 * @param <S> the document as Severa lists it
 * @param <D> its details, read with more calls
 */
public final class DocumentSource<S extends Record, D extends Record> {
    private final Class<S> type;
    private final Function<S, String> guid;
    private final BiFunction<Company, CodeTables, ListRequest> list;
    private final BiFunction<S, Sources, D> details;
    private final Function<S, String> label;
    private final Comparator<S> order;
    private final @Nullable StatusPath<S> told;
    private final @Nullable BiFunction<Company, CodeTables, ListRequest> leftOver;
    private final BiPredicate<S, Company> leftAlone;
    private final Function<S, @Nullable BigDecimal> total;
    private final List<SeveraResource<?>> alsoRead;
    private final Set<String> scopes;

    private DocumentSource(Builder<S, D> of) {
        type = of.type;
        guid = of.guid;
        list = of.list;
        details = of.details;
        label = of.label;
        order = of.order;
        told = of.told;
        leftOver = of.leftOver;
        leftAlone = of.leftAlone;
        total = of.total;
        alsoRead = List.copyOf(of.alsoRead);
        scopes = Set.copyOf(of.scopes);
    }

    /** What becomes of a document, told to Severa. */
    @FunctionalInterface
    public interface Told {
        List<PatchOperation> status(Company company, CodeTables codes);
    }

    /** Where the status of a document is set, and to what. */
    private record StatusPath<S>(Function<S, String> path, Told done, Told failed) {}

    /**
     * Begins a source.
     *
     * @param list the documents that are to be handed over
     * @param details the same number of calls for any number of lines, as far as pages go
     */
    public static <S extends Record, D extends Record> Builder<S, D> of(
            Class<S> type,
            Function<S, String> guid,
            BiFunction<Company, CodeTables, ListRequest> list,
            BiFunction<S, Sources, D> details) {
        return new Builder<>(type, guid, list, details);
    }

    public Class<S> type() {
        return type;
    }

    public String guid(S listed) {
        return guid.apply(listed);
    }

    public ListRequest list(Company company, CodeTables codes) {
        return list.apply(company, codes);
    }

    public D details(S listed, Sources sources) {
        return details.apply(listed, sources);
    }

    /** How people call a document. */
    public String label(S listed) {
        return label.apply(listed);
    }

    /** In which order documents are handed over. */
    public Comparator<S> order() {
        return order;
    }

    public boolean isTold() {
        return told != null;
    }

    /** Where the status of a document is set. */
    public String path(S listed) {
        return told == null ? "" : told.path().apply(listed);
    }

    public List<PatchOperation> done(Company company, CodeTables codes) {
        return told == null ? List.of() : told.done().status(company, codes);
    }

    public List<PatchOperation> failed(Company company, CodeTables codes) {
        return told == null ? List.of() : told.failed().status(company, codes);
    }

    public boolean hasLeftOver() {
        return leftOver != null;
    }

    /** The list of those that could not be handed over; null where there is none. */
    public @Nullable ListRequest leftOver(Company company, CodeTables codes) {
        return leftOver == null ? null : leftOver.apply(company, codes);
    }

    /** Whether a document is not looked at, whatever its status. */
    public boolean isLeftAlone(S listed, Company company) {
        return leftAlone.test(listed, company);
    }

    /** What a document comes to in Severa; null where that is not known. */
    public @Nullable BigDecimal total(S listed) {
        return total.apply(listed);
    }

    /** Resources that the mapping looks at. */
    public List<SeveraResource<?>> alsoRead() {
        return alsoRead;
    }

    /** What Severa has to allow beside what registers need. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Collects what is said of documents in Severa. */
    public static final class Builder<S extends Record, D extends Record> {
        private final Class<S> type;
        private final Function<S, String> guid;
        private final BiFunction<Company, CodeTables, ListRequest> list;
        private final BiFunction<S, Sources, D> details;
        private Function<S, String> label;
        private Comparator<S> order;
        private @Nullable StatusPath<S> told;
        private @Nullable BiFunction<Company, CodeTables, ListRequest> leftOver;
        private BiPredicate<S, Company> leftAlone = (listed, company) -> false;
        private Function<S, @Nullable BigDecimal> total = listed -> null;
        private final List<SeveraResource<?>> alsoRead = new ArrayList<>();
        private final Set<String> scopes = new TreeSet<>();

        private Builder(
                Class<S> type,
                Function<S, String> guid,
                BiFunction<Company, CodeTables, ListRequest> list,
                BiFunction<S, Sources, D> details) {
            this.type = type;
            this.guid = guid;
            this.list = list;
            this.details = details;
            this.label = guid;
            this.order = Comparator.comparing(guid);
        }

        /** How people call a document. */
        public Builder<S, D> called(Function<S, String> by) {
            label = by;
            return this;
        }

        /** In which order they are handed over: the ERP's numbers follow it. */
        public Builder<S, D> inOrder(Comparator<S> by) {
            order = by;
            return this;
        }

        /** Where its status is set, and to what. */
        public Builder<S, D> told(Function<S, String> at, Told whenDone, Told whenFailed) {
            told = new StatusPath<>(at, whenDone, whenFailed);
            return this;
        }

        /** Those that could not be handed over: a reject of one that is in neither list has been dealt with by hand. */
        public Builder<S, D> leftIn(BiFunction<Company, CodeTables, ListRequest> failedOnes) {
            leftOver = failedOnes;
            return this;
        }

        /** Those that are not looked at, whatever their status. */
        public Builder<S, D> leftAlone(BiPredicate<S, Company> which) {
            leftAlone = which;
            return this;
        }

        /** What it comes to, where that is known: one that was handed over before and has another total now is remarked on. */
        public Builder<S, D> total(Function<S, @Nullable BigDecimal> of) {
            total = of;
            return this;
        }

        /** The mapping looks at records of other resources, which are brought up to date before it. */
        public Builder<S, D> reads(SeveraResource<?>... resources) {
            alsoRead.addAll(List.of(resources));
            return this;
        }

        /** What Severa has to allow beside what registers need. */
        public Builder<S, D> allowedTo(String... more) {
            scopes.addAll(List.of(more));
            return this;
        }

        public DocumentSource<S, D> build() {
            return new DocumentSource<>(this);
        }
    }
}
