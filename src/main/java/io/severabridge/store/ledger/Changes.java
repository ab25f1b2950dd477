package io.severabridge.store.ledger;

import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The journal, as people read it. */
public final class Changes {
    /**
     * A change.
     *
     * @param label of the record, as the ERP's row is called; its key where no row is known
     * @param field null for a record as a whole
     * @param oldValue as JSON
     * @param newValue as JSON; for a new record all its fields
     */
    public record Change(
            long id,
            String entity,
            String erpKey,
            String label,
            @Nullable String guid,
            Side side,
            Action action,
            @Nullable String field,
            @Nullable String oldValue,
            @Nullable String newValue) {}

    private final BridgeDatabase database;
    private final String company;

    public Changes(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /**
     * What later executions have changed of the same records, and was not taken back, as {@code entity key} for a record and {@code entity key field} for a
     * field, with the execution that did it last.
     */
    public Map<String, Long> after(long jobExecution) {
        Map<String, Long> later = new HashMap<>();
        database.jdbc()
                .sql("SELECT ENTITY, ERP_KEY, FIELD_NAME, MAX(JOB_EXECUTION_ID) FROM BRIDGE_JOURNAL WHERE COMPANY = ?"
                        + " AND JOB_EXECUTION_ID > ? AND ACTION <> 'CONFLICT' AND NOT EXISTS (SELECT 1 FROM BRIDGE_WATERMARK w"
                        + " WHERE w.COMPANY = BRIDGE_JOURNAL.COMPANY"
                        + " AND w.NAME = CONCAT('undone ', BRIDGE_JOURNAL.JOB_EXECUTION_ID))"
                        + " GROUP BY ENTITY, ERP_KEY, FIELD_NAME")
                .params(company, jobExecution)
                .query(row -> {
                    String record = row.getString(1) + " " + row.getString(2);
                    later.merge(record, row.getLong(4), Math::max);
                    later.merge(record + " " + row.getString(3), row.getLong(4), Math::max);
                });
        return later;
    }

    /** Those of a job execution, in the order in which they were made. */
    public List<Change> of(long jobExecution) {
        return database.jdbc()
                .sql("SELECT j.JOURNAL_ID, j.ENTITY, j.ERP_KEY, e.LABEL, j.GUID, j.SIDE, j.ACTION, j.FIELD_NAME,"
                        + " j.OLD_VALUE, j.NEW_VALUE FROM BRIDGE_JOURNAL j LEFT JOIN BRIDGE_ERP_RECORD e"
                        + " ON e.COMPANY = j.COMPANY AND e.ENTITY = j.ENTITY AND e.ERP_KEY = j.ERP_KEY"
                        + " WHERE j.COMPANY = ? AND j.JOB_EXECUTION_ID = ? ORDER BY j.JOURNAL_ID")
                .params(company, jobExecution)
                .query((row, number) -> new Change(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4) == null ? row.getString(2) + " " + row.getString(3) : row.getString(4),
                        row.getString(5),
                        Side.valueOf(row.getString(6)),
                        Action.valueOf(row.getString(7)),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10)))
                .list();
    }
}
