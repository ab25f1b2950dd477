package io.severabridge.jdbc;

import io.severabridge.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of an embedded database, which their owner alone may read.
 *
 * @param database holds the tables
 */
public record EmbeddedFile(Path database) {
    private static final String ENDING = ".mv.db";

    /** Null where the database is in no file of this machine. */
    public static @Nullable EmbeddedFile of(String url) {
        Path file = Urls.file(url);
        return file == null ? null : new EmbeddedFile(file.toAbsolutePath());
    }

    /** Holds the password that nobody has configured. */
    public Path password() {
        return sibling(".password");
    }

    /** Whether somebody has made the database: there is a file, and it is not empty. */
    public boolean holdsAnything() {
        return database.toFile().length() > 0;
    }

    public Path sibling(String ending) {
        return Path.of(database.toString().replaceFirst("\\.mv\\.db$", "") + ending);
    }

    /** Makes the folder; takes it and what is in it from everybody else. A folder that holds other things too stays as it is. */
    void restrict() throws IOException {
        Path folder = database.getParent();
        OwnerOnly.folder(folder);
        if (folder != null && holdsDatabasesAlone(folder)) {
            OwnerOnly.restrict(folder);
        }
        restrictFiles();
    }

    /** Takes the files from everybody else: the database makes some with the modes that are usual for the process. */
    void restrictFiles() throws IOException {
        for (Path file : List.of(database, password(), sibling(".lock.db"), sibling(".trace.db"))) {
            OwnerOnly.restrict(file);
        }
    }

    private static boolean holdsDatabasesAlone(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> String.valueOf(file.getFileName())).toList();
            return names.stream().anyMatch(name -> name.endsWith(ENDING))
                    && names.stream()
                            .allMatch(name -> name.endsWith(".db")
                                    || name.endsWith(".password")
                                    || name.endsWith(".migration.lock"));
        }
    }
}
