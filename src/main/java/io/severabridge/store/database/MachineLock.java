package io.severabridge.store.database;

import io.severabridge.failure.AnotherRun;
import io.severabridge.file.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps runs of this machine apart that have one ERP or one organisation, but bridge databases of their own, which know nothing
 * of each other. The system gives the locks of a process back when it ends, however it ends.
 */
final class MachineLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MachineLock.class);

    /** Behind what a holder writes: a locked byte cannot be read on each system. */
    private static final long LOCKED_BYTE = 1_000_000;

    private static final int LONGEST = 200;

    private final List<FileChannel> held = new ArrayList<>();

    private MachineLock() {}

    /** Takes all, or none. */
    static MachineLock take(Claims claims) {
        MachineLock lock = new MachineLock();
        try {
            Path folder = folder();
            for (Claims.Claim claim : claims.others()) {
                lock.take(folder.resolve(claim.key().replace(' ', '-')), claim, claims.company());
            }
        } catch (IOException e) {
            LOG.debug("no locks of this machine", e);
        } catch (AnotherRun e) {
            lock.close();
            throw e;
        }
        return lock;
    }

    /** Where everybody may write, others may have put a folder of that name, to have files of this user written over. */
    private static Path folder() throws IOException {
        Path folder = Path.of(
                System.getProperty("java.io.tmpdir"),
                "severa.bridge." + System.getProperty("user.name").replaceAll("\\W", "_"));
        OwnerOnly.folder(folder);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                        .getName()
                        .equals(System.getProperty("user.name"))) {
            throw new IOException(folder + " is not this user's folder");
        }
        OwnerOnly.restrict(folder);
        return folder;
    }

    private void take(Path file, Claims.Claim claim, String company) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        if (locked(channel) == null) {
            String holder = holder(channel);
            channel.close();
            throw new AnotherRun("another run with " + claim.what() + " is under way on this machine"
                    + (holder.isEmpty() ? "" : ": " + holder));
        }
        held.add(channel);
        byte[] text =
                ("company " + company + ", process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text), 0);
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST);
        int read = channel.read(text, 0);
        return read <= 0 ? "" : new String(text.array(), 0, read, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        for (FileChannel channel : held) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("a lock of this machine stays until the process ends", e);
            }
        }
        held.clear();
    }
}
