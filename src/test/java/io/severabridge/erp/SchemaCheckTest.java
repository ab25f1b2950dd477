package io.severabridge.erp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.Company;
import io.severabridge.erp.statement.Names;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.Use;
import io.severabridge.failure.WrongSetUp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class SchemaCheckTest {
    /** Column names as the SQL files write them; those with an exclamation mark hold a GUID, with a question mark a text. */
    private static Statement statement(Company.Erp erp, String name, String... columns) {
        Names names = new Names(erp);
        Set<Use> uses = new java.util.LinkedHashSet<>();
        for (String each : columns) {
            String table = each.substring(0, each.indexOf('.'));
            String column = each.substring(each.indexOf('.') + 1).replaceAll("[!?]", "");
            boolean guid = each.endsWith("!");
            boolean text = guid || each.endsWith("?");
            uses.add(new Use(table, column, names.table(table), names.column(table, column), guid, text));
        }
        return new Statement(name, "SELECT 1", uses);
    }

    private static Company.Erp with(Company.Erp erp, Map<String, String> columns) {
        return new Company.Erp(
                erp.system(),
                erp.jdbcUrl(),
                erp.username(),
                erp.password(),
                erp.schema(),
                erp.homeCurrency(),
                erp.homeCountry(),
                erp.languageNo(),
                erp.changeUser(),
                columns);
    }

    /** Checks a database whose tables are as they should be but for some changes. */
    private static void check(String kind, List<String> changes, Map<String, String> columns, String... used) {
        Company.Erp erp = with(ErpFixture.company(kind).erp(), columns);
        try (ErpDatabase database = ErpDatabase.open(erp)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            Schema schema = Schema.of("visma-business");
            schema.create(List.of("Actor", "PmtTrm", "UpdVo")).forEach(jdbc::execute);
            changes.forEach(jdbc::execute);
            new SchemaCheck(database, erp).check(List.of(statement(erp, "customer/rows", used)), List.of());
        }
    }

    @ParameterizedTest
    @MethodSource("io.severabridge.erp.ErpFixture#kinds")
    void aDatabaseWithAllTablesFits(String kind) {
        assertThatCode(() -> check(kind, List.of(), Map.of(), "Actor.Nm", "Actor.Inf8!", "Actor.Turn", "PmtTrm.CrDy"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DROP TABLE PmtTrm | PmtTrm.CrDy | there is no table dbo.PmtTrm (used by customer/rows); if it is called otherwise here, set erp.columns: { PmtTrm: NAME }",
                "ALTER TABLE PmtTrm DROP COLUMN CrDy | PmtTrm.CrDy | table PmtTrm has no column CrDy (used by customer/rows); if it is called otherwise here, set erp.columns: { PmtTrm.CrDy: NAME }",
                "ALTER TABLE Actor ALTER COLUMN Turn VARCHAR(20) | Actor.Turn | column Actor.Turn is of type character varying, expected a decimal number (used by customer/rows)",
                "ALTER TABLE Actor ALTER COLUMN Inf8 VARCHAR(35) | Actor.Inf8! | column Actor.Inf8 holds 35 characters, a GUID has 36 (used by customer/rows)",
                "ALTER TABLE Actor ALTER COLUMN Turn INT | Actor.Gr5? | column Actor.Gr5 is of type integer, expected text (used by customer/rows)",
                "ALTER TABLE Actor ADD Own DATE | Actor.Own? | column Actor.Own is of type date, expected text (used by customer/rows)",
            })
    void aMisfitIsNamedWithTableColumnAndStatement(String change, String used, String message) {
        assertThatThrownBy(() -> check("h2", List.of(change), Map.of(), used))
                .isInstanceOf(WrongSetUp.class)
                .message()
                .isEqualToIgnoringCase("the ERP database does not fit:\n  " + message);
    }

    @ParameterizedTest
    @MethodSource("io.severabridge.erp.ErpFixture#kinds")
    void allMisfitsAreNamedAtOnce(String kind) {
        List<String> changes = List.of(
                "DROP TABLE UpdVo",
                "ALTER TABLE PmtTrm DROP COLUMN CrDy",
                "ALTER TABLE Actor ALTER COLUMN Inf8 VARCHAR(20) NOT NULL");
        assertThatThrownBy(() -> check(kind, changes, Map.of(), "UpdVo.JNo", "UpdVo.Am", "PmtTrm.CrDy", "Actor.Inf8!"))
                .hasMessageContainingAll(
                        "there is no table dbo.UpdVo", "table PmtTrm has no column CrDy", "column Actor.Inf8 holds 20")
                .message()
                .hasLineCount(4);
    }

    @ParameterizedTest
    @MethodSource("io.severabridge.erp.ErpFixture#kinds")
    void anOverrideMakesARenamedTableAndColumnFit(String kind) {
        List<String> changes = List.of(
                "DROP TABLE UpdVo",
                "CREATE TABLE Vouchers (JNo INT NOT NULL)",
                "ALTER TABLE PmtTrm DROP COLUMN CrDy",
                "ALTER TABLE PmtTrm ADD CreditDays INT");
        Map<String, String> columns = Map.of("UpdVo", "Vouchers", "PmtTrm.CrDy", "CreditDays");
        assertThatCode(() -> check(kind, changes, columns, "UpdVo.JNo", "PmtTrm.CrDy"))
                .doesNotThrowAnyException();
    }

    @Test
    void unlimitedTextHoldsAGuid() {
        assertThatCode(() -> check("h2", List.of("ALTER TABLE Actor ALTER COLUMN Inf8 CLOB"), Map.of(), "Actor.Inf8!"))
                .doesNotThrowAnyException();
    }

    @Test
    void aShortTextThatHoldsNoGuidFits() {
        assertThatCode(() ->
                        check("h2", List.of("ALTER TABLE Actor ALTER COLUMN Inf8 VARCHAR(5)"), Map.of(), "Actor.Inf8"))
                .doesNotThrowAnyException();
    }
}
