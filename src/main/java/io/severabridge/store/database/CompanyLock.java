package io.severabridge.store.database;

import io.severabridge.failure.AnotherRun;
import io.severabridge.failure.FullDisk;
import io.severabridge.failure.Halt;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionException;

/**
 * One run of a company at a time, and of its ERP and its organisation, whatever names company files give them; also from another
 * machine where the bridge database is shared. A lock is dead when its
 * process on this machine is gone, or when its heartbeat has stopped for longer than {@link #DEAD}.
 */
public final class CompanyLock implements AutoCloseable {
    /** Longer than any pause of a process that lives. */
    public static final Duration DEAD = Duration.ofMinutes(3);

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** What a run needs to end by itself. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(CompanyLock.class);

    private record Holder(String owner, String host, long process, Instant takenAt, Instant heartbeat) {}

    private final BridgeDatabase database;
    private final Claims claims;
    private final Clock clock;
    private @Nullable MachineLock machine;
    private final String owner = UUID.randomUUID().toString();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    private CompanyLock(BridgeDatabase database, Claims claims, Clock clock) {
        this.database = database;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * Takes the lock, or takes it over from a process that is gone.
     *
     * @throws AnotherRun if another process works for the company, on its ERP or in its organisation
     */
    // The beat reports its own failures: nobody waits for it.
    @SuppressWarnings("FutureReturnValueIgnored")
    public static CompanyLock take(BridgeDatabase database, Claims claims, Clock clock) {
        CompanyLock lock = new CompanyLock(database, claims, clock);
        lock.takeAll();
        lock.heart.scheduleAtFixedRate(lock::beat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
        return lock;
    }

    /** Whether a process that is alive works for the company. */
    public static boolean isHeld(BridgeDatabase database, String company, Clock clock) {
        CompanyLock looking = new CompanyLock(database, new Claims(company, List.of()), clock);
        looking.heart.shutdownNow();
        return looking.holders(company).stream().anyMatch(looking::alive);
    }

    public String company() {
        return claims.company();
    }

    /** All or none. */
    private void takeAll() {
        try {
            take(claims.company(), "");
            for (Claims.Claim claim : claims.others()) {
                take(claim.key(), claim.what());
            }
            machine = MachineLock.take(claims);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void take(String key, String what) {
        List<Holder> holders = holders(key);
        if (holders.isEmpty()) {
            insert(key, what);
            return;
        }
        Holder holder = holders.get(0);
        if (alive(holder)) {
            throw refused(holder, what);
        }
        int taken = database.atOnce(() -> database.jdbc()
                .sql("UPDATE BRIDGE_LOCK SET OWNER = ?, HOST = ?, PROCESS_ID = ?, TAKEN_AT = ?, HEARTBEAT_AT = ?"
                        + " WHERE COMPANY = ? AND OWNER = ?")
                .params(owner, host(), ProcessHandle.current().pid(), now(), now(), key, holder.owner())
                .update());
        if (taken == 0) {
            throw refused(holder, what);
        }
        LOG.warn("took over the lock of process {} on {}, which is gone", holder.process(), holder.host());
    }

    private void insert(String key, String what) {
        try {
            database.atOnce(() -> {
                database.jdbc()
                        .sql("INSERT INTO BRIDGE_LOCK (COMPANY, OWNER, HOST, PROCESS_ID, TAKEN_AT, HEARTBEAT_AT)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")
                        .params(key, owner, host(), ProcessHandle.current().pid(), now(), now())
                        .update();
            });
        } catch (DuplicateKeyException e) {
            throw new AnotherRun(
                    "another run of company " + claims.company() + (what.isEmpty() ? "" : ", or one with " + what + ",")
                            + " has just started",
                    e);
        }
    }

    private List<Holder> holders(String key) {
        return database.jdbc()
                .sql("SELECT OWNER, HOST, PROCESS_ID, TAKEN_AT, HEARTBEAT_AT FROM BRIDGE_LOCK WHERE COMPANY = ?")
                .param(key)
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

    private AnotherRun refused(Holder holder, String what) {
        String which =
                what.isEmpty() ? "of company " + claims.company() : "with " + what + ", company " + of(holder) + ",";
        return new AnotherRun("another run " + which + " is under way: process " + holder.process() + " on "
                + holder.host() + " since " + holder.takenAt());
    }

    /** The company that a holder works for. */
    private String of(Holder holder) {
        return database.jdbc()
                .sql("SELECT COMPANY FROM BRIDGE_LOCK WHERE OWNER = ? AND COMPANY NOT LIKE '% %'")
                .param(holder.owner())
                .query(String.class)
                .optional()
                .orElse("?");
    }

    private void beat() {
        try {
            database.atOnce(() -> {
                database.jdbc()
                        .sql("UPDATE BRIDGE_LOCK SET HEARTBEAT_AT = ? WHERE OWNER = ?")
                        .params(now(), owner)
                        .update();
            });
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the heartbeat of the lock could not be stored", e);
            if (FullDisk.isBehind(e)) {
                endUnlessTheRunDoes(e);
            }
        }
    }

    /**
     * An embedded database closes itself when its disk is full. A thread that rolls back at that instant may wait in the
     * database for ever, so a run that has not ended soon after is ended here.
     */
    private static void endUnlessTheRunDoes(RuntimeException full) {
        try {
            Thread.sleep(GRACE.toMillis());
        } catch (InterruptedException itDoes) {
            Thread.currentThread().interrupt();
            return;
        }
        Halt.because(BridgeLogin.full(full));
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
        if (machine != null) {
            machine.close();
        }
        try {
            database.atOnce(() -> {
                database.jdbc()
                        .sql("DELETE FROM BRIDGE_LOCK WHERE OWNER = ?")
                        .param(owner)
                        .update();
            });
        } catch (DataAccessException | TransactionException e) {
            // The run has ended all the same, and the lock is dead with this process.
            LOG.warn("the lock of company {} could not be given back", claims.company());
            LOG.debug("the lock could not be given back", e);
        }
    }
}
