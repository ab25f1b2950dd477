package io.severabridge.cli;

import io.severabridge.company.Company;
import io.severabridge.failure.FullDisk;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.file.OwnerOnly;
import io.severabridge.job.Program;
import io.severabridge.job.Retry;
import io.severabridge.report.RejectsCsv;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.Executions;
import io.severabridge.store.ledger.RejectFilter;
import io.severabridge.store.ledger.Rejects;
import java.io.IOException;
import java.io.PrintWriter;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "rejects",
        description = {
            "Lists rejected records: which, why, and how to fix each.",
            "Each is tried again by the next run, and closes by itself when it goes well; --retry does it now."
        })
final class RejectsCommand implements Callable<Integer> {
    @Mixin
    private CompanyOption company;

    @Mixin
    private WhichRejects which;

    @Mixin
    private JobsOption jobs;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Writes them to a CSV file instead, without personal data beyond name and number.")
    private @Nullable Path csv;

    @Option(
            names = "--retry",
            description = "Tries those that are open again now, as the job nightly would, and nothing else.")
    private boolean retry;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        refuseWhatDoesNotGoTogether();
        Company of = company.read();
        RejectFilter filter = which.filter();
        List<Rejects.Row> rows = rows(of, filter);
        PrintWriter out = spec.commandLine().getOut();
        if (retry) {
            return retry(of, rows, out);
        }
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

    private void refuseWhatDoesNotGoTogether() {
        if (retry && (csv != null || which.closedToo())) {
            throw new ParameterException(
                    spec.commandLine(), "--retry tries what is open, and lists it: without --csv and --all");
        }
        if (!retry && jobs.given()) {
            throw new ParameterException(spec.commandLine(), "--jobs goes with --retry");
        }
    }

    private List<Rejects.Row> rows(Company of, RejectFilter filter) {
        try (BridgeDatabase bridge = BridgeDatabase.existing(of)) {
            if (which.execution() != null) {
                new Executions(bridge, of.name()).named(which.execution());
            }
            List<Rejects.Row> found = new Rejects(bridge, of.name(), Clock.system(ZoneId.systemDefault())).find(filter);
            return which.id() == null ? found : withNumber(found, which.id(), of);
        }
    }

    /** The reject of that number, else those of a record that people know by it. */
    private static List<Rejects.Row> withNumber(List<Rejects.Row> rows, String number, Company of) {
        List<Rejects.Row> itself = rows.stream()
                .filter(row -> String.valueOf(row.id()).equals(number))
                .toList();
        if (!itself.isEmpty()) {
            return itself;
        }
        List<Rejects.Row> ofRecord = rows.stream()
                .filter(row -> List.of(row.label().split(" ")).contains(number))
                .toList();
        if (ofRecord.isEmpty()) {
            throw new WrongSetUp("company " + of.name() + " has no such reject " + number
                    + ", and none of a record with that number: --id takes the number that begins each line of rejects"
                    + (rows.isEmpty() ? "" : ", such as " + rows.get(0).id())
                    + ", or the number of a customer, employee, project or product");
        }
        return ofRecord;
    }

    private int retry(Company of, List<Rejects.Row> rows, PrintWriter out) {
        List<Rejects.Row> open = rows.stream().filter(Rejects.Row::isOpen).toList();
        if (open.isEmpty()) {
            out.println("no rejected records that are open");
            return 0;
        }
        out.flush();
        try (Program program = Program.start(jobs.files())) {
            Retry.Result result = new Retry(of, program, ProgressLine.forThisTerminal()).run(open);
            new Summary(out, company.argument()).print(result.run());
            out.println();
            result.tried().forEach(tried -> print(out, tried, of));
            return result.exitCode();
        }
    }

    private static void print(PrintWriter out, Retry.Tried tried, Company of) {
        Rejects.Row row = tried.now();
        switch (tried.end()) {
            case RESOLVED -> out.printf("%d %s %s: resolved%n", row.id(), row.transfer(), Console.line(row.label()));
            case REJECTED -> {
                out.print("still rejected: ");
                print(out, row);
            }
            case NOT_LISTED -> {
                out.print("not tried: ");
                print(out, row);
                Company.Invoices invoices = of.invoices();
                if (invoices != null) {
                    out.printf(
                            "    an invoice is tried again when its status in Severa is \"%s\"%n",
                            invoices.status().transfer());
                }
            }
            case NOT_TRIED -> {
                out.print("not tried, the run did not come to it: ");
                print(out, row);
            }
        }
    }

    private static void print(PrintWriter out, Rejects.Row row) {
        out.printf(
                "%d %s %s %s%s%n",
                row.id(),
                row.transfer(),
                row.code(),
                Console.line(row.label()),
                row.isOpen() ? "" : " (" + row.status() + ")");
        out.printf(
                "    %s%s: %s%n",
                row.field(),
                row.value() == null ? "" : " " + Console.line(String.valueOf(row.value())),
                Console.line(row.message()));
        out.printf("    fix: %s%n", row.fix());
    }

    private static void write(List<Rejects.Row> rows, Path file) {
        try {
            OwnerOnly.write(file, RejectsCsv.of(rows));
        } catch (IOException e) {
            throw FullDisk.isBehind(e)
                    ? FullDisk.of("the file " + file, e)
                    : new WrongSetUp("cannot write " + file + ": " + Console.reason(e), e);
        }
    }
}
