package io.severabridge.transfer;

import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.statement.Statement;
import io.severabridge.failure.Rejected;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ERP's fields that hold the GUIDs of the records in Severa. */
final class GuidFields<E extends Record> {
    private final EntityDefinition<E, ?, ?> part;
    private final Workplace work;

    GuidFields(EntityDefinition<E, ?, ?> part, Workplace work) {
        this.part = part;
        this.work = work;
    }

    /**
     * In one transaction: the GUID into the field of each row that lacks it. Where the database takes one never, each
     * goes by itself.
     *
     * @return rows whose field could not be written
     */
    Map<E, Rejected> fill(Map<E, String> guids) {
        if (!part.erp().hasGuid() || part.erp().guidStatement() == null) {
            return Map.of();
        }
        ErpRows<E> rows = new ErpRows<>(part, work);
        Map<E, Map<String, Object>> writes = new LinkedHashMap<>();
        for (Map.Entry<E, String> entry : guids.entrySet()) {
            if (!entry.getValue().equalsIgnoreCase(part.erp().guid(entry.getKey()))) {
                Map<String, Object> write = new HashMap<>(work.erpTime.change());
                write.put("guid", entry.getValue());
                write.put("key", rows.parameter(part.erp().key(entry.getKey())));
                writes.put(entry.getKey(), write);
            }
        }
        return writes.isEmpty()
                ? Map.of()
                : write(work.statements.get(part.erp().guidStatement()), writes);
    }

    private Map<E, Rejected> write(Statement statement, Map<E, Map<String, Object>> writes) {
        Map<E, Rejected> refused = new LinkedHashMap<>();
        try {
            work.erp.write(statement, List.copyOf(writes.values()));
        } catch (ErpDatabase.Refused together) {
            writes.forEach((row, write) -> {
                try {
                    work.erp.write(statement, List.of(write));
                } catch (ErpDatabase.Refused alone) {
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
