package io.severabridge.store.ledger;

import io.severabridge.failure.WrongSetUp;
import io.severabridge.store.database.BridgeDatabase;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Job and step executions of a company, as the batch tables have them; times are those of the machine that ran them. */
public final class Executions {
    /** A job execution. */
    public record JobRow(
            long id,
            String job,
            String status,
            String exit,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end) {}

    /** A step execution with its outcomes; {@code counted} says whether some are stored, as of none that only reads. */
    public record StepRow(
            String step,
            String status,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            long read,
            boolean counted,
            long created,
            long updated,
            long linked,
            long unchanged,
            long skipped,
            long rejected,
            long calls) {}

    /** How many are named to somebody who has asked for another one. */
    private static final int LAST = 5;

    private static final String JOBS = "SELECT e.JOB_EXECUTION_ID, i.JOB_NAME, e.STATUS, e.EXIT_MESSAGE, e.START_TIME,"
            + " e.END_TIME FROM BATCH_JOB_EXECUTION e JOIN BATCH_JOB_INSTANCE i"
            + " ON i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID JOIN BATCH_JOB_EXECUTION_PARAMS p"
            + " ON p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND p.PARAMETER_NAME = 'company'"
            + " WHERE p.PARAMETER_VALUE = ? ORDER BY e.JOB_EXECUTION_ID DESC";

    private final BridgeDatabase database;
    private final String company;

    public Executions(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /** The newest first. */
    public List<JobRow> jobs() {
        return database.jdbc()
                .sql(JOBS)
                .param(company)
                .query((row, number) -> new JobRow(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDateTime.class),
                        row.getObject(6, LocalDateTime.class)))
                .list();
    }

    /**
     * The one with a number.
     *
     * @throws WrongSetUp if the company has none of that number, with those that it has
     */
    public JobRow named(long execution) {
        List<JobRow> jobs = jobs();
        return jobs.stream()
                .filter(job -> job.id() == execution)
                .findFirst()
                .orElseThrow(() -> new WrongSetUp("company "
                        + company + " has no execution " + execution
                        + (jobs.isEmpty()
                                ? ", and no other yet"
                                : "; its last are "
                                        + jobs.stream()
                                                .limit(LAST)
                                                .map(job -> job.id() + " " + job.job())
                                                .collect(Collectors.joining(", ")))));
    }

    /** The executions of the run that an execution belongs to: itself, and those that it went on with. */
    public List<Long> ofSameRun(long jobExecution) {
        return database.jdbc()
                .sql("SELECT JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION WHERE JOB_INSTANCE_ID ="
                        + " (SELECT JOB_INSTANCE_ID FROM BATCH_JOB_EXECUTION WHERE JOB_EXECUTION_ID = ?)"
                        + " ORDER BY JOB_EXECUTION_ID")
                .param(jobExecution)
                .query(Long.class)
                .list();
    }

    /** The run that an execution belongs to. */
    public long instance(long jobExecution) {
        return database.jdbc()
                .sql("SELECT JOB_INSTANCE_ID FROM BATCH_JOB_EXECUTION WHERE JOB_EXECUTION_ID = ?")
                .param(jobExecution)
                .query(Long.class)
                .single();
    }

    /** In the order in which they ran. */
    public List<StepRow> steps(long jobExecution) {
        return database.jdbc()
                .sql("SELECT STEP_NAME, STATUS, START_TIME, END_TIME, READ_COUNT, CREATED, UPDATED, LINKED, UNCHANGED,"
                        + " SKIPPED, REJECTED, CALLS FROM BRIDGE_STEP_OUTCOME WHERE JOB_EXECUTION_ID = ?"
                        + " ORDER BY STEP_EXECUTION_ID")
                .param(jobExecution)
                .query((row, number) -> new StepRow(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class),
                        row.getObject(4, LocalDateTime.class),
                        row.getLong(5),
                        row.getObject(6) != null,
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12)))
                .list();
    }
}
