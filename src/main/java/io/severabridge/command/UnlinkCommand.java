package io.severabridge.command;

import io.severabridge.company.Company;
import io.severabridge.company.SettingsFile;
import io.severabridge.job.Linking;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "unlink",
        description = {
            "Breaks the link of a record of the ERP, and empties its GUID field.",
            "The next run matches it anew, by number, e-mail address or name.",
        })
final class UnlinkCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ENTITY", description = "Such as customer, user, product, project, contact.")
    private String entity;

    @Parameters(
            index = "1",
            paramLabel = "ERP-KEY",
            description = "Associate number, or number of a unit, product or category.")
    private String erpKey;

    @Option(names = "--company", paramLabel = "FILE", required = true, description = "The company file.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Company company = SettingsFile.read(file, System.getenv());
        String label = new Linking(company, Clock.system(ZoneId.systemDefault())).unlink(entity, erpKey);
        spec.commandLine().getOut().println(label + " is linked no more");
        return 0;
    }
}
