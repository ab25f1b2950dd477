package io.severabridge.sync.toerp;

import io.severabridge.erp.ErpAccess;
import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.failure.Rejected;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.staging.ErpRows;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ERP's fields that hold the GUIDs of the records in Severa. */
public final class GuidFields<E extends Record> {
    private final EntityDefinition<E, ?, ?> definition;
    private final RunContext work;

    public GuidFields(EntityDefinition<E, ?, ?> definition, RunContext work) {
        this.definition = definition;
        this.work = work;
    }

    /**
     * In one transaction: the GUID into the field of each row that lacks it. Where the database takes one never, each
     * goes by itself.
     *
     * @return rows whose field could not be written
     */
    public Map<E, Rejected> fill(Map<E, String> guids) {
        if (!definition.erp().hasGuid() || definition.erp().guidStatement() == null) {
            return Map.of();
        }
        ErpRows<E> rows = new ErpRows<>(definition, work);
        Map<E, Map<String, Object>> writes = new LinkedHashMap<>();
        for (Map.Entry<E, String> entry : guids.entrySet()) {
            if (!entry.getValue().equalsIgnoreCase(definition.erp().guid(entry.getKey()))) {
                Map<String, Object> write = new HashMap<>(work.erpTime.change());
                write.put("guid", entry.getValue());
                write.put("key", rows.parameter(definition.erp().key(entry.getKey())));
                writes.put(entry.getKey(), write);
            }
        }
        return writes.isEmpty()
                ? Map.of()
                : write(work.statements.write(definition.erp().guidStatement()), writes);
    }

    private Map<E, Rejected> write(WriteStatement statement, Map<E, Map<String, Object>> writes) {
        Map<E, Rejected> refused = new LinkedHashMap<>();
        try {
            work.erp.write(statement, List.copyOf(writes.values()));
        } catch (ErpAccess.Refused together) {
            writes.forEach((row, write) -> {
                try {
                    work.erp.write(statement, List.of(write));
                } catch (ErpAccess.Refused alone) {
                    refused.put(
                            row,
                            new Rejected(
                                    EngineRejects.REFUSED_BY_ERP,
                                    "GUID field",
                                    String.valueOf(write.get("guid")),
                                    "the ERP database does not take the GUID of the record: " + alone.getMessage()));
                }
            });
        }
        return refused;
    }
}
