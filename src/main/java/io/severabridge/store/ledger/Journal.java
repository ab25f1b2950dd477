package io.severabridge.store.ledger;

import io.severabridge.store.database.Batches;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.Utc;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** What was changed, and what stood there before. */
public final class Journal {
    /** What was done. */
    public enum Action {
        CREATE,
        UPDATE,
        LINK,
        UNLINK,
        DELETE,
        CONFLICT
    }

    /** Where it was done. */
    public enum Side {
        ERP,
        SEVERA
    }

    /**
     * One change.
     *
     * @param field null for a record as a whole, whose new value is then the body that was sent
     * @param oldValue as JSON
     * @param newValue as JSON
     */
    public record Entry(
            String entity,
            String erpKey,
            @Nullable String guid,
            Side side,
            Action action,
            @Nullable String field,
            @Nullable String oldValue,
            @Nullable String newValue) {}

    /** What people did by a command, in no execution; the first execution has the number 0. */
    public static final long BY_HAND = -1;

    private final BridgeDatabase database;
    private final String company;
    private final long jobExecution;

    public Journal(BridgeDatabase database, String company, long jobExecution) {
        this.database = database;
        this.company = company;
        this.jobExecution = jobExecution;
    }

    /** Takes back what this execution has noted of changes that it then did not make. */
    public void removeUpdates(String entity, Side side, Collection<String> erpKeys) {
        Batches.update(
                database,
                "DELETE FROM BRIDGE_JOURNAL WHERE COMPANY = :company AND JOB_EXECUTION_ID = :execution"
                        + " AND ENTITY = :entity AND SIDE = :side AND ACTION = 'UPDATE' AND ERP_KEY IN (:keys)",
                Map.of("company", company, "execution", jobExecution, "entity", entity, "side", side.name()),
                erpKeys);
    }

    public void write(Collection<Entry> entries, Instant at) {
        database.batches()
                .batchUpdate(
                        "INSERT INTO BRIDGE_JOURNAL (COMPANY, ENTITY, ERP_KEY, GUID, SIDE, ACTION, FIELD_NAME, OLD_VALUE,"
                                + " NEW_VALUE, JOB_EXECUTION_ID, WRITTEN_AT) VALUES (:company, :entity, :key, :guid,"
                                + " :side, :action, :field, :old, :new, :execution, :at)",
                        entries.stream()
                                .map(entry -> new MapSqlParameterSource()
                                        .addValue("company", company)
                                        .addValue("entity", entry.entity())
                                        .addValue("key", entry.erpKey())
                                        .addValue("guid", entry.guid(), Types.NVARCHAR)
                                        .addValue("side", entry.side().name())
                                        .addValue("action", entry.action().name())
                                        .addValue("field", entry.field(), Types.NVARCHAR)
                                        .addValue("old", entry.oldValue(), Types.NVARCHAR)
                                        .addValue("new", entry.newValue(), Types.NVARCHAR)
                                        .addValue("execution", jobExecution)
                                        .addValue("at", Utc.time(at)))
                                .toArray(MapSqlParameterSource[]::new));
    }
}
