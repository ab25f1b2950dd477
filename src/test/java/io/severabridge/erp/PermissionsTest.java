package io.severabridge.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.check.Preflight;
import io.severabridge.erp.statement.Stamp;
import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.failure.Finding;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.job.Program;
import io.severabridge.job.World;
import io.severabridge.sync.run.Progress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A login with the least rights: what it lacks is said before the first record, and what it does not see harms nothing. */
class PermissionsTest {
    private static Preflight.Result preflight(World world) {
        world.load();
        try (Program program = Program.start()) {
            return new Preflight(world.company(), program, Progress.NONE).run();
        }
    }

    private static List<Finding> ofPermissions(Preflight.Result result) {
        return result.findings().stream()
                .filter(finding ->
                        Set.of("permission-missing", "defaults-not-visible").contains(finding.code()))
                .toList();
    }

    @Test
    void aPermissionThatTheLoginLacksIsSaidWithTheGrantForIt() throws Exception {
        try (World world = World.workingOnServer();
                AutoCloseable insert = StandInServer.without("INSERT ON OBJECT [dbo].[Actor]");
                AutoCloseable update = StandInServer.without("UPDATE ON OBJECT [dbo].[Actor]")) {
            Preflight.Result result = preflight(world);
            assertThat(ofPermissions(result)).singleElement().satisfies(finding -> {
                assertThat(finding.isError()).isTrue();
                assertThat(finding.what())
                        .isEqualTo("the login of the ERP database lacks INSERT, UPDATE ON [dbo].[Actor]");
                assertThat(finding.fix()).startsWith("GRANT INSERT, UPDATE ON [dbo].[Actor] TO the user of that login");
            });
            assertThat(result.exitCode(Set.of())).isEqualTo(4);
            assertThat(insert).isNotEqualTo(update);
        }
    }

    @Test
    void aLoginThatDoesNotSeeDefaultsIsWarnedOf() throws Exception {
        try (World world = World.workingOnServer();
                AutoCloseable taken = StandInServer.without("VIEW DEFINITION ON SCHEMA [dbo]")) {
            assertThat(ofPermissions(preflight(world))).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("defaults-not-visible");
                assertThat(finding.isError()).isFalse();
                assertThat(finding.fix()).startsWith("GRANT VIEW DEFINITION ON SCHEMA::[dbo]");
            });
            assertThat(taken).isNotNull();
        }
    }

    @Test
    void aLoginThatHasAllThatIsNeededIsNotSpokenOf() {
        try (World world = World.workingOnServer()) {
            assertThat(ofPermissions(preflight(world))).isEmpty();
        }
    }

    private static WriteStatement write(String key, String... columns) {
        List<WriteStatement.Value> values = java.util.Arrays.stream(columns)
                .map(column -> new WriteStatement.Value(
                        column, column, column.toLowerCase(java.util.Locale.ROOT), null, false))
                .toList();
        return new WriteStatement(
                key.isEmpty() ? "t/insert" : "t/update",
                "T",
                "T",
                "T",
                values,
                key.isEmpty() ? null : key,
                null,
                Set.of(),
                Stamp.NONE);
    }

    @Test
    void whatTheDatabaseFillsInIsNeverNamedInAnInsertAndRefusedWhereAStatementWritesIt() {
        JdbcConnectionPool h2 = JdbcConnectionPool.create(
                "jdbc:h2:mem:filled-in;MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "sa",
                "");
        try (ErpDatabase erp = new ErpDatabase(h2, h2::dispose, true, "PUBLIC")) {
            JdbcTemplate jdbc = new JdbcTemplate(h2);
            jdbc.execute(
                    "CREATE TABLE T (ID INT NOT NULL, NM VARCHAR(9) NOT NULL, ROW_NO INT GENERATED ALWAYS AS IDENTITY"
                            + " NOT NULL, TWICE INT GENERATED ALWAYS AS (ID * 2))");
            erp.inTransaction(write -> {
                write.insert(write("", "ID", "NM"), Map.of("id", 4, "nm", "a"), Map.of("row_no", 77));
                return true;
            });
            assertThat(jdbc.queryForMap("SELECT * FROM T").values()).containsExactly(4, "a", 1, 8);
            SchemaCheck check = new SchemaCheck(erp, ErpFixture.company("h2").erp());
            assertThatThrownBy(() -> check.check(List.of(), List.of(write("ID", "ROW_NO"), write("", "TWICE"))))
                    .isInstanceOf(WrongSetUp.class)
                    .hasMessageContaining(
                            "column T.ROW_NO is filled in by the database (IDENTITY, computed or rowversion),"
                                    + " and t/update writes it")
                    .hasMessageContaining("column T.TWICE is filled in by the database");
        }
    }

    @Test
    void aServerIsAskedWhatItFillsIn() {
        try (World world = World.workingOnServer()) {
            world.load();
            world.erp()
                    .sql("ALTER TABLE [dbo].[Prod] ADD [RowNo] INT GENERATED ALWAYS AS IDENTITY NOT NULL")
                    .update();
            try (ErpDatabase erp = ErpDatabase.existing(world.company().erp())) {
                Map<String, Columns.Column> columns =
                        java.util.Objects.requireNonNull(erp.columns().of("Prod"));
                assertThat(columns.values().stream()
                                .filter(Columns.Column::filledIn)
                                .map(Columns.Column::name))
                        .containsExactly("RowNo");
            }
        }
    }
}
