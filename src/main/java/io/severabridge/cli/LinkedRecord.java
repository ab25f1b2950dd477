package io.severabridge.cli;

import io.severabridge.job.Linking;
import java.time.Clock;
import java.time.ZoneId;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private CompanyFileOption company;

    Linking linking() {
        return new Linking(company.read(), Clock.system(ZoneId.systemDefault()));
    }
}
