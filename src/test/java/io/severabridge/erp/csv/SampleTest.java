package io.severabridge.erp.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpFixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The built-in sample of the demo. */
class SampleTest {
    private static final Map<String, Integer> ROWS = Map.ofEntries(
            Map.entry("Actor", 46),
            Map.entry("AutInvOp", 2),
            Map.entry("Ctry", 7),
            Map.entry("Cur", 6),
            Map.entry("Lang", 7),
            Map.entry("PmtTrm", 3),
            Map.entry("PrDcMat", 14),
            Map.entry("Prod", 16),
            Map.entry("ProdCat", 5),
            Map.entry("R1", 4),
            Map.entry("R2", 24),
            Map.entry("TxCd", 4),
            Map.entry("Txt", 3),
            Map.entry("Unit", 4),
            Map.entry("UpdVo", 6),
            Map.entry("Vat", 4),
            Map.entry("VoSr", 2));

    private static final Company COMPANY = ErpFixture.company("h2");
    private static final ErpDatabase ERP = ErpDatabase.open(COMPANY.erp());
    private static final JdbcTemplate JDBC = new JdbcTemplate(ERP.dataSource());
    private static Map<String, Integer> loaded = Map.of();

    @BeforeAll
    static void load(@TempDir Path folder) throws IOException {
        for (String table : ROWS.keySet()) {
            String file = table + ".csv";
            try (InputStream in = SampleTest.class.getResourceAsStream("/sample/" + file)) {
                Files.copy(Objects.requireNonNull(in, file), folder.resolve(file));
            }
        }
        loaded = new CsvLoad(ERP, COMPANY.erp()).load(folder);
    }

    @AfterAll
    static void close() {
        ERP.close();
    }

    @Test
    void everyTableHasItsRows() {
        assertThat(loaded).isEqualTo(ROWS);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "employees | 7 | SELECT COUNT(*) FROM Actor WHERE EmpNo > 0 AND MailAd <> ''",
                "at the top | 1 | SELECT COUNT(*) FROM Actor WHERE EmpNo > 0 AND MainAct = 0",
                "customers | 18 | SELECT COUNT(*) FROM Actor WHERE CustNo BETWEEN 10001 AND 10018",
                "inactive customers | 1 | SELECT COUNT(*) FROM Actor WHERE CustNo > 0 AND Gr = 1",
                "excluded customers | 1 | SELECT COUNT(*) FROM Actor WHERE CustNo > 0 AND Gr3 = 1",
                "contacts | 18 | SELECT COUNT(*) FROM Actor WHERE LiaAct > 0",
                "other addresses | 3 | SELECT COUNT(*) FROM Actor WHERE DelToAct > 0",
                "excluded products | 4 | SELECT COUNT(*) FROM Prod WHERE Gr2 = 1",
                "products without price | 3 | SELECT COUNT(*) FROM Prod p WHERE p.ProdNo NOT IN (SELECT ProdNo FROM PrDcMat)",
                "excluded departments | 1 | SELECT COUNT(*) FROM R1 WHERE Gr = 1",
            })
    void theSampleShowsEachCase(String what, int count, String sql) {
        assertThat(JDBC.queryForObject(sql, Integer.class)).as(what).isEqualTo(count);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "superiors | SELECT Nm FROM Actor WHERE MainAct > 0 AND MainAct NOT IN (SELECT ActNo FROM Actor WHERE EmpNo > 0)",
                "departments of employees | SELECT Nm FROM Actor WHERE EmpNo > 0 AND R1 NOT IN (SELECT RNo FROM R1 WHERE Gr = 0)",
                "parents | SELECT Nm FROM R1 WHERE MainR1 > 0 AND MainR1 NOT IN (SELECT RNo FROM R1)",
                "responsibles | SELECT Nm FROM Actor WHERE CustNo > 0 AND Rsp NOT IN (SELECT EmpNo FROM Actor WHERE EmpNo > 0)",
                "countries | SELECT Nm FROM Actor WHERE Ctry > 0 AND Ctry NOT IN (SELECT CtryNo FROM Ctry)",
                "languages | SELECT Nm FROM Actor WHERE Lang > 0 AND Lang NOT IN (SELECT LangNo FROM Lang)",
                "currencies | SELECT Nm FROM Actor WHERE Cur > 0 AND Cur NOT IN (SELECT CurNo FROM Cur)",
                "terms | SELECT Nm FROM Actor WHERE CustNo > 0 AND CPmtTrm NOT IN (SELECT PmtTrm FROM PmtTrm)",
                "account sets | SELECT Nm FROM Actor WHERE CustNo > 0 AND CAcSet NOT IN (SELECT TxtNo FROM Txt WHERE TxtTp = 18)",
                "operators | SELECT Nm FROM Actor WHERE AutInvOp > 0 AND AutInvOp NOT IN (SELECT OpNo FROM AutInvOp)",
                "customers of contacts | SELECT Nm FROM Actor WHERE LiaAct > 0 AND LiaAct NOT IN (SELECT ActNo FROM Actor WHERE CustNo > 0)",
                "customers of addresses | SELECT Nm FROM Actor WHERE DelToAct > 0 AND DelToAct NOT IN (SELECT ActNo FROM Actor WHERE CustNo > 0)",
                "units | SELECT Descr FROM Prod WHERE StSaleUn NOT IN (SELECT Un FROM Unit)",
                "categories | SELECT Descr FROM Prod WHERE PrCatNo NOT IN (SELECT PrCatNo FROM ProdCat)",
                "prices | SELECT ProdNo FROM PrDcMat WHERE ProdNo NOT IN (SELECT ProdNo FROM Prod)",
                "customers of projects | SELECT Nm FROM R2 WHERE CustNo NOT IN (SELECT CustNo FROM Actor WHERE Gr = 0 AND Gr3 = 0)",
                "owners of projects | SELECT Nm FROM R2 WHERE Rsp NOT IN (SELECT EmpNo FROM Actor WHERE EmpNo > 0)",
                "contacts of projects | SELECT p.Nm FROM R2 p WHERE NOT EXISTS (SELECT 1 FROM Actor a JOIN Actor c ON c.ActNo = a.LiaAct WHERE a.ActNo = p.ActNo1 AND c.CustNo = p.CustNo)",
            })
    void everyReferenceHasItsTarget(String what, String sql) {
        assertThat(JDBC.queryForList(sql, String.class)).as(what).isEmpty();
    }

    @Test
    void addressesOfTheSampleBelongToNobody() {
        List<String> links = JDBC.queryForList(
                "SELECT MailAd FROM Actor WHERE MailAd <> '' UNION SELECT WebPg FROM Actor WHERE WebPg <> ''",
                String.class);
        assertThat(links).isNotEmpty().allMatch(link -> link.endsWith(".example"));
    }

    @Test
    void noTextIsOutsideTheCodePage() {
        assertThat(JDBC.queryForList("SELECT Nm FROM Actor", String.class))
                .allMatch(name -> ERP.codePage().firstForeign(name).isEmpty())
                .anyMatch(name -> name.contains("æ"))
                .anyMatch(name -> name.contains("ø"))
                .anyMatch(name -> name.contains("å"));
    }
}
