package io.severabridge.file;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Files and folders that their owner alone can read, whatever the process's umask is. */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Set<PosixFilePermission> FOLDER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private OwnerOnly() {}

    /** Makes the folder and those above it that are missing; one that is there stays as it is. */
    public static void folder(@Nullable Path folder) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        folder(folder.toAbsolutePath().getParent());
        try {
            Files.createDirectory(folder, attributes(folder, FOLDER));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        restrict(folder);
    }

    /** Makes an empty file, with its folder, where there is none, and takes a present one from everybody else. */
    public static void file(Path file) throws IOException {
        folder(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, attributes(file, FILE));
        } catch (FileAlreadyExistsException e) {
            // Restricted below.
        }
        restrict(file);
    }

    /** Writes a text into such a file; what it held before is gone. */
    public static void write(Path file, String text) throws IOException {
        file(file);
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Takes a file or folder from everybody but its owner, where it exists and is this user's. */
    public static void restrict(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        boolean folder = Files.isDirectory(path);
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            restrictWithoutModes(path.toFile(), folder);
            return;
        }
        Set<PosixFilePermission> due = folder ? FOLDER : FILE;
        if (!due.containsAll(view.readAttributes().permissions())) {
            try {
                view.setPermissions(due);
            } catch (FileSystemException e) {
                // Not kept in a constant: the log itself has its file made here while it is set up.
                LoggerFactory.getLogger(OwnerOnly.class)
                        .warn("{} is not this user's: others may be able to read it", path);
            }
        }
    }

    private static void restrictWithoutModes(File file, boolean folder) {
        file.setReadable(false, false);
        file.setReadable(true, true);
        file.setWritable(false, false);
        file.setWritable(true, true);
        if (folder) {
            file.setExecutable(false, false);
            file.setExecutable(true, true);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
