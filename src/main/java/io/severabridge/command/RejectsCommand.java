package io.severabridge.command;

import io.severabridge.bridge.BridgeDatabase;
import io.severabridge.bridge.Rejects;
import io.severabridge.company.Company;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.report.RejectsCsv;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "rejects",
        description = {
            "Lists rejected records: which, why, and how to mend each.",
            "Each is tried again by the next run, and closes by itself when it goes well."
        })
final class RejectsCommand implements Callable<Integer> {
    @Mixin
    private CompanyOption company;

    @Option(
            names = "--execution",
            paramLabel = "N",
            description = "Those that this execution rejected last, closed ones too. Without it: all that are open.")
    private @Nullable Long execution;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Writes them to a CSV file instead, without personal data beyond name and number.")
    private @Nullable Path csv;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Company of = company.read();
        try (BridgeDatabase bridge = BridgeDatabase.open(of.bridgeDatabase())) {
            List<Rejects.Row> rows =
                    new Rejects(bridge, of.name(), Clock.system(ZoneId.systemDefault())).list(execution);
            PrintWriter out = spec.commandLine().getOut();
            if (csv != null) {
                write(rows, csv);
                out.println(rows.size() + " rejected records written to " + csv);
            } else if (rows.isEmpty()) {
                out.println("no rejected records");
            } else {
                rows.forEach(row -> print(out, row));
            }
            return 0;
        }
    }

    private static void print(PrintWriter out, Rejects.Row row) {
        out.printf("%d %s %s %s%n", row.id(), row.transfer(), row.code(), row.label());
        out.printf("    %s%s: %s%n", row.field(), row.value() == null ? "" : " " + row.value(), row.message());
        out.printf("    mend: %s%n", row.mend());
    }

    private static void write(List<Rejects.Row> rows, Path file) {
        try {
            Files.writeString(file, RejectsCsv.of(rows));
        } catch (IOException e) {
            throw new WrongSetUp("cannot write " + file, e);
        }
    }
}
