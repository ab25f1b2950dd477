package io.severabridge.cli;

import io.severabridge.company.Company;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.job.CompanyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which company: a file, or the one that lies here. */
final class CompanyOption {
    private static final Path HERE = Path.of("company.yml");

    @Option(
            names = "--company",
            paramLabel = "FILE",
            description =
                    "The company file. Without it: company.yml of this folder, else that of the last demo; it is said which.")
    private @Nullable Path file;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    Company read() {
        Company company = CompanyFile.read(chosen(), System.getenv());
        if (file == null) {
            command.commandLine()
                    .getErr()
                    .println("company " + company.name() + ", of " + chosen()
                            + (chosen().equals(HERE) ? "" : ", the last demo") + "; --company FILE names another one");
        }
        return company;
    }

    /** As people may write it behind a command, a blank in front. */
    String argument() {
        return argument(chosen());
    }

    static String argument(Path file) {
        String path = file.toString();
        return " --company " + (path.matches("[\\w./:\\\\-]+") ? path : '"' + path + '"');
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
