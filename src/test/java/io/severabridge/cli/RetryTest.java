package io.severabridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.job.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Rejects are filtered, and tried again by themselves. */
class RetryTest {
    @TempDir
    Path folder;

    private World world = World.standard();
    private final StringWriter out = new StringWriter();

    @AfterEach
    void close() {
        world.close();
    }

    private int execute(String... more) {
        out.getBuffer().setLength(0);
        CommandLine command = SeveraBridgeCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(out));
        String[] args = new String[more.length + 3];
        args[0] = "rejects";
        args[1] = "--company";
        args[2] = world.companyFile().toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return command.execute(args);
    }

    /** Two customers with unknown payment terms, a project of the first, a category without a name. */
    private void loadWithRejects() {
        for (int number = 1; number <= 2; number++) {
            world.add(
                    "Actor",
                    "ActNo=10" + number,
                    "CustNo=1000" + (number + 1),
                    "Nm=Havn " + number,
                    "Rsp=1",
                    "CPmtTrm=9");
        }
        world.add("R2", "RNo=501", "Nm=Havneprosjekt", "CustNo=10002", "Rsp=1");
        world.add("ProdCat", "PrCatNo=2", "Descr=");
        assertThat(world.once().exitCode()).isEqualTo(2);
        assertThat(world.rejects()).hasSize(4);
    }

    private String id(String label) {
        assertThat(execute()).isZero();
        Matcher line = Pattern.compile("(?m)^(\\d+) .* " + label + "$").matcher(out.toString());
        assertThat(line.find()).as(label + " in " + out).isTrue();
        return line.group(1);
    }

    private List<String> customers() {
        return world.sandbox()
                .records("customers")
                .valueStream()
                .map(record -> record.path("name").asString())
                .sorted()
                .toList();
    }

    @Test
    void rejectsAreFilteredInListAndFile() throws IOException {
        loadWithRejects();
        assertThat(execute("--code", "unknown-payment-term")).isZero();
        assertThat(out.toString()).contains("Havn 1", "Havn 2").doesNotContain("category", "project");
        assertThat(execute("--entity", "product-category")).isZero();
        assertThat(out.toString()).contains("product category 2").doesNotContain("Havn");
        Path csv = folder.resolve("rejects.csv");
        assertThat(execute("--transfer", "project-to-severa", "--csv", csv.toString()))
                .isZero();
        assertThat(Files.readAllLines(csv)).hasSize(2).last().asString().contains("project 501 Havneprosjekt");
        assertThat(execute("--id", id("customer 10002 Havn 1"))).isZero();
        assertThat(out.toString()).contains("Havn 1").doesNotContain("Havn 2");
    }

    @Test
    void whatALaterRunCarriesOverIsClosedAndShownWithAll() {
        loadWithRejects();
        world.sql("UPDATE ProdCat SET Descr = 'Goods' WHERE PrCatNo = 2");
        assertThat(world.nightly().exitCode()).isEqualTo(2);
        assertThat(execute()).isZero();
        assertThat(out.toString()).doesNotContain("category");
        assertThat(execute("--all", "--code", "name-missing")).isZero();
        assertThat(out.toString()).contains("name-missing product category 2  (resolved)");
    }

    @Test
    void oneIsTriedAgainAndNothingElse() {
        loadWithRejects();
        world.sql("UPDATE Actor SET CPmtTrm = 2 WHERE ActNo = 101");
        world.sql("UPDATE Actor SET CPmtTrm = 2 WHERE ActNo = 102");
        world.sql("UPDATE Actor SET Nm = 'Fjord ASA' WHERE ActNo = 100");
        String id = id("customer 10002 Havn 1");
        world.sandbox().resetCounts();
        assertThat(execute("--retry", "--id", id)).isZero();
        assertThat(out.toString())
                .contains("retry, execution")
                .contains(id + " customer-to-severa customer 10002 Havn 1: resolved")
                .doesNotContain("Havn 2");
        assertThat(customers()).containsExactly("Fjord AS", "Havn 1");
        assertThat(world.sandbox().counts().writes()).isEqualTo(1);
        assertThat(world.rejects()).hasSize(3);
        assertThat(world.nightly().exitCode())
                .as("the rest comes with the night")
                .isEqualTo(2);
        assertThat(customers()).containsExactly("Fjord ASA", "Havn 1", "Havn 2");
        assertThat(world.rejects()).singleElement().asString().startsWith("product category 2");
    }

    @Test
    void oneThatIsNotMendedStaysAndSaysWhy() {
        loadWithRejects();
        String id = id("customer 10002 Havn 1");
        assertThat(execute("--retry", "--id", id)).isEqualTo(2);
        assertThat(out.toString())
                .contains("still rejected: " + id + " customer-to-severa unknown-payment-term customer 10002 Havn 1")
                .contains("fix: correct the payment terms");
    }

    @Test
    void whatItWaitsForIsTriedWithIt() {
        loadWithRejects();
        world.sql("UPDATE Actor SET CPmtTrm = 2 WHERE ActNo = 101");
        assertThat(execute("--retry", "--transfer", "project-to-severa")).isZero();
        assertThat(out.toString())
                .contains("project 501 Havneprosjekt: resolved", "customer 10002 Havn 1: resolved")
                .doesNotContain("Havn 2", "category");
    }

    @Test
    void allOfACodeAreTriedAndThoseThatStayAreCounted() {
        loadWithRejects();
        world.sql("UPDATE Actor SET CPmtTrm = 2 WHERE ActNo = 102");
        assertThat(execute("--retry", "--code", "unknown-payment-term")).isEqualTo(2);
        assertThat(out.toString())
                .contains("customer 10003 Havn 2: resolved")
                .containsPattern("still rejected: \\d+ customer-to-severa unknown-payment-term customer 10002 Havn 1");
        world.sql("UPDATE Actor SET CPmtTrm = 2 WHERE ActNo = 101");
        world.sql("UPDATE ProdCat SET Descr = 'Goods' WHERE PrCatNo = 2");
        assertThat(execute("--retry")).isZero();
        assertThat(world.rejects()).isEmpty();
        assertThat(execute("--retry")).isZero();
        assertThat(out.toString()).contains("no rejected records that are open");
    }

    @Test
    void aRecordOfSeveraIsTriedAgain() {
        assertThat(world.once().exitCode()).isZero();
        String product = world.sandbox().add("products", "{\"name\":\"Nameless\"}");
        world.sandbox().add("products", "{\"name\":\"Another\"}");
        assertThat(world.nightly().exitCode()).isEqualTo(2);
        assertThat(world.rejects()).hasSize(2);
        world.sandbox().change("products", product, "/code", "N1");
        assertThat(execute("--retry", "--id", id("product  Nameless"))).isZero();
        assertThat(world.value("SELECT Descr FROM Prod WHERE ProdNo = 'N1'")).isEqualTo("Nameless");
        assertThat(world.rejects()).singleElement().asString().contains("Another");
    }

    @Test
    void aRecordOfSeveraThatTheErpHasByNowIsLinked() {
        assertThat(world.once().exitCode()).isZero();
        String product = world.sandbox().add("products", "{\"name\":\"Nameless\"}");
        assertThat(world.nightly().exitCode()).isEqualTo(2);
        String id = id("product  Nameless");
        world.sandbox().change("products", product, "/code", "N1");
        world.insert("Prod", "ProdNo=N1", "Descr=Nameless");
        assertThat(execute("--retry", "--id", id)).isZero();
        assertThat(world.value("SELECT Inf7 FROM Prod WHERE ProdNo = 'N1'")).isEqualTo(product);
        assertThat(world.rejects()).isEmpty();
    }

    @Test
    void aRowThatCarriesTheGuidAlreadyIsNotMadeAgain() {
        assertThat(world.once().exitCode()).isZero();
        String product = world.sandbox().add("products", "{\"name\":\"Nameless\"}");
        assertThat(world.nightly().exitCode()).isEqualTo(2);
        String id = id("product  Nameless");
        world.sandbox().change("products", product, "/code", "N1");
        world.insert("Prod", "ProdNo=OTHER", "Descr=Other", "Inf7=" + product);
        execute("--retry", "--id", id);
        assertThat(out.toString()).contains("product-to-erp");
        assertThat(world.value("SELECT COUNT(*) FROM Prod WHERE Inf7 = '" + product + "'"))
                .isEqualTo("1");
        assertThat(world.value("SELECT COUNT(*) FROM Prod WHERE ProdNo = 'N1'")).isEqualTo("0");
    }

    private String named(String resource, String name) {
        return world.find(resource, "name", name).path("guid").asString();
    }

    @Test
    void anInvoiceIsTriedAgainWhenItsStatusIsSetBack() {
        world.close();
        world = World.working();
        assertThat(world.once().exitCode()).isZero();
        String approved = named("invoicestatuses", "Approved");
        String invoice = world.sandbox().add("invoices", """
                {"date": "2026-11-24", "number": 1001, "status": {"guid": "%s"}, "customer": {"guid": "%s"},
                 "projects": [{"guid": "%s"}], "paymentTerm": 14,
                 "receiverAddress": {"addressline": "Kaia 1", "city": "Oslo", "country": "Norway"}}
                """.formatted(
                        approved, named("customers", "Fjord AS"), named("projects", "Kaiprosjekt")));
        assertThat(world.nightly().exitCode()).isEqualTo(2);
        world.sandbox().add("invoicerows", """
                {"invoiceGuid": "%s", "category": "Hours", "rowType": "Hours", "quantity": 1, "sortOrder": 1,
                 "unitPrice": {"amount": 100, "currencyCode": "NOK"}, "vatRate": 25, "description": "Advice"}
                """.formatted(invoice));
        assertThat(execute("--retry", "--entity", "invoice")).isEqualTo(2);
        assertThat(out.toString())
                .containsPattern("not tried: \\d+ invoice-to-erp no-rows")
                .contains("an invoice is tried again when its status in Severa is \"Approved\"");
        world.sandbox().change("invoices", invoice, "/status/guid", approved);
        assertThat(execute("--retry", "--entity", "invoice")).isZero();
        assertThat(world.value("SELECT Inf6 FROM Ord")).isEqualTo(invoice);
        assertThat(world.rejects()).isEmpty();
    }

    @Test
    void whatARunThatFailsDoesNotComeToIsSaid() {
        loadWithRejects();
        world.sandbox().setFaults("""
                {"faults": [{"fault": "close-before", "path": "/v1/productcategories", "probability": 1}]}""");
        assertThat(execute("--retry", "--code", "name-missing")).isEqualTo(3);
        assertThat(out.toString())
                .contains("error: Severa")
                .containsPattern("not tried, the run did not come to it: \\d+ product-category-to-severa name-missing");
    }

    @Test
    void anUnfinishedNightGoesOnAfterwards() {
        loadWithRejects();
        world.sandbox().setFaults("""
                {"faults": [{"fault": "close-before", "method": "GET", "path": "/v1/projects", "probability": 1}]}""");
        long night = world.nightly().execution();
        world.sandbox().setFaults("{\"faults\": []}");
        assertThat(execute("--retry", "--code", "name-missing")).isEqualTo(2);
        var next = world.nightly();
        assertThat(next.restarted()).isTrue();
        assertThat(next.execution()).isGreaterThan(night);
    }

    @Test
    void whatIsNotThereOrDoesNotGoTogetherIsRefused() {
        assertThat(world.once().exitCode()).isZero();
        assertThat(execute("--id", "77")).isEqualTo(5);
        assertThat(out.toString()).contains("has no such reject 77");
        assertThat(execute("--code", "unknown-land")).isEqualTo(5);
        assertThat(out.toString()).contains("--code: there is no code unknown-land; there are ambiguous-match,");
        assertThat(execute("--transfer", "customer-to-nowhere")).isEqualTo(5);
        assertThat(execute("--entity", "customers")).isEqualTo(5);
        assertThat(out.toString()).contains("there is no entity customers");
        assertThat(execute("--retry", "--all")).isEqualTo(5);
        assertThat(execute("--retry", "--csv", "x.csv")).isEqualTo(5);
        assertThat(execute("--jobs", folder.toString())).isEqualTo(5);
        assertThat(out.toString()).contains("--jobs goes with --retry");
    }
}
