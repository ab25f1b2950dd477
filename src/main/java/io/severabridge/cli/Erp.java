package io.severabridge.cli;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.csv.CsvLoad;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "erp", description = "Work on an ERP database for demos and tests.", subcommands = Erp.LoadCsv.class)
final class Erp implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "erp needs a subcommand: load-csv");
    }

    @Command(
            name = "load-csv",
            description = {
                "Creates the ERP's tables where they are missing, and loads DIR/<Table>.csv into empty ones.",
                "The first line holds SQL column names; a column that is absent takes 0 or ''."
            })
    static final class LoadCsv implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "The folder with the CSV files.")
        private Path folder;

        @Mixin
        private CompanyFileOption company;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Company of = company.read();
            try (ErpDatabase database = ErpDatabase.open(of.erp())) {
                Map<String, Integer> loaded = new CsvLoad(database, of.erp()).load(folder);
                loaded.forEach((table, rows) -> spec.commandLine().getOut().printf("%-10s %8d rows%n", table, rows));
                spec.commandLine().getOut().flush();
                return 0;
            }
        }
    }
}
