package io.severabridge.job;

import io.severabridge.bridge.BridgeDatabase;
import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.Statements;
import io.severabridge.failure.Finding;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.SeveraClient;
import io.severabridge.transfer.SeveraWrites;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that nobody will see anything of, on copies.
 *
 * @param result its exit code is that of the run, but 4 where a threshold of the job would have stopped it
 * @param findings of the set-up; a run would stop at an error among them
 * @param nextCustomerNumber that Severa will give
 * @param bridge a copy, with what the run has noted: its journal is what would be changed
 * @param erp the ERP itself, only to be read
 */
public record Rehearsed(
        Company company,
        RunResult result,
        List<Finding> findings,
        @Nullable Integer nextCustomerNumber,
        BridgeDatabase bridge,
        ErpDatabase erp,
        Statements statements,
        SeveraClient severa,
        CodeTables codes) {
    /** What the GUIDs begin with that stand for records which Severa would make. */
    public static final String MADE_GUID = SeveraWrites.MADE_GUID;
}
