package io.severabridge.erp;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A database server for the product: its address is none of an embedded database, its text compares without regard to case,
 * and it answers what SQL Server is asked about itself. Behind it is H2 in memory.
 */
public final class StandInServer implements Driver {
    static final String PREFIX = "jdbc:sqlserver://stand-in;databaseName=";

    private static final String H2 =
            ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1;"
                    + "INIT=CREATE SCHEMA IF NOT EXISTS \"dbo\"\\;SET SCHEMA \"dbo\"";

    /** Makes an empty database. */
    static void create(String name) throws SQLException {
        if (DriverManager.drivers().noneMatch(StandInServer.class::isInstance)) {
            // The first driver that takes an address is asked.
            Driver sqlServer = DriverManager.getDriver(PREFIX);
            DriverManager.deregisterDriver(sqlServer);
            DriverManager.registerDriver(new StandInServer());
            DriverManager.registerDriver(sqlServer);
        }
        try (Connection connection = DriverManager.getConnection(PREFIX + name, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SET COLLATION ENGLISH STRENGTH SECONDARY");
            for (String function :
                    new String[] {"DB_NAME: databaseName", "DATABASEPROPERTYEX: property", "COLLATIONPROPERTY: codePage"
                    }) {
                String[] parts = function.split(": ", 2);
                statement.execute(
                        "CREATE ALIAS " + parts[0] + " FOR '" + StandInServer.class.getName() + "." + parts[1] + "'");
            }
        }
    }

    /** DB_NAME(). */
    public static String databaseName() {
        return "F0001";
    }

    /** DATABASEPROPERTYEX. */
    public static String property(String database, String property) {
        return database + " " + property;
    }

    /** COLLATIONPROPERTY. */
    public static int codePage(String collation, String property) {
        return 1252;
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        String name = url.substring(PREFIX.length()).replaceFirst(";.*", "");
        return DriverManager.getDriver("jdbc:h2:mem:").connect("jdbc:h2:mem:" + name + H2, properties);
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(StandInServer.class.getName());
    }
}
