package io.severabridge.cli;

import io.severabridge.check.Preflight;
import io.severabridge.check.Reconciliation;
import io.severabridge.company.Company;
import io.severabridge.demo.ErpOrders;
import io.severabridge.demo.WorkInProjects;
import io.severabridge.demo.WorkingDay;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.Schema;
import io.severabridge.erp.csv.CsvLoad;
import io.severabridge.erp.statement.Statements;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.file.OwnerOnly;
import io.severabridge.job.CompanyFile;
import io.severabridge.job.ErpSystems;
import io.severabridge.job.JobRunner;
import io.severabridge.job.Program;
import io.severabridge.job.RunResult;
import io.severabridge.sandbox.Sandbox;
import io.severabridge.sync.run.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Shows a first load, a day's work and a nightly run, without any server or credentials.",
            "An embedded database is the ERP, the sandbox is Severa."
        })
final class Demo implements Callable<Integer> {
    /** Made again by each demo, and left for status and rejects. */
    static final Path FOLDER = Path.of("data", "demo");

    static final Path COMPANY_FILE = FOLDER.resolve("company.yml");

    /** A folder for each job's report. */
    private static final Path REPORTS = FOLDER.resolve("reports");

    @Option(
            names = "--erp-csv",
            paramLabel = "DIR",
            description = "CSV files of the ERP's tables to use instead of the built-in sample.")
    private @Nullable Path csv;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        clear();
        try (Sandbox sandbox = Sandbox.start(Sandbox.Options.defaults());
                Program program = Program.start()) {
            Company company = company(sandbox);
            out.println("ERP: an embedded database in " + FOLDER + "; Severa: the sandbox at " + sandbox.baseUrl());
            load(company, out);
            boolean work = hasProducts(company);
            if (work) {
                company = withWork();
            }
            out.println();
            out.println("Before the first load: what is wrong or missing, and how records would find each other.");
            preflight(company, program);
            RunResult first = run("initial-load", company, program, out);
            if (first.exitCode() != 0 && first.exitCode() != 2) {
                return first.exitCode();
            }
            out.println();
            out.println("A day's work in Severa:");
            new WorkingDay(sandbox).pass().forEach(done -> out.println("  " + done));
            if (work) {
                new WorkInProjects(sandbox).pass().forEach(done -> out.println("  " + done));
            }
            out.println();
            out.println("The night: what changed goes to the other side, and nothing else.");
            RunResult night = run("nightly", company, program, out);
            out.println();
            if (work) {
                out.println("What the invoices have become in the ERP:");
                ErpOrders.show(company, out);
                out.println();
            }
            long differences = reconcile(company, program);
            out.println();
            Status.show(company, null, out);
            out.println();
            out.println("See also: severa-bridge status, rejects, each with" + CompanyOption.argument(COMPANY_FILE));
            out.println("The stand-in for Severa ends here: commands that ask Severa get no answer at its address.");
            return night.exitCode() == 0 && differences > 0 ? 2 : night.exitCode();
        }
    }

    private void preflight(Company company, Program program) {
        Preflight.Result result = new Preflight(company, program, Progress.NONE).run();
        SheetShow.show(result.sheet(), spec.commandLine(), REPORTS, program.clock());
    }

    private long reconcile(Company company, Program program) {
        Reconciliation.Result result = new Reconciliation(company, program, Progress.NONE, false).run();
        SheetShow.show(result.sheet(), spec.commandLine(), REPORTS, program.clock());
        return result.differences();
    }

    private RunResult run(String job, Company company, Program program, PrintWriter out) {
        out.flush();
        JobRunner.Request request = new JobRunner.Request(job, company, List.of(), false, null);
        RunResult result = new RunReport(REPORTS.resolve(job), request, program.clock(), spec.commandLine())
                .of(() -> new JobRunner(request, program, ProgressLine.forThisTerminal()).run());
        new Summary(out, CompanyOption.argument(COMPANY_FILE)).print(result);
        return result;
    }

    private static void clear() throws IOException {
        OwnerOnly.folder(FOLDER);
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(FOLDER)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Company company(Sandbox sandbox) throws IOException {
        String folder = FOLDER.toAbsolutePath().toString().replace('\\', '/');
        String yaml = resource("demo/company.yml")
                .replace("@FOLDER@", folder)
                .replace("@SEVERA@", sandbox.baseUrl().toString());
        Files.writeString(COMPANY_FILE, yaml);
        return CompanyFile.read(COMPANY_FILE, System.getenv());
    }

    private void load(Company company, PrintWriter out) throws IOException {
        Path from = csv == null ? sample(company) : csv;
        try (ErpDatabase database = ErpDatabase.open(company.erp())) {
            Map<String, Integer> loaded = new CsvLoad(database, company.erp()).load(from);
            out.println(
                    "loaded " + loaded.values().stream().mapToInt(rows -> rows).sum() + " rows into "
                            + loaded.size() + " tables of the ERP from "
                            + (csv == null ? "the built-in sample" : csv.toString()));
        }
    }

    private static Path sample(Company company) throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve("sample"));
        for (String table : Schema.of(company.erp().system()).tables()) {
            String file = "sample/" + table + ".csv";
            if (Demo.class.getResource("/" + file) != null) {
                Files.writeString(folder.resolve(table + ".csv"), resource(file));
            }
        }
        return folder;
    }

    /** Hours and money are shown where the ERP has the products for them; tables of somebody's own may not. */
    private static boolean hasProducts(Company company) {
        try (ErpDatabase erp = ErpDatabase.open(company.erp())) {
            Statements statements = ErpSystems.of(company).statements(company);
            return erp.rows(
                                    statements.get("invoice/products"),
                                    Product.class,
                                    Map.of("products", List.of("D900", "N950", "R200", "T100")))
                            .size()
                    == 4;
        }
    }

    /** A row of {@code invoice/products.sql}. */
    record Product(String number) {}

    private static Company withWork() throws IOException {
        Files.writeString(COMPANY_FILE, Files.readString(COMPANY_FILE) + resource("demo/work.yml"));
        return CompanyFile.read(COMPANY_FILE, System.getenv());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Demo.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new WrongSetUp(name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
