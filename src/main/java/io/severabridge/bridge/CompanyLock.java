package io.severabridge.bridge;

import io.severabridge.failure.AnotherRun;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionException;

/**
 * One run of a company at a time, also from another machine where the bridge database is shared. A lock is dead when its
 * process on this machine is gone, or when its heartbeat has stopped for longer than {@link #DEAD}.
 */
public final class CompanyLock implements AutoCloseable {
    /** Longer than any pause of a process that lives. */
    public static final Duration DEAD = Duration.ofMinutes(3);

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(CompanyLock.class);

    private record Holder(String owner, String host, long process, Instant takenAt, Instant heartbeat) {}

    private final BridgeDatabase database;
    private final String company;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    private CompanyLock(BridgeDatabase database, String company, Clock clock) {
        this.database = database;
        this.company = company;
        this.clock = clock;
    }

    /**
     * Takes the lock, or takes it over from a process that is gone.
     *
     * @throws AnotherRun if another process works for the company
     */
    // The beat reports its own failures: nobody waits for it.
    @SuppressWarnings("FutureReturnValueIgnored")
    public static CompanyLock take(BridgeDatabase database, String company, Clock clock) {
        CompanyLock lock = new CompanyLock(database, company, clock);
        lock.take();
        lock.heart.scheduleAtFixedRate(lock::beat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
        return lock;
    }

    public String company() {
        return company;
    }

    private void take() {
        List<Holder> holders = holders();
        if (holders.isEmpty()) {
            insert();
            return;
        }
        Holder holder = holders.get(0);
        if (alive(holder)) {
            throw refused(holder);
        }
        int taken = database.atOnce(() -> database.jdbc()
                .sql("UPDATE BRIDGE_LOCK SET OWNER = ?, HOST = ?, PROCESS_ID = ?, TAKEN_AT = ?, HEARTBEAT_AT = ?"
                        + " WHERE COMPANY = ? AND OWNER = ?")
                .params(owner, host(), ProcessHandle.current().pid(), now(), now(), company, holder.owner())
                .update());
        if (taken == 0) {
            throw refused(holder);
        }
        LOG.warn("took over the lock of process {} on {}, which is gone", holder.process(), holder.host());
    }

    private void insert() {
        try {
            database.atOnce(() -> {
                database.jdbc()
                        .sql("INSERT INTO BRIDGE_LOCK (COMPANY, OWNER, HOST, PROCESS_ID, TAKEN_AT, HEARTBEAT_AT)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")
                        .params(company, owner, host(), ProcessHandle.current().pid(), now(), now())
                        .update();
            });
        } catch (DuplicateKeyException e) {
            throw new AnotherRun("another run of company " + company + " has just started", e);
        }
    }

    private List<Holder> holders() {
        return database.jdbc()
                .sql("SELECT OWNER, HOST, PROCESS_ID, TAKEN_AT, HEARTBEAT_AT FROM BRIDGE_LOCK WHERE COMPANY = ?")
                .param(company)
                .query((row, number) -> new Holder(
                        row.getString(1), row.getString(2), row.getLong(3), Utc.instant(row, 4), Utc.instant(row, 5)))
                .list();
    }

    private boolean alive(Holder holder) {
        if (holder.host().equals(host())
                && ProcessHandle.of(holder.process())
                        .filter(ProcessHandle::isAlive)
                        .isEmpty()) {
            return false;
        }
        return Duration.between(holder.heartbeat(), clock.instant()).compareTo(DEAD) < 0;
    }

    private AnotherRun refused(Holder holder) {
        return new AnotherRun("another run of company " + company + " is under way: process " + holder.process()
                + " on " + holder.host() + " since " + holder.takenAt());
    }

    private void beat() {
        try {
            database.atOnce(() -> {
                database.jdbc()
                        .sql("UPDATE BRIDGE_LOCK SET HEARTBEAT_AT = ? WHERE COMPANY = ? AND OWNER = ?")
                        .params(now(), company, owner)
                        .update();
            });
        } catch (DataAccessException e) {
            LOG.warn("the heartbeat of the lock could not be stored", e);
        }
    }

    private java.time.LocalDateTime now() {
        return Utc.time(clock.instant());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
        try {
            database.atOnce(() -> {
                database.jdbc()
                        .sql("DELETE FROM BRIDGE_LOCK WHERE COMPANY = ? AND OWNER = ?")
                        .params(company, owner)
                        .update();
            });
        } catch (DataAccessException | TransactionException e) {
            // The run has ended all the same, and the lock is dead with this process.
            LOG.warn("the lock of company {} could not be given back", company);
            LOG.debug("the lock could not be given back", e);
        }
    }
}
