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
        name = "link",
        description = {
            "Links a record of the ERP to one of Severa.",
            "The next run brings both into step, as on a first link.",
        })
final class LinkCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ENTITY", description = "Such as customer, user, product, project, contact.")
    private String entity;

    @Parameters(
            index = "1",
            paramLabel = "ERP-KEY",
            description = "Associate number, or number of a unit, product or category.")
    private String erpKey;

    @Parameters(index = "2", paramLabel = "GUID", description = "The record's GUID in Severa.")
    private String guid;

    @Option(names = "--company", paramLabel = "FILE", required = true, description = "The company file.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Company company = SettingsFile.read(file, System.getenv());
        String label = new Linking(company, Clock.system(ZoneId.systemDefault())).link(entity, erpKey, guid);
        spec.commandLine().getOut().println(label + " is linked to " + guid + "; the next run brings both into step");
        return 0;
    }
}
