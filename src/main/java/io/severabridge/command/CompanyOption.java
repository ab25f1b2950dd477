package io.severabridge.command;

import io.severabridge.company.Company;
import io.severabridge.company.SettingsFile;
import io.severabridge.failure.WrongSetUp;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which company: a file, or the one that lies here. */
final class CompanyOption {
    private static final Path HERE = Path.of("company.yml");

    @Option(
            names = "--company",
            paramLabel = "FILE",
            description = "The company file. Without it: company.yml of this folder, else that of the last demo.")
    private @Nullable Path file;

    Company read() {
        return SettingsFile.read(chosen(), System.getenv());
    }

    private Path chosen() {
        if (file != null) {
            return file;
        }
        if (Files.exists(HERE)) {
            return HERE;
        }
        if (Files.exists(Demo.COMPANY_FILE)) {
            return Demo.COMPANY_FILE;
        }
        throw new WrongSetUp("which company? Name its file with --company FILE");
    }
}
