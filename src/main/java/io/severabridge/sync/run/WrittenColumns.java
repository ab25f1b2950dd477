package io.severabridge.sync.run;

import io.severabridge.erp.ErpAccess;
import io.severabridge.erp.statement.Statements;
import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.sync.plan.ErpColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns that statements write, as the ERP's catalogue has them. */
final class WrittenColumns implements ErpColumns {
    private final ErpAccess erp;
    private final List<WriteStatement> writes;
    private final Map<String, Integer> lengths = new HashMap<>();

    WrittenColumns(ErpAccess erp, Statements statements, List<String> writes) {
        this.erp = erp;
        this.writes = writes.stream().map(statements::write).toList();
        this.writes.forEach(write -> lengths.putAll(erp.columnChecks().lengths(write)));
    }

    @Override
    public Map<String, Integer> lengths() {
        return lengths;
    }

    @Override
    public void check(Map<String, Object> values) {
        writes.forEach(write -> erp.columnChecks().check(write, values));
    }
}
