package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpAccess;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpSystem.Numbering;
import io.severabridge.erp.ErpWrite;
import io.severabridge.erp.rehearsal.RehearsedErp;
import io.severabridge.erp.statement.Joins;
import io.severabridge.erp.statement.RowStatements;
import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.sync.definition.EntityDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After the same writes, a rehearsal answers as the ERP that was written to: each statement, each page, each number. */
class RehearsedErpTest {
    private static final int PAGE = 3;
    private static final Map<String, Object> STAMP = Map.of(
            "changeDate", 20260301, "changeTime", 1230, "changeMilliseconds", 45_000_000, "changeUser", "bridge");
    private static final List<String> TABLES =
            List.of("Actor", "Prod", "PrDcMat", "R2", "ProdCat", "FreeInf1", "Ord", "OrdLn");

    @TempDir
    private Path folder;

    /** One of the two: written to, or rehearsed. */
    private record Side(World world, Company company, RunRequirements needs, ErpDatabase database, ErpAccess erp) {
        <T> T write(BiFunction<ErpWrite, Numbering, T> work) {
            return erp.inTransaction(write -> work.apply(write, needs.system().numbering(write, needs.statements())));
        }

        WriteStatement statement(String name) {
            return needs.statements().write(name);
        }

        private static List<String> all() {
            return List.copyOf(Transfers.all("").keySet());
        }

        static Side written(World world) {
            ErpDatabase database = ErpDatabase.existing(world.company().erp());
            return new Side(world, world.company(), new RunRequirements(world.company(), all()), database, database);
        }

        static Side rehearsed(World world, Path folder) {
            Company company = world.company();
            RunRequirements needs = new RunRequirements(company, all());
            ErpDatabase database = ErpDatabase.existing(company.erp());
            return new Side(
                    world,
                    company,
                    needs,
                    database,
                    RehearsedErp.of(database, needs.system(), company.erp(), needs.uses(), folder));
        }
    }

    static Stream<Arguments> worlds() {
        return IntStream.range(0, 6)
                .mapToObj(seed -> Arguments.of(seed, (Function<Integer, World>)
                        any -> loaded(seed % 3 == 0 ? World.workingOnServer() : World.working())));
    }

    private static World loaded(World world) {
        for (int number = 101; number <= 108; number++) {
            world.add(
                    "Actor",
                    "ActNo=" + number,
                    "CustNo=" + (10_000 + number),
                    "Nm=Customer " + number,
                    "ChDt=20260227");
            world.add("Actor", "ActNo=" + (number + 200), "LiaAct=" + number, "Nm=Contact " + number, "ChDt=20260227");
            world.add("Actor", "ActNo=" + (number + 300), "DelToAct=" + number, "Nm=Customer " + number, "Ad1=Road 1");
            world.add("Prod", "ProdNo=P" + number, "Descr=Product " + number, "PrCatNo=1");
            world.add("PrDcMat", "LnNo=" + number, "ProdNo=P" + number, "SalePr=" + number);
            world.add("PrDcMat", "LnNo=" + (number + 100), "ProdNo=P" + number, "SalePr=7", "Cur=978");
        }
        // No row of ours reads it, and its key is taken.
        world.add("R2", "RNo=777", "Nm=Other");
        world.load();
        return world;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("worlds")
    void aRehearsalAnswersAsTheErpThatWasWrittenTo(int seed, Function<Integer, World> worlds) {
        try (World one = worlds.apply(seed);
                World other = worlds.apply(seed)) {
            Side written = Side.written(one);
            Side rehearsed = Side.rehearsed(other, folder);
            List<String> untouched = tables(rehearsed);
            Random random = new Random(seed);
            for (int step = 0; step < 25; step++) {
                int what = random.nextInt(14);
                int number = 101 + random.nextInt(8);
                String after = "seed " + seed + ", after step " + step + " (" + what + ", " + number + ")";
                assertThat(carryOut(rehearsed, what, number, step))
                        .as("numbers " + after)
                        .isEqualTo(carryOut(written, what, number, step));
                if (step % 4 == 3 || step == 24) {
                    assertThat(answers(rehearsed)).as(after).isEqualTo(answers(written));
                }
            }
            assertThat(tables(rehearsed)).as("the ERP of the rehearsal").isEqualTo(untouched);
            close(written);
            close(rehearsed);
        }
    }

    private static void close(Side side) {
        if (side.erp() instanceof RehearsedErp rehearsed) {
            rehearsed.close();
        }
        side.database().close();
    }

    /** One write; answers the numbers that were given, or why the ERP refused. */
    private static String carryOut(Side side, int what, int number, int step) {
        try {
            return switch (what) {
                case 0 -> insert(side, "customer/insert", "reference/next-associate", customer(step));
                case 1 -> insert(side, "contact/insert", "reference/next-associate", Map.of("customer", number));
                case 2 -> insert(side, "address/other-insert", "reference/next-associate", Map.of("customer", number));
                case 3 -> product(side, step);
                case 4 -> update(side, "customer/update", number, Map.of("name", "Renamed " + step));
                case 5 -> update(side, "contact/update", number + 200, Map.of("name", "Renamed " + step));
                case 6 -> update(side, "contact/communication-update", number + 200, Map.of("Phone", "22" + step));
                case 7 -> update(side, "product/price-update", number, Map.of("unitPrice", step));
                case 8 -> update(side, "product/update", "P" + number, Map.of("name", "Renamed " + step));
                case 9 -> insert(side, "product/price-insert", "product/next-price", price("P" + number, step));
                case 10 -> guids(side, number);
                case 11 -> project(side, step == 11 ? 777 : 800 + step);
                case 12 -> rolledBack(side, number);
                default -> contactOfNewCustomer(side, step);
            };
        } catch (ErpAccess.Refused refused) {
            return "refused";
        }
    }

    private static Map<String, Object> customer(int step) {
        return Map.of("number", 20_000 + step, "name", "New " + step);
    }

    private static Map<String, Object> price(String product, int step) {
        return Map.of("number", product, "unitPrice", 100 + step, "unitCost", step);
    }

    private static Map<String, Object> stamped(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(STAMP);
        return all;
    }

    private static String insert(Side side, String statement, String next, Map<String, Object> values) {
        return side.write((write, numbers) -> {
            long given = numbers.next(next, 1, Integer.MAX_VALUE);
            insert(side, write, statement, next.equals("product/next-price") ? "priceLine" : "id", given, values);
            return "given " + given;
        });
    }

    private static void insert(
            Side side, ErpWrite write, String statement, String key, Object given, Map<String, Object> values) {
        Map<String, Object> all = stamped(values);
        all.put(key, given);
        write.insert(side.statement(statement), all, Map.of());
    }

    private static String product(Side side, int step) {
        return side.write((write, numbers) -> {
            // One of them is there already.
            String product = step == 12 ? "P101" : "N" + step;
            insert(side, write, "product/insert", "number", product, Map.of("name", "New " + step, "category", 1));
            long line = numbers.next("product/next-price", 1, Integer.MAX_VALUE);
            insert(side, write, "product/price-insert", "priceLine", line, price(product, step));
            return "given " + line;
        });
    }

    private static String project(Side side, int number) {
        return side.write((write, numbers) -> {
            insert(side, write, "project/insert", "number", number, Map.of("name", "New", "customer", 10_101));
            return "made";
        });
    }

    private static String update(Side side, String statement, Object key, Map<String, Object> values) {
        return side.write((write, numbers) -> {
            Map<String, Object> all = stamped(values);
            all.put("key", key);
            return "changed " + write.update(side.statement(statement), values.keySet(), all);
        });
    }

    private static String guids(Side side, int number) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int key = number; key < number + 3; key++) {
            Map<String, Object> row = stamped(Map.of("guid", "00000000-0000-4000-8000-000000000" + key));
            row.put("key", key);
            rows.add(row);
        }
        side.erp().write(side.statement("customer/guid"), rows);
        return "written";
    }

    private static String rolledBack(Side side, int number) {
        try {
            side.write((write, numbers) -> {
                Map<String, Object> values = stamped(Map.of("name", "Never"));
                values.put("key", number);
                write.update(side.statement("customer/update"), Set.of("name"), values);
                insert(
                        side,
                        write,
                        "contact/insert",
                        "id",
                        numbers.next("reference/next-associate", 1, 9_999),
                        Map.of("customer", number));
                throw new IllegalArgumentException("rolled back");
            });
            return "committed";
        } catch (IllegalArgumentException e) {
            return "rolled back";
        }
    }

    private static String contactOfNewCustomer(Side side, int step) {
        return side.write((write, numbers) -> {
            long customer = numbers.next("reference/next-associate", 1, Integer.MAX_VALUE);
            insert(side, write, "customer/insert", "id", customer, customer(500 + step));
            long contact = numbers.next("reference/next-associate", 1, Integer.MAX_VALUE);
            insert(side, write, "contact/insert", "id", contact, Map.of("customer", customer, "name", "Of new"));
            return "given " + customer + " and " + contact;
        });
    }

    /** What each statement that reads rows answers: page by page, whole and since, and for all keys. */
    private static Map<String, List<String>> answers(Side side) {
        Map<String, List<String>> answers = new TreeMap<>();
        for (EntityDefinition<?, ?, ?> definition : Transfers.parts()) {
            boolean read = definition.enabledFor(side.company());
            if (read && side.needs().statements().has(definition.erp().rows())) {
                answers(side, definition, answers);
            }
        }
        return answers;
    }

    private static <E extends Record> void answers(
            Side side, EntityDefinition<E, ?, ?> definition, Map<String, List<String>> answers) {
        for (long since : List.of(0L, 202602280000L)) {
            List<E> rows = pages(side, definition, since);
            answers.put(
                    definition.erp().rows() + " of " + definition.entity() + " since " + since,
                    rows.stream().map(Record::toString).distinct().sorted().toList());
            if (since == 0) {
                assertThat(rows).as("rows of " + definition.entity()).doesNotHaveDuplicates();
                List<Object> keys = rows.stream()
                        .map(row -> key(side, definition, definition.erp().position(row)))
                        .toList();
                Map<String, Object> parameters = parameters(side, definition);
                parameters.put("keys", keys.isEmpty() ? List.of(key(side, definition, "0")) : keys);
                answers.put(
                        definition.erp().rows() + " of " + definition.entity() + " by key",
                        side
                                .erp()
                                .rows(
                                        statements(side, definition).these(),
                                        definition.erp().type(),
                                        parameters)
                                .stream()
                                .map(Record::toString)
                                .sorted()
                                .toList());
            }
        }
    }

    private static RowStatements statements(Side side, EntityDefinition<?, ?, ?> definition) {
        return side.needs()
                .statements()
                .rows(definition.erp().rows(), definition.erp().positionColumn());
    }

    private static Map<String, Object> parameters(Side side, EntityDefinition<?, ?, ?> definition) {
        Map<String, Object> parameters = new HashMap<>(Map.of("today", 20260301, "homeCurrency", "NOK"));
        parameters.putAll(definition.erp().parameters(side.company()));
        if (definition.erp().numberOfPosition() != null) {
            parameters.putAll(Map.of("firstNumber", 0L, "lastNumber", Long.MAX_VALUE));
        }
        return parameters;
    }

    private static Object key(Side side, EntityDefinition<?, ?, ?> definition, String position) {
        return definition.erp().isTextKey(side.company()) ? position : (Object) Long.valueOf(position);
    }

    private static <E extends Record> List<E> pages(Side side, EntityDefinition<E, ?, ?> definition, long since) {
        List<E> all = new ArrayList<>();
        Map<String, Object> parameters = parameters(side, definition);
        parameters.put("since", since);
        parameters.put("page", PAGE);
        parameters.put("after", definition.erp().isTextKey(side.company()) ? "" : (Object) Long.valueOf(-1));
        List<E> page = side.erp()
                .page(statements(side, definition), true, definition.erp().type(), parameters);
        all.addAll(page);
        while (page.size() >= PAGE) {
            parameters.put("after", key(side, definition, definition.erp().position(page.get(page.size() - 1))));
            page = side.erp()
                    .page(statements(side, definition), false, definition.erp().type(), parameters);
            all.addAll(page);
        }
        return all;
    }

    private static List<String> tables(Side side) {
        JdbcClient jdbc = JdbcClient.create(side.database().dataSource());
        return TABLES.stream()
                .flatMap(table ->
                        jdbc.sql("SELECT * FROM [dbo].[" + table + "] ORDER BY 1, 2").query().listOfRows().stream())
                .map(Object::toString)
                .toList();
    }

    @Test
    void onlyRowsThatWouldBeWrittenAndWhatTheyAreJoinedToAreBesideTheErp() {
        try (World world = loaded(World.working())) {
            Side side = Side.rehearsed(world, folder);
            update(side, "contact/update", 301, Map.of("name", "Renamed"));
            answers(side);
            JdbcClient beside = JdbcClient.create(((RehearsedErp) side.erp()).besides());
            assertThat(beside.sql("SELECT [ActNo] FROM [dbo].[Actor] ORDER BY 1")
                            .query(Integer.class)
                            .list())
                    .as("the contact and its customer")
                    .containsExactly(101, 301);
            assertThat(beside.sql("SELECT COUNT(*) FROM [dbo].[Prod]")
                            .query(Integer.class)
                            .single())
                    .isZero();
            close(side);
        }
    }

    @Test
    void noStatementThatReadsRowsNeedsAnotherTableThanACodeTableWhole() {
        try (World world = World.working()) {
            RunRequirements needs = new RunRequirements(
                    world.company(), List.copyOf(Transfers.all("").keySet()));
            Map<String, Set<String>> whole = new TreeMap<>();
            Transfers.parts().stream()
                    .map(definition -> definition.erp().rows())
                    .filter(needs.statements()::has)
                    .forEach(rows ->
                            whole.put(rows, needs.statements().get(rows).joins().apart()));
            whole.values().removeIf(Set::isEmpty);
            assertThat(whole).containsExactlyEntriesOf(Map.of("product/rows", Set.of("Cur")));
        }
    }

    @Test
    void aStatementSaysWhatItsRowsAreJoinedTo() {
        try (World world = World.working()) {
            Joins joins = new RunRequirements(world.company(), List.of("product-to-severa"))
                    .statements()
                    .get("product/rows")
                    .joins();
            assertThat(joins.first()).isEqualTo("p");
            assertThat(joins.links())
                    .extracting(link -> link.alias() + "." + link.column() + " from "
                            + link.from().alias() + "." + link.from().name())
                    .containsExactlyInAnyOrder(
                            "g.ProdNo from p.ProdNo",
                            "v.ProdNo from p.ProdNo",
                            "f.ProdNo from p.ProdNo",
                            "x.ProdNo from p.ProdNo");
            assertThat(joins.columns("g"))
                    .as("the price is read of a row that a subquery chooses")
                    .contains("SalePr");
        }
    }
}
