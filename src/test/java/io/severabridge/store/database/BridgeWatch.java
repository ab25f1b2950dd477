package io.severabridge.store.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Watches the transactions of a bridge database in memory, for two faults that only a production server shows:
 *
 * <ul>
 *   <li>a transaction that is open while its thread waits for Severa holds its locks as long as Severa likes;
 *   <li>a thread that reads a table on a second connection while its first one has uncommitted rows there waits for itself for ever,
 *       where reading waits for locks (READ COMMITTED of SQL Server).
 * </ul>
 */
public final class BridgeWatch {
    private static final Map<String, BridgeWatch> WATCHES = new ConcurrentHashMap<>();
    private static final Pattern TABLE = Pattern.compile("\\b(BRIDGE|BATCH)_[A-Z_]+\\b");
    private static final Pattern READS = Pattern.compile("\\s*(SELECT|SET|CALL)\\b", Pattern.CASE_INSENSITIVE);

    /** Methods of the writers that wait for what other threads are answered. */
    private static final Set<String> WAITING = Set.of("awaitAnswer");

    private final Set<Watched> connections = ConcurrentHashMap.newKeySet();
    private final Set<String> problems = ConcurrentHashMap.newKeySet();

    private BridgeWatch() {}

    /** Watches the databases whose address contains a text. */
    public static BridgeWatch over(String address) {
        return Installed.DRIVER.watch(address);
    }

    /** Ends the watch. */
    public static void forget(String address) {
        WATCHES.remove(address);
    }

    private static @Nullable BridgeWatch of(String url) {
        return WATCHES.entrySet().stream()
                .filter(watch -> url.contains(watch.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** What it has seen that must not be. */
    public List<String> problems() {
        return problems.stream().sorted().toList();
    }

    /** A call is being answered: whoever waits for one holds no transaction. */
    public void onCall(String call) {
        for (Watched each : connections) {
            Transaction open = each.open;
            // The same one still: the thread goes on meanwhile.
            if (open != null && waitsForSevera(open.thread()) && each.open == open) {
                problems.add("a transaction is open while its thread waits for Severa (" + call + "): " + open.first());
            }
        }
    }

    private static boolean waitsForSevera(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("io.severabridge.severa.")
                        || WAITING.contains(frame.getMethodName()));
    }

    /** One that has executed a statement; no two are the same. */
    private static final class Transaction {
        private final Thread thread = Thread.currentThread();
        private final String first;

        Transaction(String first) {
            this.first = first;
        }

        Thread thread() {
            return thread;
        }

        String first() {
            return first;
        }
    }

    private final class Watched {
        private final Connection real;
        private volatile @Nullable Transaction open;
        private final Set<String> written = ConcurrentHashMap.newKeySet();

        Watched(Connection real) {
            this.real = real;
        }

        @Nullable
        Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "commit", "rollback", "close", "setAutoCommit" -> {
                    open = null;
                    written.clear();
                    if (method.getName().equals("close")) {
                        connections.remove(this);
                    }
                }
                default -> {}
            }
            Object result = invoke(real, method, arguments);
            if (!(result instanceof Statement statement)) {
                return result;
            }
            String sql = arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
            return Proxy.newProxyInstance(
                    BridgeWatch.class.getClassLoader(),
                    new Class<?>[] {method.getReturnType()},
                    (proxy, inner, given) -> {
                        if (inner.getName().startsWith("execute")) {
                            executes(given == null || given.length == 0 ? sql : String.valueOf(given[0]));
                        }
                        return invoke(statement, inner, given);
                    });
        }

        private void executes(String sql) throws SQLException {
            for (Watched other : connections) {
                Transaction first = other.open;
                boolean mine = first != null && first.thread() == Thread.currentThread();
                if (other != this && mine && tables(sql).anyMatch(other.written::contains)) {
                    problems.add(
                            "a thread uses a second connection for a table in which its first one has uncommitted rows: "
                                    + sql);
                }
            }
            if (!real.getAutoCommit()) {
                open = open == null ? new Transaction(sql) : open;
                if (!READS.matcher(sql).lookingAt()) {
                    // The first table is the one that is written.
                    tables(sql).limit(1).forEach(written::add);
                }
            }
        }
    }

    private static Stream<String> tables(String sql) {
        return TABLE.matcher(sql).results().map(MatchResult::group);
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Takes the place of H2's driver for the databases that are watched. */
    private static final class Installed implements Driver {
        static final Installed DRIVER = install();

        private final Driver real;

        private Installed(Driver real) {
            this.real = real;
        }

        BridgeWatch watch(String address) {
            return WATCHES.computeIfAbsent(address, any -> new BridgeWatch());
        }

        private static Installed install() {
            try {
                Driver h2 = DriverManager.getDriver("jdbc:h2:mem:");
                Installed driver = new Installed(h2);
                DriverManager.deregisterDriver(h2);
                DriverManager.registerDriver(driver);
                DriverManager.registerDriver(h2);
                return driver;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public @Nullable Connection connect(String url, Properties properties) throws SQLException {
            BridgeWatch watch = of(url);
            if (watch == null) {
                return null;
            }
            Watched watched = watch.new Watched(real.connect(url, properties));
            watch.connections.add(watched);
            return (Connection) Proxy.newProxyInstance(
                    BridgeWatch.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> watched.call(method, arguments));
        }

        @Override
        public boolean acceptsURL(String url) {
            return of(url) != null;
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
            return real.getPropertyInfo(url, properties);
        }

        @Override
        public int getMajorVersion() {
            return real.getMajorVersion();
        }

        @Override
        public int getMinorVersion() {
            return real.getMinorVersion();
        }

        @Override
        public boolean jdbcCompliant() {
            return real.jdbcCompliant();
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }
    }
}
