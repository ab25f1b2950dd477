package io.severabridge.cli;

import io.severabridge.job.JobFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose jobs: those of a folder, or the program's own. */
final class JobsOption {
    @Option(
            names = "--jobs",
            paramLabel = "DIR",
            description = "A folder with job files of your own. A job that it has not is the program's.")
    private @Nullable Path folder;

    boolean given() {
        return folder != null;
    }

    JobFiles files() {
        return folder == null ? JobFiles.ofProgram() : JobFiles.of(folder);
    }
}
