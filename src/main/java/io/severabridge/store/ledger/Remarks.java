package io.severabridge.store.ledger;

import io.severabridge.store.database.Batches;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.ColumnWidths;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the last evaluation of a record remarked without rejecting it. */
public final class Remarks {
    /** Why it is remarked. */
    public enum Kind {
        SKIPPED,
        WARNING
    }

    /** One remark. {@code code} groups equal remarks, such as {@code no-email}. */
    public record Notice(String erpKey, String label, Kind kind, String code, String message) {}

    private final BridgeDatabase database;
    private final String company;

    public Remarks(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /** Replaces all that a transfer remarked on the given records. */
    public void replace(
            String transfer, String entity, Collection<String> erpKeys, List<Notice> notices, long jobExecution) {
        Batches.update(
                database,
                "DELETE FROM BRIDGE_NOTICE WHERE COMPANY = :company AND TRANSFER = :transfer"
                        + " AND ENTITY = :entity AND ERP_KEY IN (:keys)",
                Map.of("company", company, "transfer", transfer, "entity", entity),
                erpKeys);
        for (Notice notice : notices) {
            database.jdbc()
                    .sql("INSERT INTO BRIDGE_NOTICE (COMPANY, TRANSFER, ENTITY, ERP_KEY, LABEL, KIND, CODE, MESSAGE,"
                            + " JOB_EXECUTION_ID) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            company,
                            transfer,
                            entity,
                            notice.erpKey(),
                            ColumnWidths.cut(notice.label(), 200),
                            notice.kind().name(),
                            notice.code(),
                            ColumnWidths.cut(notice.message(), 2000),
                            jobExecution)
                    .update();
        }
    }

    /** Why each of these records is skipped, by key; those that are not skipped are absent. */
    public Map<String, String> skipped(String entity, Collection<String> erpKeys) {
        return Batches.map(
                database,
                "SELECT ERP_KEY, CODE FROM BRIDGE_NOTICE WHERE COMPANY = :company AND ENTITY = :entity"
                        + " AND KIND = 'SKIPPED' AND ERP_KEY IN (:keys)",
                Map.of("company", company, "entity", entity),
                erpKeys,
                (row, number) -> Map.entry(row.getString(1), row.getString(2)));
    }

    /** How many records the executions remarked on, by kind, transfer and code. */
    public List<Summary> summary(Collection<Long> jobExecutions) {
        return database.jdbc()
                .sql(
                        "SELECT TRANSFER, KIND, CODE, COUNT(*), MIN(MESSAGE) FROM BRIDGE_NOTICE WHERE COMPANY = :company"
                                + " AND JOB_EXECUTION_ID IN (:executions) GROUP BY TRANSFER, KIND, CODE ORDER BY KIND, TRANSFER, CODE")
                .param("company", company)
                .param("executions", jobExecutions)
                .query((row, number) -> new Summary(
                        row.getString(1),
                        Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5)))
                .list();
    }

    /** Equal remarks, counted. */
    public record Summary(String transfer, Kind kind, String code, long count, String example) {}
}
