package io.severabridge.jdbc;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.engine.SysProperties;
import org.jspecify.annotations.Nullable;

/** Completes the addresses of databases by what people need not write. */
public final class Urls {
    private static final String LOOPBACK = "127.0.0.1";

    /** What the address of an embedded database may say of itself: nothing among it runs or writes anything. */
    public static final List<String> QUIET_SETTINGS = List.of(
            "AUTO_SERVER",
            "AUTO_SERVER_PORT",
            "CACHE_SIZE",
            "CASE_INSENSITIVE_IDENTIFIERS",
            "COLLATION",
            "DATABASE_TO_UPPER",
            "DB_CLOSE_DELAY",
            "DB_CLOSE_ON_EXIT",
            "FORBID_CREATION",
            "IFEXISTS",
            "IGNORECASE",
            "LOCK_TIMEOUT",
            "MAX_COMPACT_TIME",
            "MODE",
            "NON_KEYWORDS",
            "WRITE_DELAY");

    private static final Pattern RELATIVE = Pattern.compile("(jdbc:h2:(?:file:)?)(\\.{1,2}[/\\\\][^;]*)(.*)");
    private static final Pattern DATABASE_NAME = Pattern.compile("(?i);\\s*database(?:Name)?\\s*=\\s*([^;]*)");

    static {
        loopbackOnly();
    }

    private Urls() {}

    /**
     * Lets an embedded database take connections of this machine only. H2 reads that once, when its first class is loaded: it
     * has to be said before.
     */
    public static void loopbackOnly() {
        System.setProperty("h2.bindAddress", LOOPBACK);
    }

    /**
     * An embedded database for this process alone, which may lose its last commits: for copies that are thrown away.
     *
     * @param name of the file, in a folder that nobody else can read
     */
    public static String temporary(Path folder, String name) {
        return "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=10000;AUTO_SERVER=FALSE";
    }

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
        // If H2 was loaded earlier and would listen to the network, other processes have to wait until the job ends.
        boolean safe = LOOPBACK.equals(SysProperties.BIND_ADDRESS);
        return url.startsWith("jdbc:h2:tcp:") ? full : with(full, "AUTO_SERVER", safe ? "TRUE" : "FALSE");
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

    /**
     * The settings in the address of an embedded database that it may not have, such as {@code INIT}, which is SQL that runs with
     * each connection; empty for any other address.
     */
    public static List<String> actingSettings(String url) {
        if (!isEmbedded(url)) {
            return List.of();
        }
        return Stream.of(url.split(";", -1))
                .skip(1)
                .map(setting -> setting.replaceFirst("=.*", "").strip().toUpperCase(Locale.ROOT))
                .filter(setting -> !setting.isEmpty() && !QUIET_SETTINGS.contains(setting))
                .distinct()
                .toList();
    }

    /**
     * The address of an embedded database with its file counted from a folder, where it is a path such as {@code ./data/erp}; any
     * other address is left as it is.
     */
    public static String below(Path folder, String url) {
        Matcher relative = RELATIVE.matcher(url);
        return relative.matches()
                ? relative.group(1)
                        + folder.toAbsolutePath().resolve(relative.group(2)).normalize()
                        + relative.group(3)
                : url;
    }

    /** Which database an address names: the server with its database, or the file; without letter case and further settings. */
    public static String database(String url) {
        if (isEmbedded(url)) {
            Path file = file(url);
            return file == null
                    ? url.replaceFirst(";.*", "")
                    : file.toAbsolutePath().normalize().toString();
        }
        Matcher name = DATABASE_NAME.matcher(url);
        return (url.replaceFirst(";.*", "") + ";" + (name.find() ? name.group(1) : "")).toLowerCase(Locale.ROOT);
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
