package io.severabridge.erp;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Map<Integer, String> NAMES = new ConcurrentHashMap<>();
    private static final Set<String> TAKEN_AWAY = ConcurrentHashMap.newKeySet();

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
            for (String function : new String[] {
                "DB_NAME: databaseName",
                "DATABASEPROPERTYEX: property",
                "COLLATIONPROPERTY: codePage",
                "OBJECT_ID: objectId",
                "COLUMNPROPERTY: columnProperty",
                "HAS_PERMS_BY_NAME: hasPermission"
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

    /** OBJECT_ID. */
    public static int objectId(String name) {
        int id = name.hashCode();
        NAMES.put(id, name);
        return id;
    }

    /** COLUMNPROPERTY: IsIdentity and IsComputed. It is asked of each column, so what is so is looked up once a second. */
    public static int columnProperty(Connection connection, int id, String column, String property)
            throws SQLException {
        String table = Objects.requireNonNull(NAMES.get(id)).replace("[", "").replace("]", "");
        FilledIn known = filledIn;
        String database = connection.getCatalog();
        if (known == null || !known.database().equals(database) || System.nanoTime() - known.at() > 1_000_000_000L) {
            known = new FilledIn(database, System.nanoTime(), filledIn(connection));
            filledIn = known;
        }
        return known.columns().contains(property + " " + table + "." + column) ? 1 : 0;
    }

    /** What the columns of a database are that it fills in itself, at an instant. */
    private record FilledIn(String database, long at, Set<String> columns) {}

    private static volatile @Nullable FilledIn filledIn;

    private static Set<String> filledIn(Connection connection) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, IS_IDENTITY FROM INFORMATION_SCHEMA.COLUMNS"
                                + " WHERE IS_IDENTITY = 'YES' OR IS_GENERATED = 'ALWAYS'")) {
            while (found.next()) {
                columns.add((found.getString(4).equals("YES") ? "IsIdentity " : "IsComputed ") + found.getString(1)
                        + "." + found.getString(2) + "." + found.getString(3));
            }
        }
        return columns;
    }

    /** HAS_PERMS_BY_NAME: what was not taken away. */
    public static int hasPermission(String securable, String kind, String permission) {
        return TAKEN_AWAY.contains(permission + " ON " + kind + " " + securable) ? 0 : 1;
    }

    /** Takes a permission away until the answer is closed, such as {@code INSERT ON OBJECT [dbo].[Actor]}. */
    public static AutoCloseable without(String permission) {
        TAKEN_AWAY.add(permission);
        return () -> TAKEN_AWAY.remove(permission);
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
