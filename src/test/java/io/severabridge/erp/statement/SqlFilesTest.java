package io.severabridge.erp.statement;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpFixture;
import io.severabridge.erp.Schema;
import io.severabridge.erp.SchemaCheck;
import io.severabridge.erp.csv.CsvLoad;
import io.severabridge.job.ErpSystems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.shardingsphere.infra.database.core.type.DatabaseType;
import org.apache.shardingsphere.infra.spi.type.typed.TypedSPILoader;
import org.apache.shardingsphere.sql.parser.core.ParseASTNode;
import org.apache.shardingsphere.sql.parser.core.database.parser.SQLParserExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Every SQL file is T-SQL, and runs on each database that is there. */
class SqlFilesTest {
    private static final Path FOLDER = Path.of("sql/visma-business");
    private static final Path ADMIN = Path.of("sql/admin");
    private static final Map<String, Object> PARAMETERS = Map.ofEntries(
            entry("series", 1),
            entry("seriesFrom", 1),
            entry("seriesTo", 10),
            entry("today", 20260413),
            entry("homeCurrency", "NOK"),
            entry("homeCountry", "NO"),
            entry("language", 47),
            entry("guid", "0a1b2c3d-0000-4000-8000-000000000001"),
            entry("key", 1),
            entry("changeDate", 20260413),
            entry("changeTime", 1200),
            entry("changeUser", "BRIDGE"),
            entry("category", 100),
            entry("firstNumber", 0),
            entry("lastNumber", 9),
            entry("guids", List.of("a", "b")),
            entry("orders", List.of(1, 2)),
            entry("products", List.of("D900")),
            entry("customer", 10001),
            entry("name", "Kari Nordmann"),
            entry("types", List.of(21, 22)),
            entry("from", 0),
            entry("byOpenEntries", 1));

    /** The parser does not know table hints, which stand behind the alias (documentation of FROM and of table hints). */
    private static ParseASTNode parsed(String text) {
        String sql = text.replace(" WITH (UPDLOCK, HOLDLOCK)", "");
        return new SQLParserExecutor(TypedSPILoader.getService(DatabaseType.class, "SQLServer")).parse(sql);
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> names = files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> FOLDER.relativize(file)
                            .toString()
                            .replace('\\', '/')
                            .replace(".sql", ""))
                    .filter(name -> !name.equals("schema"))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(15);
            return names;
        }
    }

    static List<Path> adminFiles() throws IOException {
        try (Stream<Path> files = Files.list(ADMIN)) {
            return files.filter(file -> !isScript(file)).sorted().toList();
        }
    }

    /** What an administrator runs once, in place of a question. */
    private static boolean isScript(Path file) {
        return file.endsWith("erp-permissions.sql");
    }

    static List<String> scripted() throws IOException {
        String text = Files.readString(ADMIN.resolve("erp-permissions.sql")).replaceAll("(?m)^--.*\\R", "");
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scripted")
    void aStatementOfAScriptIsTSql(String sql) {
        assertThatCode(() -> parsed(sql)).as(sql).doesNotThrowAnyException();
    }

    static Stream<String> schemaStatements() {
        return Schema.of("visma-business").create(Schema.of("visma-business").tables()).stream();
    }

    private static Statement statement(String name, Company company) {
        return ErpSystems.of(company).statements(company).get(name);
    }

    /** What is declared in the folders' {@code writes.yml}. */
    static List<String> writing() throws IOException {
        List<String> writing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file :
                    files.filter(each -> each.endsWith("writes.yml")).sorted().toList()) {
                String folder = FOLDER.relativize(file)
                        .toString()
                        .replace("writes.yml", "")
                        .replace('\\', '/');
                Files.readString(file)
                        .lines()
                        .filter(line -> line.matches("[a-z-]+:"))
                        .forEach(line -> writing.add(folder + line.replace(":", "")));
            }
        }
        assertThat(writing).hasSize(37);
        return writing;
    }

    private static WriteStatement write(String name, Company company) {
        return ErpSystems.of(company).statements(company).write(name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aFileIsTSql(String name) throws IOException {
        String sql = Files.readString(FOLDER.resolve(name + ".sql")).replaceAll("\\[[^\\]]*[.-][^\\]]*\\]", "Inf7");
        assertThatCode(() -> parsed(sql)).as(sql).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writing")
    void aWriteIsTSql(String name) {
        WriteStatement write = write(name, ErpFixture.company("h2"));
        List<String> columns = write.values().stream()
                .map(WriteStatement.Value::physicalColumn)
                .toList();
        String sql = write.key() == null
                ? write.insert(
                        columns, columns.stream().map(column -> ":" + column).toList())
                : write.update(write.parameters(), Map.of("ChTmms", "ChTmms"));
        assertThat(sql).startsWith(write.key() == null ? "INSERT INTO [dbo].[" : "UPDATE [dbo].[");
        assertThatCode(() -> parsed(sql.replaceAll(":(\\w+)", "@$1"))).as(sql).doesNotThrowAnyException();
    }

    /** They run in {@code AdminSqlTest}. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("adminFiles")
    void aFileForAdminsIsOneStatementOfTSqlThatSaysWhatItAnswersAndTakes(Path file) throws IOException {
        String text = Files.readString(file);
        String sql = text.replaceAll("(?m)^--.*\\R", "");
        assertThatCode(() -> parsed(sql)).as(sql).doesNotThrowAnyException();
        assertThat(sql.strip()).startsWith("SELECT").endsWith(";").containsOnlyOnce(";");
        String comment = text.substring(0, text.indexOf("SELECT"));
        assertThat(comment.lines().findFirst().orElse("")).startsWith("-- ").endsWith("?");
        assertThat(variables(comment)).isNotEmpty().isEqualTo(variables(sql));
    }

    private static Set<String> variables(String text) {
        return Pattern.compile("@\\w+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aStatementIsTSql(String name) {
        String sql = statement(name, ErpFixture.company("h2")).sql().replaceAll(":(\\w+)", "@$1");
        assertThatCode(() -> parsed(sql)).as(sql).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void rowsAreReadInPagesAndByKeyWithTSql(String name) {
        Company company = ErpFixture.company("h2");
        Statements statements = ErpSystems.of(company).statements(company);
        for (Statement statement : List.of(
                statements.rows(name, "id").first(),
                statements.rows(name, "id").next(),
                statements.rows(name, "id").these())) {
            String sql = statement.sql().replaceAll(":(\\w+)", "@$1");
            assertThatCode(() -> parsed(sql)).as(sql).doesNotThrowAnyException();
        }
    }

    static List<String> rows() throws IOException {
        return names().stream()
                .filter(name -> statement(name, ErpFixture.company("h2")).sql().contains("changedAt"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("schemaStatements")
    void aTableIsTSql(String sql) {
        assertThatCode(() -> parsed(sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("io.severabridge.erp.ErpFixture#kinds")
    void allStatementsRun(String kind) throws IOException {
        Company company = ErpFixture.company(kind);
        try (ErpDatabase erp = ErpDatabase.open(company.erp())) {
            Path csv = Files.createTempDirectory("csv");
            Files.writeString(csv.resolve("Cur.csv"), "CurNo,ISO\n47,NOK\n");
            new CsvLoad(erp, company.erp()).load(csv);
            List<String> ran = new ArrayList<>();
            NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(erp.dataSource());
            for (String name : names()) {
                String sql = statement(name, company).sql();
                jdbc.queryForList(sql, PARAMETERS);
                ran.add(name);
            }
            assertThat(ran).hasSameSizeAs(names());
            for (String name : writing()) {
                WriteStatement write = write(name, company);
                if (write.key() != null) {
                    erp.write(write, List.of(changed(write)));
                }
            }
            new SchemaCheck(erp, company.erp())
                    .check(
                            names().stream()
                                    .map(name -> statement(name, company))
                                    .toList(),
                            writing().stream().map(name -> write(name, company)).toList());
        }
    }

    /** Of a row that is not there: 0 is taken by each type. */
    private static Map<String, Object> changed(WriteStatement write) {
        Map<String, Object> values = new HashMap<>(PARAMETERS);
        write.parameters().forEach(parameter -> values.putIfAbsent(parameter, 0));
        values.put("changeMilliseconds", 45_000_000);
        values.put("hour", "");
        return values;
    }
}
