package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.check.Preflight;
import io.severabridge.check.Reconciliation;
import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpFixture;
import io.severabridge.erp.csv.CsvLoad;
import io.severabridge.erp.tiny.TinyErp;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.sandbox.Sandbox;
import io.severabridge.sync.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The same jobs with an ERP that the program does not bring along: the engine knows none. */
class TinyErpTest {
    private final String name = "tiny-" + UUID.randomUUID().toString().substring(0, 8);
    private final Sandbox sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(0));
    private final ErpSystems.Registration registration = ErpSystems.with(new TinyErp());

    @TempDir
    private Path folder;

    private Company company;
    private ErpDatabase database;
    private JdbcClient erp;

    @BeforeEach
    void fillTheErp() throws IOException {
        Path file = folder.resolve("company.yml");
        Files.writeString(
                file,
                SmallCompany.file(name, "jdbc:h2:mem:" + name + "-%1$s", sandbox.baseUrl())
                                .replace("visma-business", "tiny")
                                .replace(
                                        "customers: { guid-field: Inf8 }",
                                        "customers: { guid-field: Inf8, inactive: { group: 1, value: 1 }, only-with-won-project: false }")
                        + """
                        masters: { default: both }
                        number-series: { customers: { from: 5000, to: 5999 } }
                        """);
        company = CompanyFile.read(file, Map.of());
        Path csv = Files.createDirectory(folder.resolve("csv"));
        Files.writeString(csv.resolve("ArticleGroup.csv"), "GroupNo,GroupName\n1,Services\n2,Goods\n");
        Files.writeString(
                csv.resolve("Article.csv"),
                "ArticleNo,ArticleName,GroupNo,SalesPrice,CostPrice\nA1,Audit,1,1200.5,700\nB2,Binder,2,15,9\n");
        Files.writeString(
                csv.resolve("Customer.csv"),
                "CustomerNo,Name,EmailAddress\n1001,Fjord AS,post@fjord.example\n1002,Vik AS,post@vik.example\n");
        database = ErpDatabase.open(company.erp());
        new CsvLoad(database, company.erp()).load(csv);
        erp = JdbcClient.create(database.dataSource());
    }

    @AfterEach
    void forget() {
        database.close();
        registration.close();
        sandbox.close();
        Stream.of("erp", "bridge").forEach(each -> ErpFixture.forget("jdbc:h2:mem:" + name + "-" + each));
    }

    private RunResult once(String job, String... only) {
        try (Program program = Program.start()) {
            return new JobRunner(
                            new JobRunner.Request(job, company, List.of(only), false, null), program, Progress.NONE)
                    .run();
        }
    }

    /** Runs a job, and once more: the second run has nothing to do. */
    private RunResult run(String job) {
        RunResult first = once(job);
        assertThat(first.exitCode()).as(job).isZero();
        List<Map<String, Object>> before = rows();
        sandbox.resetCounts();
        RunResult second = once(job);
        assertThat(second.exitCode()).isZero();
        assertThat(sandbox.counts().writes()).as("writes of a second run").isZero();
        assertThat(second.steps().stream()
                        .filter(step -> step.counts().created()
                                        + step.counts().updated()
                                        + step.counts().linked()
                                > 0)
                        .map(RunResult.StepResult::name))
                .isEmpty();
        assertThat(rows()).isEqualTo(before);
        return first;
    }

    private List<Map<String, Object>> rows() {
        return Stream.of("Customer", "Article", "ArticleGroup")
                .flatMap(table -> erp.sql("SELECT * FROM [" + table + "] ORDER BY 1").query().listOfRows().stream())
                .toList();
    }

    private String value(String query) {
        return erp.sql(query).query(String.class).single();
    }

    private JsonNode find(String resource, String field, String value) {
        for (JsonNode record : sandbox.records(resource)) {
            if (record.path(field).asString("").equals(value)) {
                return record;
            }
        }
        throw new AssertionError("Severa has no " + value + " among its " + resource);
    }

    @Test
    void aFirstLoadGoesBothWays() {
        sandbox.add("productcategories", "{\"name\": \"Travel\"}");
        sandbox.add("products", "{\"name\": \"Course\", \"code\": \"C3\"}");
        sandbox.add("customers", "{\"name\": \"Nes AS\", \"number\": 3000}");
        sandbox.add("customers", "{\"name\": \"Fjord AS\", \"number\": 1001}");
        RunResult result = run("initial-load");
        assertThat(result.steps())
                .extracting(RunResult.StepResult::name)
                .containsExactly(
                        "product-category-to-severa",
                        "product-category-to-erp",
                        "product-to-severa",
                        "product-to-erp",
                        "customer-to-severa",
                        "customer-to-erp");
        assertThat(find("products", "code", "A1")
                        .path("unitPrice")
                        .path("amount")
                        .decimalValue())
                .isEqualByComparingTo("1200.5");
        assertThat(World.outcomes(result, "customer-to-severa")).isEqualTo("1/0/1/0/0/0");
        assertThat(value("SELECT SeveraGUID FROM [Customer] WHERE CustomerNo = 1001"))
                .isEqualTo(find("customers", "number", "1001").path("guid").asString());
        assertThat(value("SELECT Name FROM [Customer] WHERE CustomerNo = 3000")).isEqualTo("Nes AS");
        assertThat(value("SELECT CreditLimit FROM [Customer] WHERE CustomerNo = 3000"))
                .startsWith("5000");
        assertThat(value("SELECT LastUpdatedBy FROM [Customer] WHERE CustomerNo = 3000"))
                .isEqualTo("BRIDGE");
        assertThat(value("SELECT GroupNo FROM [ArticleGroup] WHERE GroupName = 'Travel'"))
                .isEqualTo("3");
        assertThat(value("SELECT ArticleName FROM [Article] WHERE ArticleNo = 'C3'"))
                .isEqualTo("Course");
    }

    @Test
    void aNightCarriesOverWhatChangedOnEitherSide() {
        run("initial-load");
        erp.sql(
                        "UPDATE [Customer] SET Name = 'Fjord Holding AS', LastUpdate = CURRENT_TIMESTAMP WHERE CustomerNo = 1001")
                .update();
        sandbox.change(
                "customers", find("customers", "number", "1002").path("guid").asString(), "/website", "vik.example");
        sandbox.change("products", find("products", "code", "B2").path("guid").asString(), "/name", "Ring binder");
        String numberless = sandbox.add("customers", "{\"name\": \"Ny AS\"}");
        sandbox.changeJson("customers", numberless, "/number", "null");
        RunResult night = run("nightly");
        assertThat(World.outcomes(night, "customer-to-severa")).isEqualTo("0/1/0/1/0/0");
        assertThat(find("customers", "number", "1001").path("name").asString()).isEqualTo("Fjord Holding AS");
        assertThat(value("SELECT WWWAddress FROM [Customer] WHERE CustomerNo = 1002"))
                .isEqualTo("vik.example");
        assertThat(value("SELECT ArticleName FROM [Article] WHERE ArticleNo = 'B2'"))
                .isEqualTo("Ring binder");
        assertThat(value("SELECT CustomerNo FROM [Customer] WHERE Name = 'Ny AS'"))
                .isEqualTo("5000");
        assertThat(find("customers", "name", "Ny AS").path("number").asInt()).isEqualTo(5000);
    }

    @Test
    void aRowThatIsNotStampedIsNotLookedAt() {
        run("initial-load");
        erp.sql("UPDATE [Customer] SET LastUpdate = '2001-01-01 00:00:00'").update();
        erp.sql("UPDATE [Customer] SET Name = 'Unseen AS' WHERE CustomerNo = 1001")
                .update();
        assertThat(once("nightly").total().updated()).isZero();
    }

    @Test
    void aTransferThatTheErpLacksIsRefusedByName() {
        assertThatThrownBy(() -> once("initial-load", "customer-to-severa", "user-to-severa", "project-to-erp"))
                .isInstanceOf(WrongSetUp.class)
                .hasMessage("--only: tiny has no records for user-to-severa, project-to-erp");
    }

    @Test
    void itIsCheckedPlannedAndReconciled() {
        sandbox.add("customers", "{\"name\": \"Nes AS\", \"number\": 3000}");
        try (Program program = Program.start()) {
            Preflight.Result before = new Preflight(company, program, Progress.NONE).run();
            assertThat(before.exitCode(Set.of())).isZero();
            assertThat(sandbox.counts().writes()).isZero();
            run("initial-load");
            Reconciliation.Result after = new Reconciliation(company, program, Progress.NONE, false).run();
            assertThat(after.differences()).isZero();
        }
    }

    @Test
    void aLinkIsBrokenByHand() {
        run("initial-load");
        new Linking(company, Clock.systemUTC()).unlink("customer", "1001");
        assertThat(erp.sql("SELECT CustomerNo FROM [Customer] WHERE SeveraGUID IS NULL")
                        .query(Integer.class)
                        .list())
                .containsExactly(1001);
    }

    @Test
    void whatARunHasDoneIsTakenBack() {
        sandbox.add("customers", "{\"name\": \"Nes AS\", \"number\": 3000}");
        RunResult result = once("initial-load");
        try (Program program = Program.start()) {
            new UndoRun(company, program).run(result.execution(), true);
        }
        assertThat(erp.sql("SELECT COUNT(*) FROM [Customer] WHERE CustomerNo = 3000 OR SeveraGUID IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
