package io.severabridge.cli;

import io.severabridge.company.Company;
import io.severabridge.job.CompanyFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which company, for what must not be done to another one by mistake: its file has to be named. */
final class CompanyFileOption {
    @Option(names = "--company", paramLabel = "FILE", required = true, description = "The company file.")
    private Path file;

    Company read() {
        return CompanyFile.read(file, System.getenv());
    }

    /** As in {@link CompanyOption#argument}. */
    String argument() {
        return CompanyOption.argument(file);
    }
}
