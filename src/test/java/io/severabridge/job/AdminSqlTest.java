package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpFixture;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.sync.run.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What a batch admin asks, after a load that rejected two records, a night with a change, and a night that broke off. */
@ParameterizedClass
@MethodSource("io.severabridge.erp.ErpFixture#kinds")
class AdminSqlTest {
    private static World world = World.standard();
    private static long load;
    private static long night;
    private static long broken;
    private static List<String> running = new ArrayList<>();

    @Parameter
    String kind = "";

    @BeforeParameterizedClassInvocation
    static void run(String kind) {
        world = World.standard();
        world.add("ProdCat", "PrCatNo=2", "Descr=");
        world.add("Actor", "ActNo=101", "CustNo=10002", "Nm=Havn AS", "Rsp=1", "CPmtTrm=9");
        if (kind.equals("sqlserver")) {
            Company.Erp server = ErpFixture.company(kind).erp();
            world.with(
                    "{ jdbc-url: \"jdbc:h2:mem:COMPANY-bridge\" }",
                    "{ jdbc-url: \"%s\", username: \"%s\", password: \"%s\" }"
                            .formatted(
                                    server.jdbcUrl(),
                                    server.username(),
                                    server.password().reveal()));
        }
        load = world.once().execution();
        world.sql("UPDATE Prod SET Descr = 'Audit and advice' WHERE ProdNo = 'A1'");
        night = nightly(watching()).execution();
        world.sql("UPDATE Actor SET CPmtTrm = 2 WHERE ActNo = 101");
        world.sandbox().setFaults("""
                {"faults": [{"fault": "close-before", "method": "POST", "path": "/v1/customers$", "probability": 1}]}""");
        broken = nightly(Progress.NONE).execution();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        world.close();
    }

    private static RunResult nightly(Progress progress) {
        JobRunner.Request request = new JobRunner.Request("nightly", world.company(), List.of(), false, null);
        return new JobRunner(request, Programs.at(Clock.system(ZoneOffset.UTC)), progress).run();
    }

    /** Asks what is running while the product categories are. */
    private static Progress watching() {
        return new Progress() {
            @Override
            public void begin(String step, long rows) {
                if (step.equals("product-category-to-severa")) {
                    Map<String, Object> now = Map.of("now", LocalDateTime.now(ZoneOffset.UTC));
                    running = rows("running", now, "COMPANY, PROCESS_ID, JOB_NAME, JOB_EXECUTION_ID, STEP_NAME");
                    running.addAll(rows("running", now, "SILENT_SECONDS"));
                }
            }

            @Override
            public void advance(long rows) {}

            @Override
            public void end(boolean complete) {}
        };
    }

    /** The rows of a file's statement: some columns, in one text. */
    private static List<String> rows(String file, Map<String, ?> parameters, String columns) {
        try (BridgeDatabase bridge = BridgeDatabase.open(world.company().bridgeDatabase())) {
            String sql = Files.readString(Path.of("sql/admin/" + file + ".sql")).replaceAll("@(\\w+)", ":$1");
            return new ArrayList<>(new NamedParameterJdbcTemplate(bridge.dataSource())
                    .queryForList(sql, parameters).stream()
                            .map(row -> Arrays.stream(columns.split(", "))
                                    .map(column -> {
                                        assertThat(row).containsKey(column);
                                        return String.valueOf(row.get(column));
                                    })
                                    .collect(Collectors.joining("|")))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String company() {
        return world.company().name();
    }

    @Test
    void theLastExecutionsAreShownWithOutcomes() {
        Map<String, Object> parameters = Map.of("company", company(), "last", 2);
        assertThat(rows("executions", parameters, "JOB_EXECUTION_ID, JOB_NAME, EXECUTION_STATUS, EXIT_CODE"))
                .containsExactly(broken + "|nightly|FAILED|FAILED", night + "|nightly|COMPLETED|COMPLETED");
        assertThat(rows("executions", parameters, "CREATED, UPDATED, REJECTED").get(1))
                .isEqualTo("0|1|2");
        assertThat(rows("executions", Map.of("company", company(), "last", 9), "DURATION_SECONDS"))
                .hasSize(3)
                .allMatch(seconds -> Long.parseLong(seconds) < 600);
        assertThat(rows("executions", Map.of("company", "another", "last", 9), "JOB_NAME"))
                .isEmpty();
    }

    @Test
    void theStepsOfAnExecutionAreShownWithTheirPace() {
        Map<String, Object> parameters = Map.of("execution", load);
        assertThat(rows("steps", parameters, "STEP_NAME, STEP_STATUS, READ_COUNT, CREATED, REJECTED"))
                .contains("product-category-to-severa|COMPLETED|2|1|1", "customer-to-severa|COMPLETED|2|1|1")
                .hasSizeGreaterThan(20);
        assertThat(rows("steps", parameters, "STEP_NAME, DURATION_MILLISECONDS, READ_COUNT, RECORDS_PER_SECOND"))
                .allSatisfy(row -> {
                    String[] columns = row.split("\\|", -1);
                    BigDecimal time = new BigDecimal(columns[1]);
                    assertThat(columns[3])
                            .isEqualTo(
                                    time.signum() == 0
                                            ? "null"
                                            : new BigDecimal(columns[2] + "000")
                                                    .divide(time, 1, RoundingMode.HALF_UP)
                                                    .toString());
                });
    }

    @Test
    void theSlowestStepsComeFirst() {
        Map<String, Object> parameters = Map.of("company", company(), "last", 2);
        List<Long> total = rows("slowest-transfers", parameters, "TOTAL_MILLISECONDS").stream()
                .map(Long::valueOf)
                .toList();
        assertThat(total).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rows("slowest-transfers", parameters, "STEP_NAME, RUNS, RECORDS"))
                .as("over the two nights: only one got as far as the contacts")
                .contains("product-category-to-severa|2|2", "contact-to-severa|1|0");
    }

    @Test
    void whatRunsIsShownWithItsStepAndHeartbeat() {
        assertThat(running).hasSize(2);
        assertThat(running.get(0))
                .isEqualTo(company() + "|" + ProcessHandle.current().pid() + "|nightly|" + night
                        + "|product-category-to-severa");
        assertThat(Long.parseLong(running.get(1))).isBetween(0L, 30L);
        assertThat(rows("running", Map.of("now", LocalDateTime.now(ZoneOffset.UTC)), "COMPANY"))
                .isEmpty();
    }

    @Test
    void openRejectsAreCountedByCode() {
        assertThat(rows("rejects-by-code", Map.of("company", company()), "CODE, TRANSFER, REJECTS, MEND"))
                .containsExactlyInAnyOrder(
                        "name-missing|product-category-to-severa|1|enter a name in the ERP",
                        "unknown-payment-term|customer-to-severa|1|correct the payment terms, or enter terms of that"
                                + " many days in the ERP");
    }

    @Test
    void openRejectsAreListed() {
        String columns = "TRANSFER, LABEL, CODE, FIELD_NAME, FIELD_VALUE, JOB_NAME";
        assertThat(rows("open-rejects", Map.of("company", company(), "code", ""), columns))
                .containsExactly(
                        "product-category-to-severa|product category 2 |name-missing|Descr||nightly",
                        "customer-to-severa|customer 10002 Havn AS|unknown-payment-term|CPmtTrm|9|nightly");
        assertThat(rows("open-rejects", Map.of("company", company(), "code", "unknown-payment-term"), "LABEL"))
                .containsExactly("customer 10002 Havn AS");
    }

    @Test
    void theChangesOfAnExecutionAreShownWithWhatStoodThere() {
        assertThat(rows(
                        "changes",
                        Map.of("execution", night),
                        "SIDE, ENTITY, ERP_KEY, ACTION, FIELD_NAME, OLD_VALUE, NEW_VALUE"))
                .containsExactly("SEVERA|product|A1|UPDATE|name|\"Audit\"|\"Audit and advice\"");
        assertThat(rows("changes", Map.of("execution", load), "ENTITY, ERP_KEY, ACTION, FIELD_NAME, NEW_VALUE"))
                .contains("customer|100|CREATE|null|null");
    }

    @Test
    void createsInDoubtAreShown() {
        assertThat(rows("open-intents", Map.of("company", company()), "ENTITY, ERP_KEY, LABEL"))
                .containsExactly("customer|101|customer 10002 Havn AS");
        assertThat(rows("open-intents", Map.of("company", "another"), "ENTITY")).isEmpty();
    }

    @Test
    void linksAreFoundByNumberNameKeyAndGuid() {
        String guid = world.find("customers", "name", "Fjord AS").path("guid").asString();
        for (String search : List.of("10001", "fjord a", "100", guid)) {
            assertThat(rows(
                            "links",
                            Map.of("company", company(), "search", search),
                            "ENTITY, ERP_KEY, LABEL, GUID, MADE_BY"))
                    .as(search)
                    .contains("customer|100|customer 10001 Fjord AS|" + guid + "|CREATED");
        }
        assertThat(rows("links", Map.of("company", company(), "search", "nobody"), "ENTITY"))
                .isEmpty();
    }
}
