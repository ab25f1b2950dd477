package io.severabridge.erp;

import java.util.Locale;

/** What an address needs beside what people write. */
final class JdbcUrl {
    private JdbcUrl() {}

    /**
     * An embedded database speaks T-SQL, keeps each commit at once and can be read by other processes; SQL Server gets text
     * as its columns hold it, else each look-up by a text key would scan the table.
     */
    static String complete(String url, String schema) {
        if (!url.startsWith("jdbc:h2:")) {
            return add(add(url, "sendStringParametersAsUnicode", "false"), "loginTimeout", "15");
        }
        String full = add(url, "MODE", "MSSQLServer");
        full = add(full, "DATABASE_TO_UPPER", "FALSE");
        full = add(full, "CASE_INSENSITIVE_IDENTIFIERS", "TRUE");
        full = add(full, "WRITE_DELAY", "0");
        full = add(full, "INIT", "CREATE SCHEMA IF NOT EXISTS \"" + schema + "\"\\;SET SCHEMA \"" + schema + "\"");
        if (url.startsWith("jdbc:h2:mem:")) {
            return add(full, "DB_CLOSE_DELAY", "-1");
        }
        return url.startsWith("jdbc:h2:tcp:") ? full : add(full, "AUTO_SERVER", "TRUE");
    }

    private static String add(String url, String setting, String value) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting.toUpperCase(Locale.ROOT) + "=")
                ? url
                : url + ";" + setting + "=" + value;
    }
}
