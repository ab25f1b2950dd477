package offenders.severabridge.entity.one;

import java.sql.Connection;
import java.sql.SQLException;

final class AsksTheDatabase {
    static void close(Connection connection) throws SQLException {
        connection.close();
    }
}
