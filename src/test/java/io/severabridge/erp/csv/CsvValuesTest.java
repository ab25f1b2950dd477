package io.severabridge.erp.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpFixture;
import io.severabridge.failure.WrongSetUp;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

class CsvValuesTest {
    @TempDir
    Path folder;

    private Map<String, Object> onlyRow(String table, String text) throws IOException {
        Company company = ErpFixture.company("h2");
        Files.writeString(folder.resolve(table + ".csv"), text);
        try (ErpDatabase erp = ErpDatabase.open(company.erp())) {
            new CsvLoad(erp, company.erp()).load(folder);
            return new JdbcTemplate(erp.dataSource()).queryForMap("SELECT * FROM dbo." + table);
        }
    }

    @Test
    void aColumnThatTheFileLacksTakesItsNeutralValue() throws IOException {
        assertThat(onlyRow("Cur", "CurNo\n47\n"))
                .containsEntry("CurNo", 47)
                .containsEntry("ISO", "")
                .containsEntry("ChDt", 0);
    }

    @Test
    void anEmptyValueIsTheNeutralValue() throws IOException {
        assertThat(onlyRow("Cur", "CurNo,Nm,ChDt\n47,,\n"))
                .containsEntry("Nm", "")
                .containsEntry("ChDt", 0);
    }

    @Test
    void namesOfColumnsMatchInAnyCase() throws IOException {
        assertThat(onlyRow("Cur", "CURNO,iso\n47,NOK\n")).containsEntry("ISO", "NOK");
    }

    @ParameterizedTest
    @CsvSource({
        "'sep=;\nCurNo;Nm\n47;Krone, norsk\n'",
        "'\uFEFFsep=;\nCurNo;Nm\n47;Krone, norsk\n'",
        "'CurNo;Nm\n47;\"Krone, norsk\"\n'",
        "'CurNo\tNm\n47\tKrone, norsk\n'",
        "'sep=,\nCurNo,Nm\n47,\"Krone, norsk\"\n'"
    })
    void spreadsheetsSayWhatSeparatesTheirValues(String text) throws IOException {
        assertThat(onlyRow("Cur", text)).containsEntry("CurNo", 47).containsEntry("Nm", "Krone, norsk");
    }

    @Test
    void quotesHoldCommasAndLineBreaks() throws IOException {
        assertThat(onlyRow("Cur", "CurNo,Nm\r\n47,\"Krone, \"\"norsk\"\"\nøre\"\r\n"))
                .containsEntry("Nm", "Krone, \"norsk\"\nøre");
    }

    @Test
    void aDecimalKeepsItsSixDecimals() throws IOException {
        assertThat(onlyRow("Cur", "CurNo,SalesRt\n47,1.018913\n").get("SalesRt"))
                .isEqualTo(new BigDecimal("1.018913"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "LckSt, -1, TINYINT",
        "LckSt, 256, TINYINT",
        "ChTm, 32768, SMALLINT",
        "ChTm, -32769, SMALLINT",
        "SalesRt, 1e22, DECIMAL",
        "ChDt, 2147483648, INT",
        "ChDt, 1.5, INT"
    })
    void aNumberThatDoesNotFitItsTypeIsNamedWithTheLine(String column, String value, String type) {
        assertThatThrownBy(() -> onlyRow("Cur", "CurNo," + column + "\n46,0\n47," + value))
                .isInstanceOf(WrongSetUp.class)
                .hasMessageStartingWith("Cur.csv:3: " + column + ": expected")
                .hasMessageEndingWith("that fits " + type + ", found \"" + value + "\"");
    }

    @Test
    void aTinyNumberReachesTo255OnTheEmbeddedDatabaseToo() throws IOException {
        assertThat(onlyRow("Cur", "CurNo,LckSt\n47,255\n").get("LckSt")).hasToString("255");
    }
}
