package io.severabridge.job;

import io.severabridge.company.SettingsFileException;
import io.severabridge.erp.ErpAccess;
import io.severabridge.failure.AnotherRun;
import io.severabridge.failure.FullDisk;
import io.severabridge.failure.Rejected;
import io.severabridge.failure.StoppedByFindings;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.severa.Refused;
import io.severabridge.severa.UncertainCreateException;
import io.severabridge.sync.run.RejectThresholds.TooManyRejects;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Which of the errors that people can do something about is behind another one. */
public final class Causes {
    /** H2: database closed (90098, 90121), connection broken (90067), file in use (90020). */
    private static final Set<Integer> AWAY = Set.of(90098, 90121, 90067, 90020);

    private Causes() {}

    /** The error that says what happens next; the one that was given where none does. */
    public static Throwable named(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            RuntimeException meaning = meaning(at);
            if (meaning != null) {
                return meaning;
            }
        }
        return FullDisk.isBehind(failure) ? FullDisk.of("what is to be written", failure) : failure;
    }

    /** Whether {@link #named} knows it: its message is for people. */
    public static boolean isNamed(Throwable failure) {
        return failure instanceof Unavailable
                || failure instanceof WrongSetUp
                || failure instanceof TooManyRejects
                || failure instanceof StoppedByFindings
                || failure instanceof AnotherRun
                || failure instanceof SettingsFileException;
    }

    private static @Nullable RuntimeException meaning(Throwable failure) {
        if (isNamed(failure)) {
            return (RuntimeException) failure;
        }
        if (failure instanceof Refused refused) {
            return new WrongSetUp(refused.sentence(), refused);
        }
        if (failure instanceof UncertainCreateException doubtful) {
            return new Unavailable("Severa: " + doubtful.getMessage(), doubtful);
        }
        if (failure instanceof Rejected rejected) {
            return new WrongSetUp(
                    rejected.reason().code() + ": " + rejected.field() + ": " + rejected.getMessage() + "; "
                            + rejected.reason().fix(),
                    rejected);
        }
        if (failure instanceof ErpAccess.Refused refused) {
            return new WrongSetUp(
                    "the ERP database refuses what was to be written: " + refused.getMessage()
                            + "; look for a constraint or trigger, and at the permissions of erp.username",
                    refused);
        }
        return failure instanceof DataAccessException
                        || failure instanceof TransactionException
                        || failure instanceof SQLException
                ? ofTheBridge(failure)
                : null;
    }

    private static RuntimeException ofTheBridge(Throwable failure) {
        if (FullDisk.isBehind(failure)) {
            return FullDisk.of(
                    "the bridge database (bridge-database.jdbc-url), or for a copy of a database in the temporary folder",
                    failure);
        }
        SQLException sql = null;
        Throwable root = failure;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            sql = at instanceof SQLException found ? found : sql;
            root = at;
        }
        String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        // Class 42 and 22: a statement that this program sends does not suit the tables, or may not be sent.
        if (sql != null && !AWAY.contains(sql.getErrorCode()) && state.matches("(42|22|23|28).*")) {
            return new WrongSetUp(
                    "the bridge database refuses a statement: " + reason
                            + "; check the permissions of bridge-database.username, and that the tables are those of"
                            + " this program's version",
                    failure);
        }
        return new Unavailable(
                "the bridge database (bridge-database.jdbc-url) is gone, or cannot store what was done: " + reason
                        + "; when it is there again, the same command goes on",
                failure);
    }
}
