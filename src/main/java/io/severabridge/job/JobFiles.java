package io.severabridge.job;

import io.severabridge.company.SettingsFile;
import io.severabridge.failure.WrongSetUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where jobs are declared: the files of a folder, and for those that it has not, the program's own. */
public final class JobFiles {
    private static final Logger LOG = LoggerFactory.getLogger(JobFiles.class);
    private static final String ENDING = ".yml";

    private final @Nullable Path folder;

    private JobFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The program's own files alone. */
    public static JobFiles ofProgram() {
        return new JobFiles(null);
    }

    /**
     * A folder's files before the program's own.
     *
     * @throws WrongSetUp if there is no such folder
     */
    public static JobFiles of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new WrongSetUp("--jobs: there is no folder " + folder);
        }
        return new JobFiles(folder);
    }

    /** The names of all jobs. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        try {
            for (Resource own : new PathMatchingResourcePatternResolver().getResources("classpath*:jobs/*" + ENDING)) {
                names.add(withoutEnding(String.valueOf(own.getFilename())));
            }
            if (folder != null) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(file -> file.endsWith(ENDING))
                            .forEach(file -> names.add(withoutEnding(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static String withoutEnding(String file) {
        return file.substring(0, file.length() - ENDING.length());
    }

    /**
     * The job of that name.
     *
     * @param known names of transfers
     * @throws WrongSetUp if there is none
     * @throws io.severabridge.company.SettingsFileException with file and line of what is wrong with its file
     */
    JobFile read(String job, Set<String> known) {
        if (!names().contains(job)) {
            throw new WrongSetUp("there is no job " + job + ": there are " + String.join(", ", names()));
        }
        Path file = folder == null ? null : folder.resolve(job + ENDING);
        if (file != null && Files.exists(file)) {
            LOG.info("job {} is that of {}", job, file);
            return SettingsFile.read(file, all -> JobFile.job(all, job, known));
        }
        return JobFile.parse("jobs/" + job + ENDING, job, own(job), known);
    }

    private static String own(String job) {
        Resource file = new PathMatchingResourcePatternResolver().getResource("classpath:jobs/" + job + ENDING);
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
