package io.severabridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.job.SmallCompany;
import io.severabridge.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code run --report} leaves all files, however the run ends. */
class RunReportTest {
    private static final String[] FILES = {"junit.xml", "metrics.prom", "rejects.csv", "report.html", "run.json"};

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(0));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String company = "";

    @BeforeEach
    void company() throws IOException {
        String id = UUID.randomUUID().toString().substring(0, 8);
        company = Files.writeString(
                        folder.resolve("c.yml"),
                        SmallCompany.file("reported", "jdbc:h2:mem:%1$s-" + id, sandbox.baseUrl())
                                .replace("requests-per-second: 1000", "requests-per-second: 1000, connect-timeout: 1s"))
                .toString();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private int execute(String... args) {
        CommandLine command = SeveraBridgeCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(args);
    }

    private void categories(String rows) throws IOException {
        Path csv = Files.createDirectories(folder.resolve("csv"));
        Files.writeString(csv.resolve("ProdCat.csv"), "PrCatNo,Descr\n" + rows);
        assertThat(execute("erp", "load-csv", csv.toString(), "--company", company))
                .isZero();
    }

    private int run(Path report) {
        return execute(
                "run",
                "initial-load",
                "--company",
                company,
                "--only",
                "product-category-to-severa",
                "--report",
                report.toString());
    }

    private JsonNode json(Path report) throws IOException {
        assertThat(report.toFile().list()).containsExactlyInAnyOrder(FILES);
        return JsonMapper.shared().readTree(Files.readString(report.resolve("run.json")));
    }

    @Test
    void aRunWithRejectsSaysWhichInEachFile() throws IOException {
        categories("1,Services\n2,\n");
        Path report = folder.resolve("made/anew");
        assertThat(run(report)).isEqualTo(2);
        assertThat(out.toString()).contains("report: " + report.resolve("report.html"));
        JsonNode run = json(report);
        assertThat(run.path("exitCode").asInt()).isEqualTo(2);
        assertThat(run.at("/rejects/0/code").asString()).isEqualTo("name-missing");
        assertThat(Files.readString(report.resolve("report.html"))).contains("product category 2", "name-missing (1)");
        assertThat(Files.readString(report.resolve("junit.xml"))).contains("<failure message=\"name-missing: ");
        assertThat(Files.readString(report.resolve("metrics.prom")))
                .contains(
                        "severa_bridge_rejects_open{code=\"name-missing\",company=\"reported\",job=\"initial-load\"} 1.0");
        Path listed = folder.resolve("listed.csv");
        assertThat(execute("rejects", "--company", company, "--execution", "0", "--csv", listed.toString()))
                .isZero();
        assertThat(report.resolve("rejects.csv")).hasSameTextualContentAs(listed);
    }

    @Test
    void noFileHoldsAnEmailAddressOrPhoneNumber() throws IOException {
        Path csv = Files.createDirectories(folder.resolve("csv"));
        Files.writeString(csv.resolve("Actor.csv"), """
                ActNo,CustNo,Nm,MailAd,MobPh,LiaAct
                100,10001,Fjord AS,,,0
                200,0,Ola Hansen,ol\u0142a@fjord.example,+47 900 00 \u0142,100
                """);
        Files.writeString(csv.resolve("Cur.csv"), "CurNo,ISO\n47,NOK\n");
        assertThat(execute("erp", "load-csv", csv.toString(), "--company", company))
                .isZero();
        Path report = folder.resolve("report");
        assertThat(execute("run", "initial-load", "--company", company, "--report", report.toString()))
                .isEqualTo(2);
        assertThat(Files.readString(report.resolve("report.html")))
                .contains(
                        "EmailAddress of contact 200 Ola Hansen",
                        "MobilePhone of contact 200 Ola Hansen",
                        "outside-code-page",
                        "(left out)");
        for (String file : FILES) {
            assertThat(Files.readString(report.resolve(file))).as(file).doesNotContain("@fjord.example", "900 00");
        }
    }

    @Test
    void aRunThatCannotBeginSaysWhy() throws IOException {
        categories("1,Services\n");
        sandbox.close();
        Path report = folder.resolve("report");
        assertThat(run(report)).isEqualTo(3);
        JsonNode run = json(report);
        assertThat(run.path("exitCode").asInt()).isEqualTo(3);
        assertThat(run.path("execution").isNull()).isTrue();
        assertThat(run.path("failure").asString()).startsWith("Severa: no connection to ");
        assertThat(Files.readString(report.resolve("junit.xml"))).contains("<error message=\"Severa: no connection");
    }

    private void mostlyWithoutName() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int number = 1; number <= 230; number++) {
            rows.append(100 + number)
                    .append(',')
                    .append(number < 20 ? "Good " + number : "")
                    .append('\n');
        }
        categories(rows.toString());
    }

    @Test
    void aRunThatAThresholdStopsShowsWhatItHasRejectedSoFar() throws IOException {
        mostlyWithoutName();
        Path report = folder.resolve("report");
        assertThat(run(report)).isEqualTo(4);
        JsonNode run = json(report);
        assertThat(run.path("failure").asString()).contains("max-reject-percent: 50");
        assertThat(run.path("rejects").size())
                .isEqualTo(run.at("/total/rejected").asInt())
                .isPositive();
    }

    @Test
    void theReportOfARunThatWentOnHoldsTheRejectsOfBothExecutions() throws IOException {
        mostlyWithoutName();
        Path report = folder.resolve("report");
        assertThat(run(report)).isEqualTo(4);
        int first = json(report).path("rejects").size();
        assertThat(run(report)).isEqualTo(4);
        JsonNode second = json(report);
        assertThat(second.path("restarted").asBoolean()).isTrue();
        assertThat(second.path("rejects").size())
                .isEqualTo(second.at("/total/rejected").asInt())
                .isGreaterThan(first);
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnErrorLineAndTheExitCodeStays() throws IOException {
        categories("1,Services\n2,\n");
        Path file = Files.writeString(folder.resolve("taken"), "a file");
        assertThat(run(file.resolve("report"))).isEqualTo(2);
        assertThat(err.toString()).contains("error: the report cannot be written to " + file.resolve("report"));
        assertThat(out.toString())
                .contains("rejected: product-category-to-severa")
                .doesNotContain("report: ");
    }

    @Test
    void withoutTheOptionThereAreNoFiles() throws IOException {
        categories("1,Services\n");
        assertThat(execute("run", "initial-load", "--company", company, "--only", "product-category-to-severa"))
                .isZero();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("c.yml", "csv");
        assertThat(out.toString()).doesNotContain("report: ");
    }
}
