package io.severabridge.erp.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {
    private static final Company.Erp ERP = new Company.Erp(
            "visma-business",
            "jdbc:h2:mem:x",
            "sa",
            new Secret(""),
            "dbo",
            "NOK",
            "NO",
            47,
            "BRIDGE",
            Map.of("PmtTrm.CrDy", "CreditDays", "UpdVo", "Vouchers", "actor.webpg", "Web]Page"));

    private static Statement resolved(String sql) {
        Map<String, @Nullable String> settings = new HashMap<>();
        settings.put("customers.guid-field", "Inf8");
        settings.put("projects.table", "R2");
        settings.put("projects.contact-field", null);
        return new Resolution("test", sql, new Names(ERP), settings).statement();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT a.Nm AS name FROM Actor a; | SELECT a.[Nm] AS name FROM [dbo].[Actor] a",
                "SELECT a.[customers.guid-field] AS guid FROM Actor AS a | SELECT a.[Inf8] AS guid FROM [dbo].[Actor] AS a",
                "SELECT p.[projects.contact-field] AS c FROM [projects.table] p | SELECT NULL AS c FROM [dbo].[R2] p",
                "SELECT t.CrDy AS days FROM PmtTrm t | SELECT t.[CreditDays] AS days FROM [dbo].[PmtTrm] t",
                "SELECT v.JNo FROM UpdVo v | SELECT v.[JNo] FROM [dbo].[Vouchers] v",
                "SELECT a.WebPg FROM Actor a | SELECT a.[Web]]Page] FROM [dbo].[Actor] a",
                "SELECT a.Nm FROM Actor a WHERE a.Nm = 'a.Nm @x' AND a.ActNo > @after | SELECT a.[Nm] FROM [dbo].[Actor] a WHERE a.[Nm] = 'a.Nm @x' AND a.[ActNo] > :after",
            })
    void namesAndParametersArePutIn(String sql, String resolved) {
        assertThat(resolved(sql).sql()).isEqualTo(resolved);
    }

    @Test
    void whatAStatementUsesIsKnown() {
        assertThat(resolved(
                                "SELECT t.CrDy AS days, a.[customers.guid-field] AS guid FROM PmtTrm t JOIN Actor a ON 1 = 1")
                        .uses())
                .containsExactlyInAnyOrder(
                        new Use("PmtTrm", "CrDy", "PmtTrm", "CreditDays", false),
                        new Use("Actor", "Inf8", "Actor", "Inf8", true));
    }

    @Test
    void aSettingThatThereIsNotIsAnErrorOfTheProgram() {
        assertThatThrownBy(() -> resolved("SELECT a.[customers.colour] FROM Actor a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("customers.colour");
    }
}
