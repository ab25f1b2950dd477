package io.severabridge.store.ledger;

import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.failure.Rejected.Awaited;
import io.severabridge.store.database.Batches;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.ColumnWidths;
import io.severabridge.store.database.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records that were handed back to people, one row a record. */
public final class Rejects {
    /** As people see it. {@code status} is open or resolved. */
    public record Row(
            long id,
            String transfer,
            String entity,
            String erpKey,
            String label,
            String code,
            String field,
            @Nullable String value,
            String message,
            String fix,
            String status,
            long jobExecution,
            Instant lastAt,
            @Nullable Awaited awaited) {
        public boolean isOpen() {
            return status.equals("open");
        }
    }

    private static final String ROWS = "SELECT REJECT_ID, TRANSFER, ENTITY, ERP_KEY, LABEL, CODE, FIELD_NAME,"
            + " FIELD_VALUE, MESSAGE, MEND, STATUS, JOB_EXECUTION_ID, LAST_AT, WAITS_FOR_ENTITY, WAITS_FOR_KEY FROM BRIDGE_REJECT WHERE COMPANY = :company";

    private final BridgeDatabase database;
    private final String company;
    private final Clock clock;

    public Rejects(BridgeDatabase database, String company, Clock clock) {
        this.database = database;
        this.company = company;
        this.clock = clock;
    }

    /** Stores a rejection; an earlier one of the same record is replaced and open again. */
    public void put(String transfer, String entity, String erpKey, String label, Rejected rejected, long execution) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("company", company);
        values.put("transfer", transfer);
        values.put("entity", entity);
        values.put("key", erpKey);
        values.put("label", ColumnWidths.cut(label, 200));
        values.put("code", rejected.reason().code());
        values.put("field", ColumnWidths.cut(rejected.field(), 100));
        values.put("value", rejected.value() == null ? null : ColumnWidths.cut(rejected.value(), 400));
        values.put("message", ColumnWidths.cut(rejected.getMessage(), 2000));
        values.put("fix", rejected.reason().fix());
        Awaited awaited = rejected.awaited();
        values.put("awaitedEntity", awaited == null ? null : awaited.entity());
        values.put("awaitedKey", awaited == null ? null : awaited.key());
        values.put("execution", execution);
        values.put("at", Utc.time(clock.instant()));
        int changed = database.jdbc()
                .sql("UPDATE BRIDGE_REJECT SET LABEL = :label, CODE = :code, FIELD_NAME = :field,"
                        + " FIELD_VALUE = :value, MESSAGE = :message, MEND = :fix, STATUS = 'open',"
                        + " WAITS_FOR_ENTITY = :awaitedEntity, WAITS_FOR_KEY = :awaitedKey,"
                        + " JOB_EXECUTION_ID = :execution, LAST_AT = :at, RESOLVED_AT = NULL"
                        + " WHERE COMPANY = :company AND TRANSFER = :transfer AND ENTITY = :entity"
                        + " AND ERP_KEY = :key")
                .params(values)
                .update();
        if (changed == 0) {
            database.jdbc()
                    .sql("INSERT INTO BRIDGE_REJECT (COMPANY, TRANSFER, ENTITY, ERP_KEY, LABEL, CODE, FIELD_NAME,"
                            + " FIELD_VALUE, MESSAGE, MEND, STATUS, JOB_EXECUTION_ID, FIRST_AT, LAST_AT, WAITS_FOR_ENTITY,"
                            + " WAITS_FOR_KEY) VALUES"
                            + " (:company, :transfer, :entity, :key, :label, :code, :field, :value, :message, :fix,"
                            + " 'open', :execution, :at, :at, :awaitedEntity, :awaitedKey)")
                    .params(values)
                    .update();
        }
    }

    /** Closes what was open for these records: they were carried over, or are no longer to be. */
    public void resolve(String transfer, String entity, Collection<String> erpKeys) {
        Batches.update(
                database,
                "UPDATE BRIDGE_REJECT SET STATUS = 'resolved', RESOLVED_AT = :at WHERE COMPANY = :company"
                        + " AND TRANSFER = :transfer AND ENTITY = :entity AND STATUS = 'open' AND ERP_KEY IN (:keys)",
                Map.of("at", Utc.time(clock.instant()), "company", company, "transfer", transfer, "entity", entity),
                erpKeys);
    }

    /** Closes what was open for records that are gone, in whichever transfer. */
    public void resolve(String entity, Collection<String> erpKeys) {
        Batches.update(
                database,
                "UPDATE BRIDGE_REJECT SET STATUS = 'resolved', RESOLVED_AT = :at WHERE COMPANY = :company"
                        + " AND ENTITY = :entity AND STATUS = 'open' AND ERP_KEY IN (:keys)",
                Map.of("at", Utc.time(clock.instant()), "company", company, "entity", entity),
                erpKeys);
    }

    /** Closes what was open for records that neither side has any longer. */
    public void closeGone(String entity, String resource) {
        database.jdbc()
                .sql("UPDATE BRIDGE_REJECT SET STATUS = 'resolved', RESOLVED_AT = :at WHERE COMPANY = :company"
                        + " AND ENTITY = :entity AND STATUS = 'open'"
                        + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = BRIDGE_REJECT.COMPANY"
                        + " AND e.ENTITY = BRIDGE_REJECT.ENTITY AND e.ERP_KEY = BRIDGE_REJECT.ERP_KEY)"
                        + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_SEVERA_RECORD s WHERE s.COMPANY = BRIDGE_REJECT.COMPANY"
                        + " AND s.RESOURCE = :resource AND s.GUID = BRIDGE_REJECT.ERP_KEY)")
                .param("at", Utc.time(clock.instant()))
                .param("company", company)
                .param("entity", entity)
                .param("resource", resource)
                .update();
    }

    /** Closes what was open for records of Severa that the ERP had not got, and that are linked to a row of it by now. */
    public void closeLinked(String entity) {
        database.jdbc()
                .sql("UPDATE BRIDGE_REJECT SET STATUS = 'resolved', RESOLVED_AT = :at WHERE COMPANY = :company"
                        + " AND ENTITY = :entity AND STATUS = 'open'"
                        + " AND EXISTS (SELECT 1 FROM BRIDGE_LINK l WHERE l.COMPANY = BRIDGE_REJECT.COMPANY"
                        + " AND l.ENTITY = BRIDGE_REJECT.ENTITY AND l.GUID = BRIDGE_REJECT.ERP_KEY)")
                .param("at", Utc.time(clock.instant()))
                .param("company", company)
                .param("entity", entity)
                .update();
    }

    /** The keys whose rejection is open in a transfer. */
    public Set<String> open(String transfer) {
        return new HashSet<>(database.jdbc()
                .sql("SELECT ERP_KEY FROM BRIDGE_REJECT WHERE COMPANY = ? AND TRANSFER = ? AND STATUS = 'open'")
                .params(company, transfer)
                .query(String.class)
                .list());
    }

    /** Those of the keys whose rejection is open. */
    public Set<String> open(String entity, Collection<String> erpKeys) {
        return new HashSet<>(Batches.query(
                database,
                "SELECT ERP_KEY FROM BRIDGE_REJECT WHERE COMPANY = :company AND ENTITY = :entity"
                        + " AND STATUS = 'open' AND ERP_KEY IN (:keys)",
                Map.of("company", company, "entity", entity),
                erpKeys,
                (row, number) -> row.getString(1)));
    }

    /** Those of the keys whose rejection is open for this reason. */
    public Set<String> open(String entity, Collection<String> erpKeys, Reason reason, String field) {
        return new HashSet<>(Batches.query(
                database,
                "SELECT ERP_KEY FROM BRIDGE_REJECT WHERE COMPANY = :company AND ENTITY = :entity AND STATUS = 'open'"
                        + " AND CODE = :code AND FIELD_NAME = :field AND ERP_KEY IN (:keys)",
                Map.of("company", company, "entity", entity, "code", reason.code(), "field", field),
                erpKeys,
                (row, number) -> row.getString(1)));
    }

    /** What is open, oldest transfer order first; with an execution, what that execution rejected. */
    public List<Row> list(@Nullable Long jobExecution) {
        return find(new RejectFilter(null, jobExecution, null, null, null, false));
    }

    /** Those that are asked for, the oldest first. */
    public List<Row> find(RejectFilter filter) {
        return database.jdbc()
                .sql(ROWS + filter.conditions() + " ORDER BY REJECT_ID")
                .param("company", company)
                .params(filter.values())
                .query((row, number) -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getLong(12),
                        Utc.instant(row, 13),
                        awaited(row.getString(14), row.getString(15))))
                .list();
    }

    private static @Nullable Awaited awaited(@Nullable String entity, @Nullable String key) {
        return entity == null || key == null ? null : new Awaited(entity, key);
    }
}
