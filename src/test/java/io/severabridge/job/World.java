package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpFixture;
import io.severabridge.erp.csv.CsvLoad;
import io.severabridge.sandbox.OpenApi;
import io.severabridge.sandbox.Sandbox;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.BridgeWatch;
import io.severabridge.store.ledger.Rejects;
import io.severabridge.sync.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * Two small systems: an ERP made of the rows that a test adds, in memory or on SQL Server, and the sandbox. Whatever a run sends, the next
 * run must send nothing: {@link #run} checks it unasked, that each call fits the vendor's API document, and that no transaction of the
 * bridge database is open while a call is under way.
 */
public final class World implements AutoCloseable {
    private final String name = "world-" + UUID.randomUUID().toString().substring(0, 8);
    private final Path folder;
    private final Company.Erp erp;
    private final Sandbox sandbox;
    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    private final List<String> contractProblems = new CopyOnWriteArrayList<>();
    private final BridgeWatch watch = BridgeWatch.over(name + "-bridge");
    private String settings = """
            company: COMPANY
            erp: { system: visma-business, jdbc-url: "ERP-URL", username: "ERP-USER", password: "ERP-PASSWORD" }
            severa:
              base-url: SEVERA
              client-id: sandbox
              client-secret: sandbox-secret
              requests-per-second: 2000
              doubt-delay: 200ms
              read-timeout: 5s
            bridge-database: { jdbc-url: "jdbc:h2:mem:COMPANY-bridge" }
            masters: { default: severa, products: erp, business-units: erp, product-categories: erp }
            business-units: { unit: 1, guid-field: Inf7, exclude: { group: 1, value: 1 } }
            users: { guid-field: Inf7, inactive: { group: 1, value: 1 }, exclude: { group: 2, value: 1 } }
            product-categories: { enabled: true }
            products: { guid-field: Inf7, exclude: { group: 2, value: 1 } }
            customers:
              guid-field: Inf8
              exclude: { group: 3, value: 1 }
              inactive: { group: 1, value: 1 }
              account-set-market-segment: Account set
              default-overdue-interest: 8.5
            billing-address: { guid-field: Inf6 }
            projects: { unit: 2, guid-field: Inf7, internal-name-field: Inf8, contact-field: ActNo1 }
            """;

    /** Sections of a company file beside the registers. */
    private static final String WORK = """
            work-hours: { category: 100 }
            costs: { voucher-types: [21, 22], credit-note-voucher-types: [22], sales-value-percentage: 110 }
            invoices:
              guid-field: Inf6
              default-product: D900
              hour-product: T100
              travel-expense-product: R200
              notes-product: N950
              sender-employee-field: SelBuy
              reverse-charge-tax-code: 5
            payment-status: { enabled: true }
            """;

    private boolean loaded;
    private @Nullable Path csv;

    private World() {
        this(ErpFixture.kinds().reduce((first, last) -> last).orElseThrow());
    }

    private World(String kind) {
        try {
            folder = Files.createTempDirectory("world");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        erp = ErpFixture.company(kind).erp();
        sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(0));
        sandbox.observe(exchange -> watch.onCall(exchange.method() + " " + exchange.path()));
        OpenApi.load().ifPresent(api -> sandbox.observe(exchange -> contractProblems.addAll(api.problems(exchange))));
    }

    /** Code tables, a department, an employee, a category, a product, a customer with a contact, a project. */
    public static World standard() {
        return standard(new World());
    }

    private static World standard(World world) {
        world.add("Ctry", "CtryNo=578", "ISO=NO", "Nm=Norge");
        world.add("Ctry", "CtryNo=752", "ISO=SE", "Nm=Sverige");
        world.add("Cur", "CurNo=47", "ISO=NOK");
        world.add("Cur", "CurNo=978", "ISO=EUR");
        world.add("Lang", "LangNo=47", "Nm=Norsk");
        world.add("Unit", "Un=1", "Descr=stk");
        world.add("PmtTrm", "PmtTrm=2", "CrDy=14");
        world.add("AutInvOp", "OpNo=1", "Code=PAGERO");
        world.add("Txt", "Lang=47", "TxtTp=18", "TxtNo=1", "LnNo=1", "Txt=Innland");
        world.add("Txt", "Lang=47", "TxtTp=18", "TxtNo=2", "LnNo=1", "Txt=EU");
        world.add("Vat", "VatNo=1", "Rt=25");
        world.add("R1", "RNo=10", "Nm=Oslo");
        world.add(
                "Actor", "ActNo=1", "EmpNo=1", "Nm=Kari Nordmann", "MailAd=kari@fjord.example", "R1=10", "Title=Lead");
        world.add("ProdCat", "PrCatNo=1", "Descr=Services");
        world.add("Prod", "ProdNo=A1", "Descr=Audit", "StSaleUn=1", "PrCatNo=1");
        world.add("PrDcMat", "LnNo=1", "ProdNo=A1", "SalePr=1200.5", "PurcPr=700");
        world.add(
                "Actor",
                "ActNo=100",
                "CustNo=10001",
                "Nm=Fjord AS",
                "Ad1=Kaia 1",
                "PNo=0150",
                "PArea=Oslo",
                "Rsp=1",
                "CAcSet=1",
                "CPmtTrm=2");
        world.add("Actor", "ActNo=200", "LiaAct=100", "Nm=Ola Hansen", "MailAd=ola@fjord.example", "MobPh=90000000");
        world.add("R2", "RNo=500", "Nm=Kaiprosjekt", "CustNo=10001", "Rsp=1", "ActNo1=200", "R1=10");
        return world;
    }

    /** The same, with products for hours, travel, notes and the rest, in a company that transfers hours and money. */
    public static World working() {
        return working(new World());
    }

    /** The same in an ERP that is no embedded database to the product. */
    public static World workingOnServer() {
        return working(new World("stand-in"));
    }

    private static World working(World created) {
        World world = standard(created).transferringWork();
        for (String number : List.of("T100", "R200", "D900", "N950")) {
            String excluded = number.startsWith("D") || number.startsWith("N") ? "1" : "0";
            world.add("Prod", "ProdNo=" + number, "Descr=" + number, "Gr2=" + excluded);
        }
        return world;
    }

    /** Hours, costs, invoices and payments are switched on. */
    public World transferringWork() {
        settings += WORK;
        return this;
    }

    /** The ERP's tables from CSV files. */
    public static World of(Path folder) {
        World world = new World();
        world.csv = folder;
        return world;
    }

    /** A row of the ERP: {@code column=value}; other columns are 0 or empty. A row with the same first column goes. */
    public World add(String table, String... columns) {
        Map<String, String> row = new LinkedHashMap<>();
        Arrays.stream(columns).forEach(column -> {
            int equals = column.indexOf('=');
            row.put(column.substring(0, equals), column.substring(equals + 1));
        });
        List<Map<String, String>> rows = tables.computeIfAbsent(table, any -> new ArrayList<>());
        if (!table.equals("Txt")) {
            String key = columns[0];
            rows.removeIf(other -> key.equals(
                    key.substring(0, key.indexOf('=')) + "=" + other.get(key.substring(0, key.indexOf('=')))));
        }
        rows.add(row);
        return this;
    }

    /** A row that the ERP's users add once it is there: {@code column=value}; other columns are 0 or empty. */
    public World insert(String table, String... values) {
        load();
        Map<String, String> row = new LinkedHashMap<>();
        erp().sql("SELECT COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = ?")
                .param(table)
                .query((found, number) -> Map.entry(
                        found.getString(1),
                        found.getString(2).toLowerCase(Locale.ROOT).contains("char") ? "" : "0"))
                .list()
                .forEach(column -> row.put(column.getKey(), column.getValue()));
        Arrays.stream(values).forEach(value -> {
            int equals = value.indexOf('=');
            assertThat(row.put(value.substring(0, equals), value.substring(equals + 1)))
                    .as(value)
                    .isNotNull();
        });
        erp().sql("INSERT INTO " + table + " (" + String.join(", ", row.keySet()) + ") VALUES ("
                        + String.join(", ", Collections.nCopies(row.size(), "?")) + ")")
                .params(new ArrayList<>(row.values()))
                .update();
        return this;
    }

    /** Changes the bridge database, as a restored backup would. */
    public World bridge(String statement) {
        try (BridgeDatabase bridge = BridgeDatabase.open(company().bridgeDatabase())) {
            bridge.jdbc().sql(statement).update();
        }
        return this;
    }

    /** Other settings of the company file. */
    public World with(String from, String to) {
        assertThat(settings).contains(from);
        settings = settings.replace(from, to);
        return this;
    }

    /** Changes the ERP once it is there, as its users would. */
    public World sql(String statement) {
        load();
        assertThat(erp().sql(statement).update()).isEqualTo(1);
        return this;
    }

    /** What a query of the ERP finds. */
    public String value(String query) {
        return erp().sql(query).query(String.class).single();
    }

    /** The ERP for its users. */
    public JdbcClient erp() {
        String more = onH2()
                ? ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;INIT=SET SCHEMA \"dbo\""
                : "";
        return JdbcClient.create(new DriverManagerDataSource(
                erp.jdbcUrl() + more, erp.username(), erp.password().reveal()));
    }

    /** Elsewhere the ERP is on SQL Server. */
    public boolean onH2() {
        return erp.jdbcUrl().startsWith("jdbc:h2:");
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public Company company() {
        return CompanyFile.read(companyFile(), Map.of());
    }

    /** Its file, as a command takes it. */
    public Path companyFile() {
        try {
            Path file = folder.resolve("company.yml");
            return Files.writeString(
                    file,
                    settings.replace("ERP-URL", erp.jdbcUrl())
                            .replace("ERP-USER", erp.username())
                            .replace("ERP-PASSWORD", erp.password().reveal())
                            .replace("COMPANY", name)
                            .replace("SEVERA", sandbox.baseUrl().toString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills the ERP, unless it is filled already. */
    public void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        try (ErpDatabase erp = ErpDatabase.open(company().erp())) {
            if (csv != null) {
                new CsvLoad(erp, company().erp()).load(csv);
                return;
            }
            for (Map.Entry<String, List<Map<String, String>>> table : tables.entrySet()) {
                Files.writeString(folder.resolve(table.getKey() + ".csv"), csv(table.getValue()));
            }
            new CsvLoad(erp, company().erp()).load(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String csv(List<Map<String, String>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
        for (Map<String, String> row : rows) {
            csv.append(String.join(
                            ",",
                            columns.stream()
                                    .map(column ->
                                            '"' + row.getOrDefault(column, "").replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append('\n');
        }
        return csv.toString();
    }

    /** Runs the initial load, then once more: the second run must send nothing. */
    public RunResult run(String... only) {
        RunResult first = once(only);
        if (first.exitCode() == 0 || first.exitCode() == 2) {
            sandbox.resetCounts();
            RunResult second = once(only);
            assertThat(sandbox.counts().writes()).as("writes of a second run").isZero();
            assertThat(second.exitCode()).isEqualTo(first.exitCode());
            assertThat(second.steps().stream()
                            .filter(step -> step.counts().created()
                                            + step.counts().updated()
                                            + step.counts().linked()
                                    > 0)
                            .map(step -> step.name() + " " + outcomes(second, step.name())))
                    .as("a second run has nothing to do")
                    .isEmpty();
        }
        return first;
    }

    /** Runs the initial load once. */
    public RunResult once(String... only) {
        return once("initial-load", only);
    }

    /** Runs the nightly job once. */
    public RunResult nightly(String... only) {
        return once("nightly", only);
    }

    /** The initial load, in spite of a finding. */
    public RunResult accepting(String code) {
        JobRunner.Request request =
                new JobRunner.Request("initial-load", company(), List.of(), false, null, Set.of(code));
        return new JobRunner(request, Programs.at(Clock.system(ZoneOffset.UTC)), Progress.NONE).run();
    }

    /** Two approved hours, and an invoice of 1500 for one of them. */
    public void workDay() {
        Work work = new Work(sandbox);
        String invoice = work.invoice("\"totalExcludingTax\": {\"amount\": 1500, \"currencyCode\": \"NOK\"}");
        String row = work.row(invoice, "Hours", "1.5", "1000", "\"description\": \"Befaring\"");
        work.hour("\"quantity\": 1.5, \"isApproved\": true, \"description\": \"Befaring\", \"invoice\": {\"guid\": \""
                + invoice + "\"}, \"invoiceRowGuid\": \"" + row + "\"");
        work.hour("\"quantity\": 2, \"isApproved\": true");
    }

    /** An invoice that was handed over in another way. */
    public void oldInvoice() {
        String guid = new Work(sandbox).invoice("\"totalExcludingTax\": {\"amount\": 99, \"currencyCode\": \"NOK\"}");
        sandbox.change(
                "invoices",
                guid,
                "/status/guid",
                find("invoicestatuses", "name", "Transferred").path("guid").asString());
    }

    private RunResult once(String job, String[] only) {
        load();
        Clock clock = Clock.system(ZoneOffset.UTC);
        return new JobRunner(
                        new JobRunner.Request(job, company(), List.of(only), false, null),
                        Programs.at(clock),
                        Progress.NONE)
                .run();
    }

    /** What is open: code, field and value. */
    public List<String> rejects() {
        try (BridgeDatabase bridge = BridgeDatabase.open(company().bridgeDatabase())) {
            return new Rejects(bridge, name, Clock.system(ZoneOffset.UTC))
                    .list(null).stream()
                            .map(row -> row.label() + " | " + row.code() + " | " + row.field() + " | " + row.value())
                            .toList();
        }
    }

    /** A record of Severa by the text of one field. */
    public JsonNode find(String resource, String field, String value) {
        List<JsonNode> found = new ArrayList<>();
        sandbox.records(resource).forEach(record -> {
            if (record.path(field).asString("").equals(value)) {
                found.add(record);
            }
        });
        assertThat(found).as(resource + " with " + field + " " + value).hasSize(1);
        return Objects.requireNonNull(found.get(0));
    }

    /** The outcomes of a step: created/updated/linked/unchanged/skipped/rejected. */
    public static String outcomes(RunResult result, String step) {

        RunResult.StepResult found = result.steps().stream()
                .filter(each -> each.name().equals(step))
                .findFirst()
                .orElse(null);
        assertThat(found).as("step " + step).isNotNull();
        var c = Objects.requireNonNull(found).counts();
        return c.created() + "/" + c.updated() + "/" + c.linked() + "/" + c.unchanged() + "/" + c.skipped() + "/"
                + c.rejected();
    }

    @Override
    public void close() {
        sandbox.close();
        ErpFixture.forget(erp.jdbcUrl());
        ErpFixture.forget("jdbc:h2:mem:" + name + "-bridge");
        BridgeWatch.forget(name + "-bridge");
        assertThat(watch.problems()).as("transactions of the bridge database").isEmpty();
        assertThat(contractProblems)
                .as("calls that do not fit the API document")
                .isEmpty();
    }
}
