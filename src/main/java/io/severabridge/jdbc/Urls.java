package io.severabridge.jdbc;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Completes the addresses of databases by what people need not write. */
public final class Urls {
    private Urls() {}

    /**
     * An embedded database speaks T-SQL, keeps each commit at once, so that nothing acknowledged is lost when the process
     * is killed, and can be read by other processes while a job runs. Any other address is left as it is.
     */
    public static String embedded(String url) {
        if (!isEmbedded(url)) {
            return url;
        }
        String full = with(url, "MODE", "MSSQLServer");
        full = with(full, "DATABASE_TO_UPPER", "FALSE");
        full = with(full, "CASE_INSENSITIVE_IDENTIFIERS", "TRUE");
        full = with(full, "WRITE_DELAY", "0");
        // What H2 would write into a file beside the database, it throws as well.
        full = with(full, "TRACE_LEVEL_FILE", "0");
        if (url.startsWith("jdbc:h2:mem:")) {
            return with(full, "DB_CLOSE_DELAY", "-1");
        }
        return url.startsWith("jdbc:h2:tcp:") ? full : with(full, "AUTO_SERVER", "TRUE");
    }

    /** The file that an embedded database is in; null where it is in memory, behind a server, or no embedded one. */
    public static @Nullable Path file(String url) {
        if (!isEmbedded(url)) {
            return null;
        }
        String name =
                url.substring("jdbc:h2:".length()).replaceFirst("^file:", "").replaceFirst(";.*", "");
        if (name.matches("(mem|tcp|ssl|zip|cache|async|split|nioMapped|memFS|memLZ|nioMemFS):.*")) {
            return null;
        }
        String home = name.startsWith("~") ? System.getProperty("user.home") + name.substring(1) : name;
        return Path.of(home + ".mv.db");
    }

    /** The address for one process alone. */
    public static String alone(String url) {
        return url.replace(";AUTO_SERVER=TRUE", "");
    }

    public static boolean isEmbedded(String url) {
        return url.startsWith("jdbc:h2:");
    }

    /** With a setting, unless the address has it already. */
    public static String with(String url, String setting, String value) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting.toUpperCase(Locale.ROOT) + "=")
                ? url
                : url + ";" + setting + "=" + value;
    }
}
