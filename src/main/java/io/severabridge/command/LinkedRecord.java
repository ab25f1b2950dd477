package io.severabridge.command;

import io.severabridge.company.SettingsFile;
import io.severabridge.job.Linking;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which record of the ERP, of which company, a link is made or broken of. */
final class LinkedRecord {
    @Parameters(index = "0", paramLabel = "ENTITY", description = "Such as customer, user, product, project, contact.")
    String entity;

    @Parameters(
            index = "1",
            paramLabel = "ERP-KEY",
            description = "Associate number, or number of a unit, product or category.")
    String erpKey;

    @Option(names = "--company", paramLabel = "FILE", required = true, description = "The company file.")
    private Path file;

    Linking linking() {
        return new Linking(SettingsFile.read(file, System.getenv()), Clock.system(ZoneId.systemDefault()));
    }
}
