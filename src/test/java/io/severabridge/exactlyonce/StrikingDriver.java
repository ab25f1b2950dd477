package io.severabridge.exactlyonce;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The ERP's driver, with a database behind it that now and then chooses another victim, waits too long, or goes away. */
final class StrikingDriver implements Driver {
    /** Printed with each strike, so that it can be counted. */
    static final String STRUCK = "the ERP database strikes: ";

    /** What it does to a statement or a commit. */
    enum Strike {
        /** SQL Server 1205. */
        DEADLOCK(1205, "40001"),
        /** SQL Server 1222. */
        LOCK_TIMEOUT(1222, "HYT00"),
        /** The connection is gone, before the statement did anything. */
        CONNECTION_LOST(0, "08S01"),
        /** The commit took effect, and the connection is gone before it could say so. */
        COMMIT_LOST(0, "08S01");

        private final int code;
        private final String state;

        Strike(int code, String state) {
            this.code = code;
            this.state = state;
        }

        SQLException exception() {
            System.out.println(STRUCK + this);
            return new SQLException("struck by " + this, state, code);
        }
    }

    private final Driver real;
    private final String erp;
    private final Strike strike;
    private final Random random;
    private final double probability;
    private final AtomicInteger left;

    private StrikingDriver(Driver real, String erp, Strike strike, long seed, double probability, int most) {
        this.real = real;
        this.erp = erp;
        this.strike = strike;
        this.random = new Random(seed);
        this.probability = probability;
        this.left = new AtomicInteger(most);
    }

    /** Takes the place of H2's driver for the ERP, told by a part of its address. */
    static void install(String erp, Strike strike, long seed, double probability, int most) throws SQLException {
        Driver h2 = DriverManager.getDriver("jdbc:h2:mem:");
        DriverManager.deregisterDriver(h2);
        DriverManager.registerDriver(new StrikingDriver(h2, erp, strike, seed, probability, most));
        DriverManager.registerDriver(h2);
    }

    private synchronized boolean strikes() {
        return random.nextDouble() < probability && left.getAndDecrement() > 0;
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection connection = real.connect(url, properties);
        return (Connection) Proxy.newProxyInstance(
                StrikingDriver.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> onConnection(connection, method, arguments));
    }

    private @Nullable Object onConnection(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("commit") && strike == Strike.COMMIT_LOST && strikes()) {
            connection.commit();
            connection.close();
            throw strike.exception();
        }
        Object result = call(connection, method, arguments);
        if (result instanceof PreparedStatement statement) {
            return Proxy.newProxyInstance(
                    StrikingDriver.class.getClassLoader(),
                    new Class<?>[] {PreparedStatement.class},
                    (proxy, inner, given) -> onStatement(connection, statement, inner, given));
        }
        return result;
    }

    private @Nullable Object onStatement(
            Connection connection, PreparedStatement statement, Method method, Object @Nullable [] arguments)
            throws Throwable {
        boolean executes = method.getName().startsWith("execute") && strike != Strike.COMMIT_LOST;
        if (executes && strikes()) {
            if (strike == Strike.CONNECTION_LOST) {
                connection.close();
            }
            throw strike.exception();
        }
        return call(statement, method, arguments);
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.contains(erp);
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
