package io.severabridge.cli;

import io.severabridge.job.CompanyFile;
import io.severabridge.job.Linking;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which record of the ERP, of which company, a link is made or broken of. */
final class LinkedRecord {
    @Parameters(
            index = "0",
            paramLabel = "ENTITY",
            description = "Such as customer, employee, product, project, contact.")
    String entity;

    @Parameters(
            index = "1",
            paramLabel = "NUMBER",
            description = "Number of the customer, employee, project, product, unit or category; a contact has only its"
                    + " associate number. associate:N is the associate number of a customer or employee.")
    String erpKey;

    @Option(names = "--company", paramLabel = "FILE", required = true, description = "The company file.")
    private Path file;

    Linking linking() {
        return new Linking(CompanyFile.read(file, System.getenv()), Clock.system(ZoneId.systemDefault()));
    }
}
