package io.severabridge.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ERP's fields that hold the GUIDs of the records in Severa. */
final class GuidFields<E extends Record> {
    private final Part<E, ?, ?> part;
    private final Workplace work;

    GuidFields(Part<E, ?, ?> part, Workplace work) {
        this.part = part;
        this.work = work;
    }

    /** In one transaction: the GUID into the field of each row that has not got it yet. */
    void fill(Map<E, String> guids) {
        if (part.erpGuid == null || part.guidStatement == null) {
            return;
        }
        ErpRows<E> rows = new ErpRows<>(part, work);
        List<Map<String, Object>> writes = new ArrayList<>();
        for (Map.Entry<E, String> entry : guids.entrySet()) {
            if (!entry.getValue().equalsIgnoreCase(part.erpGuid.apply(entry.getKey()))) {
                Map<String, Object> write =
                        new HashMap<>(work.erpTime.change(work.company.erp().changeUser()));
                write.put("guid", entry.getValue());
                write.put("key", rows.parameter(part.source.key().apply(entry.getKey())));
                writes.add(write);
            }
        }
        if (!writes.isEmpty()) {
            work.erp.write(work.statements.get(part.guidStatement), writes);
        }
    }
}
