package io.severabridge.bridge;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What was changed, and what stood there before. */
public final class Journal {
    /** What was done. */
    public enum Action {
        CREATE,
        UPDATE,
        LINK,
        DELETE,
        CONFLICT
    }

    /**
     * @param field null for a record as a whole, whose new value is then the body that was sent
     * @param oldValue as JSON
     * @param newValue as JSON
     */
    public record Entry(
            String entity,
            String erpKey,
            @Nullable String guid,
            Action action,
            @Nullable String field,
            @Nullable String oldValue,
            @Nullable String newValue) {}

    private final BridgeDatabase database;
    private final String company;
    private final long jobExecution;

    public Journal(BridgeDatabase database, String company, long jobExecution) {
        this.database = database;
        this.company = company;
        this.jobExecution = jobExecution;
    }

    public void write(Collection<Entry> entries, Instant at) {
        for (Entry entry : entries) {
            database.jdbc()
                    .sql("INSERT INTO BRIDGE_JOURNAL (COMPANY, ENTITY, ERP_KEY, GUID, ACTION, FIELD_NAME, OLD_VALUE,"
                            + " NEW_VALUE, JOB_EXECUTION_ID, WRITTEN_AT) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            company,
                            entry.entity(),
                            entry.erpKey(),
                            entry.guid(),
                            entry.action().name(),
                            entry.field(),
                            entry.oldValue(),
                            entry.newValue(),
                            jobExecution,
                            Utc.time(at))
                    .update();
        }
    }
}
