package io.severabridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.company.Company;
import io.severabridge.job.CompanyFile;
import io.severabridge.job.SmallCompany;
import io.severabridge.sandbox.Sandbox;
import io.severabridge.store.Neighbours;
import io.severabridge.store.database.BridgeDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What goes wrong before the first record is one clear line, without stack trace and secret. */
class StartErrorsTest {
    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(0));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String yaml = "";

    @BeforeEach
    void company() throws IOException {
        String id = UUID.randomUUID().toString().substring(0, 8);
        yaml = SmallCompany.file("start", "jdbc:h2:mem:%1$s-" + id, sandbox.baseUrl())
                .replace("password: \"\"", "password: \"hush-erp\"")
                .replace("requests-per-second: 1000", "requests-per-second: 1000, connect-timeout: 1s")
                .replace("product-categories: { enabled: true }\n", "");
        Path csv = Files.createDirectories(folder.resolve("csv"));
        Files.writeString(csv.resolve("ProdCat.csv"), "PrCatNo,Descr\n1,Services\n");
        assertThat(execute("erp", "load-csv", csv.toString(), "--company", file()))
                .isZero();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String file() throws IOException {
        return Files.writeString(folder.resolve("start.yml"), yaml).toString();
    }

    private int execute(String... args) {
        CommandLine command = SeveraBridgeCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(args);
    }

    private void fails(int exitCode, String line) throws IOException {
        assertThat(execute("run", "initial-load", "--company", file())).isEqualTo(exitCode);
        assertThat(err.toString())
                .contains(line)
                .doesNotContain("hush-erp", "sandbox-secret", "wrong-secret", "\tat ", "Exception");
    }

    @Test
    void aWrongPasswordOfTheErp() throws IOException {
        yaml = yaml.replace("hush-erp", "wrong-secret");
        fails(5, "error: the ERP database refuses the login of user sa: check erp.username and erp.password");
    }

    @Test
    void anErpThatIsNotThere() throws IOException {
        yaml = yaml.replaceFirst("jdbc:h2:mem:erp-\\w+", "jdbc:h2:tcp://127.0.0.1:1/erp");
        fails(3, "error: no connection to the ERP database at 127.0.0.1:1 (erp.jdbc-url)");
    }

    @Test
    void aWrongClientSecret() throws IOException {
        yaml = yaml.replace("client-secret: sandbox-secret", "client-secret: wrong-secret");
        fails(5, "error: Severa refuses the client id and secret of this company (HTTP 401)");
    }

    @Test
    void aSeveraThatIsNotThere() throws IOException {
        yaml = yaml.replace(sandbox.baseUrl().toString(), "http://127.0.0.1:1/rest-api");
        fails(3, "error: Severa: no connection to 127.0.0.1:1");
    }

    @Test
    void aMissingColumn() throws IOException {
        yaml = yaml.replace("username: sa,", "username: sa, columns: { Actor.WebPg: Homepage },");
        fails(
                5,
                "table Actor has no column Homepage (used by customer/rows);"
                        + " if it is called otherwise here, set erp.columns: { Actor.WebPg: NAME }");
    }

    @Test
    void aMissingTable() throws IOException {
        yaml = yaml.replace("username: sa,", "username: sa, columns: { PmtTrm: Terms },");
        fails(5, "there is no table dbo.Terms (used by reference/payment-terms)");
    }

    @Test
    void aColumnOfAnotherKind() throws IOException {
        yaml = yaml.replace("username: sa,", "username: sa, columns: { Actor.EANLocCd: NoOfEmp },");
        fails(5, "column Actor.NoOfEmp is of type INTEGER, expected text");
    }

    @Test
    void aSalesStatusThatSeveraDoesNotHave() throws IOException {
        yaml = yaml.replace("unit: 2,", "unit: 2, sales-status: Order,");
        fails(5, "error: projects.sales-status: Severa has no sales status Order");
    }

    @Test
    void aMarketSegmentThatIsNotOfTheMainLevel() throws IOException {
        yaml = yaml.replace("customers: {", "customers: { account-set-market-segment: Innland,");
        fails(5, "customers.account-set-market-segment: Innland is not a main market segment");
    }

    @Test
    void aCompanyFileWithMistakes() throws IOException {
        yaml = yaml.replace("unit: 1,", "unit: 13,");
        fails(5, "start.yml:5: business-units.unit: expected a whole number from 1 to 12");
    }

    @Test
    void anUnknownTransferOrJob() throws IOException {
        assertThat(execute("run", "initial-load", "--company", file(), "--only", "customer-to-nowhere"))
                .isEqualTo(5);
        assertThat(err.toString()).contains("--only: job initial-load has no transfer customer-to-nowhere");
        assertThat(execute("run", "weekly", "--company", file())).isEqualTo(5);
        assertThat(err.toString())
                .contains("there is no job weekly: there are initial-load, invoices, nightly, registers");
    }

    @Test
    void aFolderOfJobsThatIsNotThereOrHoldsAMistake() throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        assertThat(execute("run", "nightly", "--company", file(), "--jobs", jobs + "-not"))
                .isEqualTo(5);
        assertThat(err.toString()).contains("error: --jobs: there is no folder " + jobs + "-not");
        Files.writeString(jobs.resolve("own.yml"), "name: own\npurpose: p\ntransfers:\n- transfer: all\n");
        assertThat(execute("run", "own", "--company", file(), "--jobs", jobs.toString()))
                .isEqualTo(5);
        assertThat(err.toString()).contains("own.yml:4: transfers.transfer: there is no transfer all");
    }

    @Test
    void aJobOfAFolderRuns() throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(
                jobs.resolve("own.yml"), "name: own\npurpose: p\ntransfers:\n- transfer: business-unit-to-severa\n");
        assertThat(execute("run", "own", "--company", file(), "--jobs", jobs.toString()))
                .isZero();
        assertThat(out.toString()).contains("own, execution 0");
    }

    @Test
    void aMissingOption() {
        assertThat(execute("run", "initial-load")).isEqualTo(5);
        assertThat(err.toString()).contains("Missing required option: '--company=FILE'");
    }

    private void refuses(String line, String... args) {
        err.getBuffer().setLength(0);
        assertThat(execute(args)).isEqualTo(5);
        assertThat(err.toString()).contains(line).doesNotContain("java.", "Exception", "\tat ");
    }

    @Test
    void whatCannotBeMeantIsAnErrorWithASuggestion() throws IOException {
        String file = file();
        refuses(
                "--accept: there is no finding customer-series-overlop, did you mean customer-series-overlap?",
                "run",
                "nightly",
                "--company",
                file,
                "--accept",
                "customer-series-overlop");
        refuses(
                "--accept: there is no finding foo; those that stop",
                "preflight",
                "--company",
                file,
                "--accept",
                "foo");
        refuses("unreachable cannot be accepted", "plan", "nightly", "--company", file, "--accept", "unreachable");
        refuses(
                "'yesterday' is no day and no time: write 2026-04-13, or 2026-04-13T08:00:00Z",
                "run",
                "nightly",
                "--company",
                file,
                "--since",
                "yesterday");
        refuses(
                "--since: 2999-01-01T00:00:00Z is later than now",
                "run",
                "nightly",
                "--company",
                file,
                "--since",
                "2999-01-01T00:00:00Z");
        yaml = yaml.replace("username: sa,", "username: sa, columns: { Actr.Nm: Name, Nonsense: x },");
        fails(
                5,
                "erp.columns: no statement uses Actr.Nm, did you mean Actor.Nm?\n  erp.columns: no statement uses Nonsense");
    }

    @Test
    void aFolderOrAFileThatIsNotOursAsCompanyFile() {
        refuses(folder.getFileName() + ": is a folder: name a file in it", "status", "--company", folder.toString());
    }

    @Test
    void commandsThatAskMakeNoDatabase() throws IOException {
        yaml = yaml.replaceFirst("jdbc:h2:mem:bridge-\\w+", "jdbc:h2:./new/bridge");
        String file = file();
        for (String[] command : new String[][] {
            {"status"},
            {"rejects"},
            {"undo", "0"},
            {"link", "customer", "1", UUID.randomUUID().toString()},
            {"unlink", "customer", "1"}
        }) {
            refuses(
                    "company start has no bridge database in " + folder.resolve("new/bridge.mv.db"),
                    Stream.concat(Stream.of(command), Stream.of("--company", file))
                            .toArray(String[]::new));
        }
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void anErpDatabaseThatIsNotThereIsNotMade() throws IOException {
        assertThat(execute("run", "initial-load", "--company", file())).isZero();
        String before = yaml;
        yaml = before.replaceFirst("jdbc:h2:mem:erp-\\w+", "jdbc:h2:./elsewhere/erp");
        String file = file();
        String line = "there is no ERP database in " + folder.resolve("elsewhere/erp.mv.db") + ": check erp.jdbc-url";
        for (String[] command : new String[][] {
            {"run", "initial-load"},
            {"plan", "initial-load"},
            {"reconcile"},
            {"undo", "0"},
            {"unlink", "customer", "1"}
        }) {
            refuses(
                    line,
                    Stream.concat(Stream.of(command), Stream.of("--company", file))
                            .toArray(String[]::new));
        }
        assertThat(execute("preflight", "--company", file)).isEqualTo(5);
        assertThat(out.toString()).contains(line);
        assertThat(folder.resolve("elsewhere")).doesNotExist();
        yaml = yaml.replaceFirst("jdbc:h2:mem:bridge-\\w+", "jdbc:h2:./new/bridge");
        refuses(line, "run", "initial-load", "--company", file());
        assertThat(folder.resolve("new")).doesNotExist();
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.createFile(folder.resolve("elsewhere/erp.mv.db"));
        refuses(line, "run", "initial-load", "--company", file());
        assertThat(execute("erp", "load-csv", folder.resolve("csv").toString(), "--company", file()))
                .isZero();
        assertThat(execute("run", "initial-load", "--company", file())).isZero();
    }

    @Test
    void anExecutionThatThereIsNotIsNamedWithThoseThatThereAre() throws IOException {
        String file = file();
        assertThat(execute("run", "initial-load", "--company", file)).isZero();
        String line = "company start has no execution 77; its last are 0 initial-load";
        refuses(line, "rejects", "--execution", "77", "--company", file);
        refuses(line, "status", "77", "--company", file);
        refuses(line, "undo", "77", "--company", file);
        refuses("company start has no such reject 4711", "rejects", "--id", "4711", "--company", file);
    }

    @Test
    void oneErpUnderTwoNamesIsAFindingThatStopsARun() throws IOException {
        assertThat(execute("run", "initial-load", "--company", file())).isZero();
        yaml = yaml.replace("company: start", "company: renamed");
        assertThat(execute("preflight", "--company", file())).isEqualTo(4);
        assertThat(out.toString()).contains("erp-shared", "company start of this bridge database");
        fails(4, "erp-shared: company start of this bridge database works on the same ERP database");
        assertThat(execute("run", "initial-load", "--company", file(), "--accept", "erp-shared"))
                .isZero();
    }

    @Test
    void anotherCompanyOfTheBridgeDatabaseIsAWarningUntilTheFirstRun() throws IOException {
        assertThat(execute("run", "initial-load", "--company", file())).isZero();
        yaml = yaml.replace("company: start", "company: other").replace("sa, password", "SA, schema: other, password");
        String bridge = yaml.replaceFirst("(?s).*(jdbc:h2:mem:bridge-\\w+).*", "$1");
        Company other = CompanyFile.read(Path.of(file()), Map.of());
        try (BridgeDatabase database = BridgeDatabase.existing(other)) {
            assertThat(new Neighbours(database, other).findings())
                    .as(bridge)
                    .extracting(finding -> finding.severity() + " " + finding.code())
                    .containsExactly("WARNING organisation-shared", "WARNING bridge-shared");
        }
    }
}
