package io.severabridge.sync.run;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpAccess;
import io.severabridge.erp.ErpSystem;
import io.severabridge.erp.ErpTime;
import io.severabridge.erp.statement.Statements;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.Intents;
import io.severabridge.store.ledger.LinkStore;
import io.severabridge.store.ledger.Rejects;
import io.severabridge.store.ledger.Remarks;
import io.severabridge.store.ledger.StepCounts;
import io.severabridge.store.ledger.Watermarks;
import io.severabridge.store.staging.ErpLookUp;
import io.severabridge.store.staging.ErpPlaces;
import io.severabridge.store.staging.ErpRecords;
import io.severabridge.store.staging.SeveraStage;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.plan.Decider;
import io.severabridge.sync.plan.ErpDecider;
import io.severabridge.sync.record.RowHash;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** What the transfers of one run of one company work with. Nothing of it is shared with another company. */
public final class RunContext implements AutoCloseable {
    public final Company company;
    public final ErpSystem system;
    public final ErpAccess erp;
    public final Statements statements;
    public final SeveraClient severa;
    public final CodeTables codes;
    public final BridgeDatabase bridge;
    public final Clock clock;
    public final LinkStore links;
    public final Intents intents;
    public final Rejects rejects;
    public final Remarks notices;
    public final ErpRecords erpRecords;
    public final ErpLookUp erpLookUp;
    public final ErpPlaces erpPlaces;
    public final SeveraStage stage;
    public final StepCounts counts;
    public final Watermarks watermarks;
    public final ErpTime erpTime;
    public final ReadMode reading;
    public final ExecutorService calls;
    /** Hash of the settings and code tables: with others, each record may mean something else. */
    public final String setUp;
    /** Resources that this run has read. */
    public final Set<String> read = ConcurrentHashMap.newKeySet();
    /** Entities whose rows this run has read, with the number of rows that it had added to the ERP until then. */
    public final Map<String, Long> scanned = new ConcurrentHashMap<>();
    /** Statements that write columns of rows which another part makes, by the entity of that part. */
    private final Map<String, Set<String>> inRows = new ConcurrentHashMap<>();
    /** Rows that this run has added to the ERP. */
    public final AtomicLong added = new AtomicLong();

    private final boolean rehearsal;

    /**
     * A workplace.
     *
     * @param erp in a rehearsal it is only read; {@code bridge} is a copy then
     * @param rehearsal whether nothing is to be sent to Severa but reads
     */
    public RunContext(
            Company company,
            ErpSystem system,
            ErpAccess erp,
            Statements statements,
            SeveraClient severa,
            CodeTables codes,
            BridgeDatabase bridge,
            ReadMode reading,
            boolean rehearsal,
            Clock clock) {
        this.rehearsal = rehearsal;
        this.reading = reading;
        this.company = company;
        this.system = system;
        this.erp = erp;
        this.statements = statements;
        this.severa = severa;
        this.codes = codes;
        this.bridge = bridge;
        this.clock = clock;
        links = new LinkStore(bridge, company.name());
        intents = new Intents(bridge, company.name());
        rejects = new Rejects(bridge, company.name(), clock);
        notices = new Remarks(bridge, company.name());
        erpRecords = new ErpRecords(bridge, company.name());
        erpLookUp = new ErpLookUp(bridge, company.name());
        erpPlaces = new ErpPlaces(bridge, company.name());
        stage = new SeveraStage(bridge, company.name());
        counts = new StepCounts(bridge, company.name());
        watermarks = new Watermarks(bridge, company.name());
        erpTime = system.time(erp, statements, company.erp(), clock);
        setUp = RowHash.of(company.mapped() + codes.fingerprint());
        calls = Executors.newFixedThreadPool(company.severa().maxInFlight(), work -> {
            Thread thread = new Thread(work, "severa-call");
            thread.setDaemon(true);
            return thread;
        });
    }

    public <E extends Record, S extends Record, A extends Record> Decider<E, S, A> decider(
            EntityDefinition<E, S, A> definition) {
        return new Decider<>(definition, company, codes, erp.codePage());
    }

    public <E extends Record, S extends Record, A extends Record> ErpDecider<E, S, A> erpDecider(
            EntityDefinition<E, S, A> definition) {
        return new ErpDecider<>(
                definition,
                company,
                codes,
                decider(definition),
                new WrittenColumns(erp, statements, writes(definition)));
    }

    /** Where changes of Severa go; {@code severa} counts them. */
    public SeveraWrites writes(SeveraClient severa) {
        return rehearsal ? new SeveraWrites.Rehearsed(severa) : new SeveraWrites.Sent(severa);
    }

    /** Says of all definitions which of them are columns of rows that another one makes. */
    public void know(Collection<EntityDefinition<?, ?, ?>> definitions) {
        for (EntityDefinition<?, ?, ?> definition : definitions) {
            if (definition.rowOf() != null && definition.enabledFor(company)) {
                inRows.computeIfAbsent(definition.rowOf(), any -> ConcurrentHashMap.newKeySet())
                        .addAll(writes(definition));
            }
        }
    }

    /** The statements of a definition that write, as far as the ERP has them: it may keep in one table what another has in two. */
    public List<String> writes(EntityDefinition<?, ?, ?> definition) {
        return definition.writes().stream().filter(statements::has).toList();
    }

    public Set<String> inRowsOf(String entity) {
        return inRows.getOrDefault(entity, Set.of());
    }

    public Company company() {
        return company;
    }

    public BridgeDatabase bridge() {
        return bridge;
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}
