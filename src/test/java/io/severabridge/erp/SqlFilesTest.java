package io.severabridge.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.severabridge.company.Company;
import io.severabridge.job.ErpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final Map<String, Object> PARAMETERS = Map.of(
            "after", 0,
            "page", 10,
            "today", 20260413,
            "homeCurrency", "NOK",
            "language", 47,
            "guid", "0a1b2c3d-0000-4000-8000-000000000001",
            "key", 1,
            "changeDate", 20260413,
            "changeTime", 1200,
            "changeUser", "BRIDGE");

    private static ParseASTNode parsed(String sql) {
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

    static Stream<String> schemaStatements() {
        return Schema.ofVismaBusiness().create(Schema.ofVismaBusiness().tables()).stream();
    }

    private static Statement statement(String name, Company company) {
        return new Statements("visma-business", company.erp(), ErpSettings.of(company)).get(name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aStatementIsTSql(String name) {
        String sql = statement(name, ErpFixture.company("h2")).sql().replaceAll(":(\\w+)", "@$1");
        assertThatCode(() -> parsed(sql)).as(sql).doesNotThrowAnyException();
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
                if (sql.startsWith("UPDATE")) {
                    jdbc.update(sql, PARAMETERS);
                } else {
                    jdbc.queryForList(sql, PARAMETERS);
                }
                ran.add(name);
            }
            assertThat(ran).hasSameSizeAs(names());
            new SchemaCheck(erp, company.erp())
                    .check(names().stream()
                            .map(name -> statement(name, company))
                            .toList());
        }
    }
}
