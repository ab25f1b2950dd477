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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private int execute(String... args) {
        out.getBuffer().setLength(0);
        CommandLine command = SeveraBridgeCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(out));
        return command.execute(args);
    }

    private String company(Sandbox sandbox) throws IOException {
        String id = UUID.randomUUID().toString().substring(0, 8);
        return Files.writeString(
                        folder.resolve("c.yml"),
                        SmallCompany.file("listed", "jdbc:h2:mem:%1$s-" + id, sandbox.baseUrl()))
                .toString();
    }

    @Test
    void aPlanInNumbersShowsNoValueAndItsPageAll() throws IOException {
        try (Sandbox sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(0))) {
            String company = company(sandbox);
            Path csv = Files.createDirectories(folder.resolve("csv"));
            Files.writeString(csv.resolve("ProdCat.csv"), "PrCatNo,Descr\n1,Services\n2,\n");
            Files.writeString(
                    csv.resolve("Actor.csv"), "ActNo,EmpNo,Nm,MailAd\n1,1,Kari Nordmann,kari@fjord.example\n");
            assertThat(execute("erp", "load-csv", csv.toString(), "--company", company))
                    .isZero();
            Path report = folder.resolve("report");
            assertThat(execute("plan", "initial-load", "--company", company, "--counts", "--report", report.toString()))
                    .isEqualTo(2);
            assertThat(out.toString())
                    .containsPattern("user-to-severa +1 +0 +0 +0 +0 +0")
                    .containsPattern("Changes in Severa +user +create +1\n")
                    .containsPattern("Handed back +product-category-to-severa +name-missing +1\n")
                    .doesNotContainIgnoringCase("kari", "Services");
            assertThat(report.resolve("plan.html")).content().contains("kari@fjord.example", "Services");
            assertThat(execute("plan", "initial-load", "--company", company)).isEqualTo(2);
            assertThat(out.toString()).contains("kari@fjord.example", "Services");
        }
    }

    @Test
    void whatPreflightHandsBackNamesNoAddressOfAPerson() throws IOException {
        try (Sandbox sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(0))) {
            String company = company(sandbox);
            Path csv = Files.createDirectories(folder.resolve("csv"));
            Files.writeString(
                    csv.resolve("Actor.csv"),
                    "ActNo,EmpNo,Nm,MailAd\n1,1,Kari Nordmann,both@fjord.example\n2,2,Ola Nordmann,both@fjord.example\n");
            assertThat(execute("erp", "load-csv", csv.toString(), "--company", company))
                    .isZero();
            Path report = folder.resolve("report");
            assertThat(execute("preflight", "--company", company, "--report", report.toString()))
                    .isZero();
            assertThat(out.toString())
                    .contains("email-used-twice", "employee 2 Ola Nordmann", "(left out)")
                    .doesNotContain("both@fjord.example");
            assertThat(report.resolve("preflight.html")).content().doesNotContain("both@fjord.example");
        }
    }

    @Test
    void aRunIsSeenByStatusAndItsRejectsAreListedAndExported() throws IOException {
        try (Sandbox sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(0))) {
            String company = company(sandbox);
            Path csv = Files.createDirectories(folder.resolve("csv"));
            Files.writeString(csv.resolve("ProdCat.csv"), "PrCatNo,Descr\n1,Services\n2,\n");
            assertThat(execute("erp", "load-csv", csv.toString(), "--company", company))
                    .isZero();
            assertThat(out.toString()).containsPattern("ProdCat +2 rows");

            assertThat(execute("run", "initial-load", "--company", company, "--only", "product-category-to-severa"))
                    .isEqualTo(2);
            assertThat(out.toString())
                    .containsPattern("product-category-to-severa +2 +1 +0 +0 +0 +0 +1")
                    .contains("severa-bridge rejects --company " + company);

            assertThat(execute("status", "--company", company)).isZero();
            assertThat(out.toString()).contains("execution 0 initial-load COMPLETED");
            assertThat(execute("status", "7", "--company", company)).isEqualTo(5);

            assertThat(execute("rejects", "--company", company)).isZero();
            assertThat(out.toString())
                    .contains("product-category-to-severa name-missing product category 2")
                    .contains("fix: enter a name in the ERP");
            assertThat(execute("rejects", "--id", "2", "--company", company)).isZero();
            assertThat(out.toString()).contains("name-missing product category 2");
            Path file = folder.resolve("rejects.csv");
            assertThat(execute("rejects", "--company", company, "--execution", "0", "--csv", file.toString()))
                    .isZero();
            assertThat(Files.readAllLines(file))
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("id,transfer,record,key,code");
        }
    }

    @Test
    void aMistakeOnTheCommandLineIsSaidInShortWithWhatWasMeant() {
        assertThat(execute("reject")).isEqualTo(5);
        assertThat(out.toString())
                .startsWith("error: not understood: 'reject'")
                .contains("severa-bridge rejects", "severa-bridge --help shows what it takes")
                .doesNotContain("Exit codes");

        assertThat(execute("run", "--compny", "c.yml", "nightly")).isEqualTo(5);
        assertThat(out.toString()).startsWith("error: ").contains("--company");

        assertThat(execute("erp", "load-csv")).isEqualTo(5);
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).contains("DIR", "severa-bridge erp load-csv --help shows what it takes");

        assertThat(execute("undo", "last")).isEqualTo(5);
        assertThat(out.toString()).contains("(EXECUTION): 'last' is no whole number");

        assertThat(execute()).isEqualTo(5);
        assertThat(out.toString()).contains("Exit codes");
    }

    @Test
    void helpNamesTheCommandsAndExitCodes() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("demo", "run", "status", "rejects", "sandbox", "erp", "143");
        assertThat(execute()).isEqualTo(5);
        assertThat(out.toString()).contains("which command?");
    }
}
