package io.severabridge.store.ledger;

import io.severabridge.store.database.BridgeDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the records of each step execution. */
public final class StepCounts {
    /** Outcomes by number of records; {@code absent} are rows that stand for nothing, such as an empty fax number. */
    public record Counts(
            long created,
            long updated,
            long linked,
            long unchanged,
            long skipped,
            long rejected,
            long conflicts,
            long absent,
            long calls) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** Records that are accounted for. A conflict is also an update or unchanged, and not counted again. */
        public long records() {
            return created + updated + linked + unchanged + skipped + rejected;
        }
    }

    private static final String COLUMNS =
            "CREATED, UPDATED, LINKED, UNCHANGED, SKIPPED, REJECTED, CONFLICTS, ABSENT, CALLS";

    private final BridgeDatabase database;
    private final String company;

    public StepCounts(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /** Where a restarted step goes on from: the counts of its last execution in the same job instance. */
    public Counts before(long jobInstance, String step, long stepExecution) {
        List<Counts> last = database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM BRIDGE_STEP_COUNT WHERE JOB_INSTANCE_ID = ? AND STEP_NAME = ?"
                        + " AND STEP_EXECUTION_ID <> ? ORDER BY STEP_EXECUTION_ID DESC")
                .params(jobInstance, step, stepExecution)
                .query(StepCounts::counts)
                .list();
        return last.isEmpty() ? Counts.NONE : last.get(0);
    }

    private static Counts counts(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Counts(
                row.getLong("CREATED"),
                row.getLong("UPDATED"),
                row.getLong("LINKED"),
                row.getLong("UNCHANGED"),
                row.getLong("SKIPPED"),
                row.getLong("REJECTED"),
                row.getLong("CONFLICTS"),
                row.getLong("ABSENT"),
                row.getLong("CALLS"));
    }

    public void put(long stepExecution, long jobExecution, long jobInstance, String step, Counts counts) {
        database.jdbc()
                .sql("DELETE FROM BRIDGE_STEP_COUNT WHERE STEP_EXECUTION_ID = ?")
                .param(stepExecution)
                .update();
        database.jdbc()
                .sql("INSERT INTO BRIDGE_STEP_COUNT (STEP_EXECUTION_ID, JOB_EXECUTION_ID, JOB_INSTANCE_ID, COMPANY,"
                        + " STEP_NAME, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        stepExecution,
                        jobExecution,
                        jobInstance,
                        company,
                        step,
                        counts.created(),
                        counts.updated(),
                        counts.linked(),
                        counts.unchanged(),
                        counts.skipped(),
                        counts.rejected(),
                        counts.conflicts(),
                        counts.absent(),
                        counts.calls())
                .update();
    }

    /** The counts of one step execution; null as long as it has none. */
    public @Nullable Counts of(long stepExecution) {
        return database.jdbc()
                .sql("SELECT " + COLUMNS + " FROM BRIDGE_STEP_COUNT WHERE STEP_EXECUTION_ID = ?")
                .param(stepExecution)
                .query(StepCounts::counts)
                .optional()
                .orElse(null);
    }
}
