package io.severabridge.sync.definition;

import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.reference.CodeTables;
import io.severabridge.sync.mapping.RecordMapping;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Sources;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record, declared for both directions: where it is in either system, what it is matched by, how it is mapped,
 * which records are transferred, and what an undo looks at. The engine does the rest, and the same for all. What is not
 * declared has a plain default. It never changes, and {@link Builder#build} refuses what contradicts itself.
 *
 * @param <E> a row of the ERP
 * @param <S> what Severa answers and takes, as far as it is used
 * @param <A> the agreed record: what both systems mean, in normal form
 */
public final class EntityDefinition<E extends Record, S extends Record, A extends Record> implements StepDefinition {
    private final String entity;
    private final ErpSource<E> erp;
    private final SeveraSide<S> severa;
    private final RecordMapping<E, S, A> mapping;
    private final MatchRules<E, S, A> matching;
    private final Belonging<E, A> belonging;
    private final Scope<E, S> scope;
    private final UndoRules<S> undo;
    private final Predicate<Company> enabled;
    private final Function<Company, Master> master;
    private final Check check;
    private final Set<String> otherNames;
    private final boolean sentOnce;
    private final boolean mayComeAgain;

    private EntityDefinition(Builder<E, S, A> of) {
        entity = of.entity;
        erp = of.erp;
        severa = of.severa;
        mapping = of.mapping;
        matching = of.matching.build();
        belonging = of.belonging.build();
        scope = of.scope;
        undo = of.undo.build();
        enabled = of.enabled;
        master = of.master;
        check = of.check;
        otherNames = Set.copyOf(of.otherNames);
        sentOnce = of.sentOnce;
        mayComeAgain = of.mayComeAgain;
    }

    /** Begins a definition of these parts. */
    public static <E extends Record, S extends Record, A extends Record> Builder<E, S, A> of(
            String entity, ErpSource<E> erp, SeveraSide<S> severa, RecordMapping<E, S, A> mapping) {
        return new Builder<>(entity, erp, severa, mapping);
    }

    /** Under which entity the links of rows are kept that stand for records of another kind. */
    public static String typesOf(String entity) {
        return entity + "-type";
    }

    @Override
    public String entity() {
        return entity;
    }

    public ErpSource<E> erp() {
        return erp;
    }

    public SeveraSide<S> severa() {
        return severa;
    }

    public RecordMapping<E, S, A> mapping() {
        return mapping;
    }

    public MatchRules<E, S, A> matching() {
        return matching;
    }

    public Belonging<E, A> belonging() {
        return belonging;
    }

    public Scope<E, S> scope() {
        return scope;
    }

    public UndoRules<S> undo() {
        return undo;
    }

    /** Whether it is a record of its own in Severa, with a link of its own. */
    public boolean isRecord() {
        return belonging.facetOf() == null;
    }

    /** Word for the records of Severa, as they are kept. */
    public String resource() {
        return severa.resource().name();
    }

    /** The entity that makes its rows, where it is columns of them; null where it has rows of its own. */
    public @Nullable String rowOf() {
        return erp.rowOf() == null ? belonging.facetOf() : erp.rowOf();
    }

    /** Who decides where both sides have changed. */
    public Master master(Company company) {
        return master.apply(company);
    }

    /** Whether what was sent once is never changed again. */
    public boolean sentOnce() {
        return sentOnce;
    }

    /** Whether to delete the row of a rejected record in the ERP is one way to fix it. */
    public boolean mayComeAgain() {
        return mayComeAgain;
    }

    /** Statements that say what refers to a row. */
    public Set<String> usedStatements() {
        return undo.usedIn().stream().map(UndoRules.UsedIn::statement).collect(Collectors.toUnmodifiableSet());
    }

    /** What Severa has to allow before records that were made can be removed; empty where the other scopes are enough. */
    public String deleteScope() {
        return severa.deleteScope();
    }

    /** Other words that people have for its records, such as those of the ERP. */
    public Set<String> otherNames() {
        return otherNames;
    }

    @Override
    public boolean enabledFor(Company company) {
        return enabled.test(company);
    }

    @Override
    public List<String> statements() {
        return erp.statements();
    }

    @Override
    public List<String> writes() {
        return erp.writes();
    }

    @Override
    public List<String> guidWrites() {
        String statement = erp.guidStatement();
        return statement == null ? List.of() : List.of(statement);
    }

    @Override
    public Set<String> scopes() {
        return severa.scopes();
    }

    @Override
    public List<String> missing(Company company, CodeTables codes, Sources sources) {
        return check.missing(company, codes, sources);
    }

    /** Collects what is said of an entity. */
    public static final class Builder<E extends Record, S extends Record, A extends Record> {
        private final String entity;
        private final ErpSource<E> erp;
        private final SeveraSide<S> severa;
        private final RecordMapping<E, S, A> mapping;
        private MatchRules.Builder<E, S, A> matching = new MatchRules.Builder<>();
        private Belonging.Builder<E, A> belonging = new Belonging.Builder<>();
        private UndoRules.Builder<S> undo = new UndoRules.Builder<>();
        private Scope<E, S> scope = new Scope<>() {};
        private Predicate<Company> enabled = company -> true;
        private Function<Company, Master> master = company -> company.masters().defaultMaster();
        private Check check = (company, codes, sources) -> List.of();
        private final Set<String> otherNames = new TreeSet<>();
        private boolean sentOnce;
        private boolean mayComeAgain;

        private Builder(String entity, ErpSource<E> erp, SeveraSide<S> severa, RecordMapping<E, S, A> mapping) {
            this.entity = entity;
            this.erp = erp;
            this.severa = severa;
            this.mapping = mapping;
        }

        /** What rows and records are matched by. */
        public Builder<E, S, A> match(UnaryOperator<MatchRules.Builder<E, S, A>> rules) {
            matching = rules.apply(matching);
            return this;
        }

        /** What it belongs to, is a facet of, or is below. */
        public Builder<E, S, A> belongs(UnaryOperator<Belonging.Builder<E, A>> to) {
            belonging = to.apply(belonging);
            return this;
        }

        /** Which rows and records are transferred. */
        public Builder<E, S, A> scope(Scope<E, S> rules) {
            scope = rules;
            return this;
        }

        /** What an undo looks at. */
        public Builder<E, S, A> undo(UnaryOperator<UndoRules.Builder<S>> rules) {
            undo = rules.apply(undo);
            return this;
        }

        /** Companies that have it switched on. */
        public Builder<E, S, A> enabled(Predicate<Company> companies) {
            enabled = companies;
            return this;
        }

        /** Who decides where both sides have changed. */
        public Builder<E, S, A> master(Function<Company, Master> of) {
            master = of;
            return this;
        }

        /** What must be there before its first record; registers find out record by record. */
        public Builder<E, S, A> checked(Check what) {
            check = what;
            return this;
        }

        /** Other words that people have for its records, such as those of the ERP. */
        public Builder<E, S, A> alsoCalled(String... words) {
            otherNames.addAll(List.of(words));
            return this;
        }

        /** What was sent once is never changed again, whatever becomes of either side: people go on with it in Severa. */
        public Builder<E, S, A> sentOnce() {
            sentOnce = true;
            return this;
        }

        /** To delete the row of a rejected record in the ERP is one way to fix it: the record may come again. */
        public Builder<E, S, A> mayComeAgain() {
            mayComeAgain = true;
            return this;
        }

        /**
         * The definition.
         *
         * @throws IllegalArgumentException if it contradicts itself; the sentence begins with the entity
         */
        public EntityDefinition<E, S, A> build() {
            EntityDefinition<E, S, A> made = new EntityDefinition<>(this);
            Contradictions.refuse(made);
            return made;
        }
    }
}
