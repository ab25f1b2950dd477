package offenders.severabridge.cli;

import java.sql.SQLException;

final class SpeaksSql {
    SQLException thrown = new SQLException("x");
}
