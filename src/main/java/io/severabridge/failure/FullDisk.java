package io.severabridge.failure;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;

/** A disk without room for what is to be written: nothing is wrong with the set-up, and the run goes on once there is some. */
public final class FullDisk {
    /** As systems say it: the disk, a quota, or the largest file that a user may have. */
    private static final Pattern WORDS = Pattern.compile(
            "(?i)no space left on device|disk quota exceeded|file too large|not enough space on the disk");

    /** SQL Server: no room for a page or an object (1101, 1105), the log is full (9002). */
    private static final Set<Integer> SERVER = Set.of(1101, 1105, 9002);

    private static final String SERVERS_DRIVER = "com.microsoft.";

    private FullDisk() {}

    /** Whether it is what an error comes from. */
    public static boolean isBehind(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
            boolean server = at.getClass().getName().startsWith(SERVERS_DRIVER)
                    && at instanceof SQLException sql
                    && SERVER.contains(sql.getErrorCode());
            if (server || WORDS.matcher(String.valueOf(at.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }

    /**
     * In words for people.
     *
     * @param what there is no room for
     */
    public static Unavailable of(String what, Throwable failure) {
        return new Unavailable(
                "the disk is full: there is no room for " + what + "; make room, then the same command goes on",
                failure);
    }
}
