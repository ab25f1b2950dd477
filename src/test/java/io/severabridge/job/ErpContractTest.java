package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpFixture;
import io.severabridge.erp.ErpSystem;
import io.severabridge.erp.ErpTime;
import io.severabridge.erp.ErpWrite;
import io.severabridge.erp.Schema;
import io.severabridge.erp.SchemaCheck;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.Statements;
import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.erp.tiny.TinyErp;
import io.severabridge.erp.vismabusiness.VismaBusiness;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.StepDefinition;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.shardingsphere.infra.database.core.type.DatabaseType;
import org.apache.shardingsphere.infra.spi.type.typed.TypedSPILoader;
import org.apache.shardingsphere.sql.parser.core.database.parser.SQLParserExecutor;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What the engine expects of an ERP, whichever it is. */
class ErpContractTest {
    private static final String GUID = "0a1b2c3d-0000-4000-8000-000000000001";
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    /** An ERP with a new, empty database. */
    private record Given(ErpSystem system, Company company, ErpDatabase database) implements AutoCloseable {
        static Given of(ErpSystem system, String kind) {
            Company company = ErpFixture.company(kind, system.name());
            ErpDatabase database = ErpDatabase.open(company.erp());
            Schema schema = Schema.of(system.name());
            NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(database.dataSource());
            schema.create(schema.tables())
                    .forEach(sql -> jdbc.getJdbcOperations()
                            .execute(database.embedded() ? sql.replace(" TINYINT ", " SMALLINT ") : sql));
            return new Given(system, company, database);
        }

        Statements statements() {
            return system.statements(company);
        }

        ErpTime time(Clock clock) {
            return system.time(database, statements(), company.erp(), clock);
        }

        NamedParameterJdbcTemplate jdbc() {
            return new NamedParameterJdbcTemplate(database.dataSource());
        }

        /** The entities that the ERP has records of. */
        List<EntityDefinition<?, ?, ?>> entities() {
            return Transfers.parts().stream()
                    .filter(entity -> statements().has(entity.erp().rows()))
                    .toList();
        }

        /** All parameters of a statement, those that are not given as numbers. */
        Map<String, Object> parameters(String sql, Map<String, ?> known) {
            Map<String, Object> all = new HashMap<>();
            PARAMETER.matcher(sql).results().forEach(found -> all.put(found.group(1), 0));
            all.putAll(time(Clock.systemUTC()).change());
            all.putAll(time(Clock.systemUTC()).reading());
            all.putAll(Map.of("keys", List.of(1), "types", List.of(21), "page", 10, "after", 0, "since", 0));
            all.putAll(known);
            return all;
        }

        List<Map<String, Object>> query(Statement statement, Map<String, ?> known) {
            return jdbc().queryForList(statement.sql(), parameters(statement.sql(), known));
        }

        /** Customers that changed since a mark. */
        List<Map<String, Object>> customersSince(long mark) {
            return query(statements().rows("customer/rows", "id").first(), Map.of("since", mark));
        }

        /** A new customer with a number that the ERP gives, and everything else empty. */
        long insertCustomer(ErpWrite write, ErpTime time) {
            WriteStatement insert = statements().write("customer/insert");
            ErpSystem.Numbering next = system.numbering(write, statements());
            Map<String, Object> values = new HashMap<>();
            insert.parameters().forEach(parameter -> values.put(parameter, 0));
            values.put("number", next.next("customer/next-number", 5000, 5999));
            if (statements().has("reference/next-associate")) {
                values.put("id", next.next("reference/next-associate", 1, 9));
            }
            values.put("guid", GUID);
            values.put("name", "Fjord AS");
            values.putAll(time.change());
            write.insert(insert, values, Map.of());
            return (Long) values.get("number");
        }

        @Override
        public void close() {
            database.close();
            ErpFixture.forget(company.erp().jdbcUrl());
        }
    }

    static Stream<Arguments> erps() {
        return Stream.concat(
                ErpFixture.kinds().map(kind -> Arguments.of(named(new VismaBusiness()), kind)),
                ErpFixture.kinds().map(kind -> Arguments.of(named(new TinyErp()), kind)));
    }

    private static Named<ErpSystem> named(ErpSystem system) {
        return Named.of(system.name(), system);
    }

    private static List<Path> files(ErpSystem system) {
        Path folder = Stream.of("sql", "src/test/resources/sql")
                .map(root -> Path.of(root, system.name()))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> !file.endsWith("schema.sql"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("erps")
    void itsStatementsAreTSql(ErpSystem system, String kind) throws IOException {
        assertThat(files(system)).isNotEmpty();
        for (Path file : files(system)) {
            // The parser knows no table hints; a name in brackets with a dot stands for a column that a company
            // chooses.
            String sql = Files.readString(file)
                    .replace(" WITH (UPDLOCK, HOLDLOCK)", "")
                    .replaceAll("\\[[^\\]]*[.-][^\\]]*\\]", "Chosen");
            assertThatCode(() -> new SQLParserExecutor(TypedSPILoader.getService(DatabaseType.class, "SQLServer"))
                            .parse(sql))
                    .as(file.toString())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("erps")
    void itsRowsHaveTheColumnsOfTheirRecords(ErpSystem system, String kind) {
        try (Given given = Given.of(system, kind)) {
            assertThat(given.entities()).isNotEmpty();
            for (EntityDefinition<?, ?, ?> entity : given.entities()) {
                Statement rows = given.statements().get(entity.erp().rows());
                Set<String> columns = given.jdbc().query(rows.sql(), given.parameters(rows.sql(), Map.of()), found -> {
                    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                    for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                        names.add(found.getMetaData().getColumnLabel(column));
                    }
                    return names;
                });
                Set<String> components = Arrays.stream(entity.erp().type().getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
                components.add("changedAt");
                assertThat(columns).as(rows.name()).isEqualTo(components);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("erps")
    void itsTablesHaveWhatItsStatementsUse(ErpSystem system, String kind) {
        try (Given given = Given.of(system, kind)) {
            Statements statements = given.statements();
            List<Statement> reads = new ArrayList<>();
            List<WriteStatement> writes = new ArrayList<>();
            for (StepDefinition part : given.entities()) {
                part.statements().stream()
                        .filter(statements::has)
                        .map(statements::get)
                        .forEach(reads::add);
                Stream.concat(part.writes().stream(), part.guidWrites().stream())
                        .filter(statements::has)
                        .map(statements::write)
                        .forEach(writes::add);
            }
            assertThat(writes).isNotEmpty();
            new SchemaCheck(given.database(), given.company().erp()).check(reads, writes);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("erps")
    void marksGrowWithTheClockOfItsServerWhateverOurs(ErpSystem system, String kind) {
        try (Given given = Given.of(system, kind)) {
            ErpTime time = given.time(Clock.systemUTC());
            ErpTime ofASlowClock = given.time(Clock.offset(Clock.systemUTC(), Duration.ofDays(-30)));
            long lastWeek = time.mark(Instant.now().minus(Duration.ofDays(7)));
            assertThat(lastWeek).isBetween(10_000L, time.mark() - 1);
            assertThat(time.since(lastWeek)).isLessThan(lastWeek);
            assertThat(ofASlowClock.mark()).isBetween(time.since(time.mark()), time.mark() + 1);
        }
    }

    /** A clock that can be put back. */
    private static final class Moved extends Clock {
        private Duration by = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("erps")
    void anUpdateIsStampedAndSeenByTheNextLook(ErpSystem system, String kind) {
        try (Given given = Given.of(system, kind)) {
            Moved clock = new Moved();
            ErpTime time = given.time(clock);
            long lastWeek = time.mark(Instant.now().minus(Duration.ofDays(7)));
            clock.by = Duration.ofDays(-30);
            given.database().inTransaction(write -> given.insertCustomer(write, time));
            assertThat(given.customersSince(lastWeek)).isEmpty();
            clock.by = Duration.ZERO;
            WriteStatement update = given.statements().write("customer/update");
            assertThat(update.parameters()).containsAll(system.stamp().parameters());
            Map<String, Object> values = new HashMap<>(time.change());
            values.put("name", "Vik AS");
            values.put("key", given.customersSince(0).get(0).get("id"));
            int changed = given.database().inTransaction(write -> write.update(update, Set.of("name"), values));
            assertThat(changed).isEqualTo(1);
            assertThat(given.customersSince(lastWeek)).singleElement().satisfies(row -> {
                assertThat(row.get("name")).isEqualTo("Vik AS");
                assertThat(row.get("guid")).isEqualTo(GUID);
            });
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("erps")
    void numbersAreGivenOnce(ErpSystem system, String kind) {
        try (Given given = Given.of(system, kind)) {
            ErpTime time = given.time(Clock.systemUTC());
            List<Long> numbers = new ArrayList<>(given.database().inTransaction(write -> {
                ErpSystem.Numbering next = system.numbering(write, given.statements());
                return List.of(
                        next.next("customer/next-number", 5000, 5999), next.next("customer/next-number", 5000, 5999));
            }));
            assertThat(numbers).containsExactly(5000L, 5001L);
            List<Long> written = new ArrayList<>();
            for (int transaction = 0; transaction < 2; transaction++) {
                written.add(given.database().inTransaction(write -> given.insertCustomer(write, time)));
            }
            assertThat(written).containsExactly(5000L, 5001L);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("erps")
    void aGuidIsReadAsItWasWrittenAndCanBeTakenOut(ErpSystem system, String kind) {
        try (Given given = Given.of(system, kind)) {
            ErpTime time = given.time(Clock.systemUTC());
            given.database().inTransaction(write -> given.insertCustomer(write, time));
            Object key = given.customersSince(0).get(0).get("id");
            for (String guid : List.of("", GUID.replace('0', '9'), "")) {
                Map<String, Object> write = new HashMap<>(time.change());
                write.put("guid", guid);
                write.put("key", key);
                given.database().write(given.statements().write("customer/guid"), List.of(write));
                Object found = given.customersSince(0).get(0).get("guid");
                assertThat(found == null ? "" : found).isEqualTo(guid);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("erps")
    void aNewRowHasAValueInEveryColumnThatNeedsOne(ErpSystem system, String kind) {
        try (Given given = Given.of(system, kind)) {
            ErpTime time = given.time(Clock.systemUTC());
            long number = given.database().inTransaction(write -> given.insertCustomer(write, time));
            Map<String, Object> row = given.customersSince(0).get(0);
            assertThat(String.valueOf(row.get("number"))).isEqualTo(String.valueOf(number));
            assertThat(row.get("guid")).isEqualTo(GUID);
        }
    }

    @Test
    void theFirstErpHasAllThatTheEngineKnows() {
        try (Given given = Given.of(new VismaBusiness(), "h2")) {
            Stream<String> all = Transfers.all("").values().stream()
                    .flatMap(transfer -> transfer.parts().stream())
                    .flatMap(part -> Stream.of(part.statements(), part.writes(), part.guidWrites()))
                    .flatMap(List::stream);
            Stream<String> used = Transfers.parts().stream().flatMap(entity -> entity.usedStatements().stream());
            assertThat(Stream.concat(all, used)
                            .filter(name -> !given.statements().has(name)))
                    .isEmpty();
        }
    }

    @Test
    void theSecondErpHasThreeRegisters() {
        try (Given given = Given.of(new TinyErp(), "h2")) {
            assertThat(given.entities().stream().map(EntityDefinition::entity).distinct())
                    .containsExactlyInAnyOrder("product-category", "product", "customer", "market-segment");
        }
    }
}
