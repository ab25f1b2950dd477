package io.severabridge.sync.definition;

import io.severabridge.company.Company;
import io.severabridge.reference.CodeTables;
import io.severabridge.sync.mapping.Sources;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of document, declared: made in Severa, handed over to the ERP once, with its lines, in one transaction. Those that are
 * to be handed over have a certain status in Severa, which is set when it is done, or when it cannot be done.
 *
 * @param <S> the document as Severa lists it
 * @param <D> its details, read with more calls
 * @param <E> what the ERP has to be asked for it
 */
public final class DocumentDefinition<S extends Record, D extends Record, E extends Record> implements StepDefinition {
    private final String entity;
    private final DocumentSource<S, D> source;
    private final DocumentTarget<S, D, E> target;
    private final Predicate<Company> enabled;
    private final Function<Company, String> triedAgain;
    private final Check check;

    private DocumentDefinition(Builder<S, D, E> of) {
        entity = of.entity;
        source = of.source;
        target = of.target;
        enabled = of.enabled;
        triedAgain = of.triedAgain;
        check = of.check;
    }

    /** Begins a definition of these parts. */
    public static <S extends Record, D extends Record, E extends Record> Builder<S, D, E> of(
            String entity, DocumentSource<S, D> source, DocumentTarget<S, D, E> target) {
        return new Builder<>(entity, source, target);
    }

    @Override
    public String entity() {
        return entity;
    }

    public DocumentSource<S, D> source() {
        return source;
    }

    public DocumentTarget<S, D, E> target() {
        return target;
    }

    /** What people are told to do, beside the fix, so that a document is tried again; a clause. */
    public String triedAgain(Company company) {
        return triedAgain.apply(company);
    }

    @Override
    public boolean enabledFor(Company company) {
        return enabled.test(company);
    }

    @Override
    public List<String> statements() {
        return target.statements();
    }

    @Override
    public List<String> writes() {
        return target.writes();
    }

    @Override
    public Set<String> scopes() {
        return source.scopes();
    }

    @Override
    public List<String> missing(Company company, CodeTables codes, Sources sources) {
        return check.missing(company, codes, sources);
    }

    /** Collects what is said of a kind of document. */
    public static final class Builder<S extends Record, D extends Record, E extends Record> {
        private final String entity;
        private final DocumentSource<S, D> source;
        private final DocumentTarget<S, D, E> target;
        private Predicate<Company> enabled = company -> true;
        private Function<Company, String> triedAgain = company -> "";
        private Check check = (company, codes, sources) -> List.of();

        private Builder(String entity, DocumentSource<S, D> source, DocumentTarget<S, D, E> target) {
            this.entity = entity;
            this.source = source;
            this.target = target;
        }

        /** Companies that have it switched on. */
        public Builder<S, D, E> enabled(Predicate<Company> companies) {
            enabled = companies;
            return this;
        }

        /** What people are told to do, beside the fix, so that a document is tried again; a clause. */
        public Builder<S, D, E> triedAgain(Function<Company, String> how) {
            triedAgain = how;
            return this;
        }

        /** What must be there before the first document. */
        public Builder<S, D, E> checked(Check what) {
            check = what;
            return this;
        }

        /**
         * The definition.
         *
         * @throws IllegalArgumentException if it contradicts itself; the sentence begins with the entity
         */
        public DocumentDefinition<S, D, E> build() {
            if (!source.isTold()) {
                throw new IllegalArgumentException(
                        entity + ": a document that is handed over needs a status that says so");
            }
            if (!source.hasLeftOver()) {
                throw new IllegalArgumentException(
                        entity + ": a document that cannot be handed over needs a list in which it is left");
            }
            return new DocumentDefinition<>(this);
        }
    }
}
