package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.statement.Statements;
import io.severabridge.failure.Finding;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.StoredRecords;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.LinkStore;
import io.severabridge.store.staging.SeveraStage;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.run.SeveraWrites;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run that changes neither system.
 *
 * @param result its exit code is that of the run, but 4 where a threshold of the job would have stopped it
 * @param findings of the set-up; a run would stop at an error among them
 * @param nextCustomerNumber that Severa will give
 * @param kinds of records that it looked at, in their order, without what is a facet of another
 * @param entities what each step moves, by the name of the step
 * @param bridge a copy, with what the run has noted: its journal is what would be changed
 * @param erp the ERP itself, only to be read
 */
public record Rehearsed(
        Company company,
        RunResult result,
        List<Finding> findings,
        @Nullable Integer nextCustomerNumber,
        List<Kind> kinds,
        Map<String, String> entities,
        BridgeDatabase bridge,
        ErpDatabase erp,
        Statements statements,
        SeveraClient severa,
        CodeTables codes) {
    /** A kind of record: what it is called, and the list of Severa that it is in. */
    public record Kind(String entity, String resource) {}

    /** What the GUIDs begin with that stand for records which Severa would make. */
    public static final String MADE_GUID = SeveraWrites.MADE_GUID;

    /** Of whatever has rows, whether this company transfers it or not. */
    public static Set<String> entitiesOfAllTransfers() {
        return Transfers.parts().stream().map(EntityDefinition::entity).collect(Collectors.toSet());
    }

    /** What links and staged records say together after it. */
    public StoredRecords stored() {
        return new StoredRecords(bridge, company.name(), MADE_GUID);
    }

    public LinkStore links() {
        return new LinkStore(bridge, company.name());
    }

    public SeveraStage stage() {
        return new SeveraStage(bridge, company.name());
    }
}
