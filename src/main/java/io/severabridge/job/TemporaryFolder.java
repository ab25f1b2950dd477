package io.severabridge.job;

import io.severabridge.failure.Unavailable;
import io.severabridge.file.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that only its owner can read, and that is gone afterwards: that of a process which was killed, with the next start. As
 * long as its process lives, a file in it is locked.
 */
final class TemporaryFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
    private static final String PREFIX = "severa-bridge";
    private static final String IN_USE = "in-use";

    /** A folder without the file is of an earlier version, or has just been made. */
    private static final Duration LONG_AGO = Duration.ofDays(1);

    private static final int TRIES = 5;

    private final Path path;
    private final FileChannel inUse;

    private TemporaryFolder(Path path, FileChannel inUse) {
        this.path = path;
        this.inUse = inUse;
    }

    /** Makes one, and removes what processes that are gone have left. */
    static TemporaryFolder make(Clock clock) {
        removeLeftBehind(clock);
        try {
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                TemporaryFolder made = locked(Files.createTempDirectory(PREFIX + "-"));
                if (made != null) {
                    return made;
                }
            }
            throw new Unavailable("no temporary folder can be made: another process removes each");
        } catch (IOException e) {
            throw new Unavailable("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    /** Null where another process took the new folder for one that was left behind. */
    private static @Nullable TemporaryFolder locked(Path folder) throws IOException {
        Path file = folder.resolve(IN_USE);
        OwnerOnly.file(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock != null && Files.exists(file)) {
            return new TemporaryFolder(folder, channel);
        }
        channel.close();
        return null;
    }

    /** Removes the folders of processes that are gone. */
    static void removeLeftBehind(Clock clock) {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> found = Files.list(parent)) {
            List<Path> folders = found.filter(
                            path -> String.valueOf(path.getFileName()).matches(PREFIX + "-?\\d+"))
                    .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(TemporaryFolder::isOurs)
                    .toList();
            folders.forEach(folder -> removeIfLeftBehind(folder, clock.instant().minus(LONG_AGO)));
        } catch (IOException e) {
            LOG.debug("temporary folders cannot be looked for", e);
        }
    }

    /** What other users have put where everybody may write is not followed. */
    private static boolean isOurs(Path folder) {
        try {
            return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("whose {} is cannot be said", folder, e);
            return false;
        }
    }

    private static void removeIfLeftBehind(Path folder, Instant longAgo) {
        Path file = folder.resolve(IN_USE);
        try {
            if (!Files.exists(file)) {
                Instant changed = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS)
                        .toInstant();
                if (changed.isBefore(longAgo)) {
                    remove(folder);
                }
                return;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock != null) {
                    LOG.info("removing the temporary files that a process left in {} when it died", folder);
                    remove(folder);
                }
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is in use by this process", folder);
        } catch (IOException e) {
            LOG.warn("the temporary folder {} of a process that is gone is still there: {}", folder, e.getMessage());
        }
    }

    Path path() {
        return path;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            remove(path);
            inUse.close();
        } catch (IOException e) {
            LOG.warn("the temporary folder {} is still there: {}", path, e.getMessage());
        }
    }
}
