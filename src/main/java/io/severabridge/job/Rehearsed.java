package io.severabridge.job;

import io.severabridge.bridge.BridgeDatabase;
import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.Statements;

/**
 * A run that nobody will see anything of, on copies.
 *
 * @param result its exit code is that of the run, but 4 where a threshold of the job would have stopped it
 * @param bridge a copy, with what the run has noted: its journal is what would be changed
 * @param erp a copy, as it would be
 */
public record Rehearsed(
        Company company, RunResult result, BridgeDatabase bridge, ErpDatabase erp, Statements statements) {}
