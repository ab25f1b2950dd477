package io.severabridge.erp.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpFixture;
import io.severabridge.failure.WrongSetUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

class CsvLoadTest {
    @TempDir
    Path folder;

    private static Map<String, Integer> load(Path from) {
        Company company = ErpFixture.company("h2");
        try (ErpDatabase erp = ErpDatabase.open(company.erp())) {
            return new CsvLoad(erp, company.erp()).load(from);
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Colour.csv | A\\n1 | Colour.csv: there is no table Colour; known are Actor, AutInvOp,",
                "Cur.csv | CurNo,Colour\\n1,red | Cur.csv:1: column Colour is not in the table",
                "Cur.csv | CurNo,curno\\n1,1 | Cur.csv:1: column CurNo is there twice",
                "Cur.csv | CurNo,ISO\\n1 | Cur.csv:2: has 1 values, the header has 2",
                "Cur.csv | CurNo,ISO\\nx,NOK | Cur.csv:2: CurNo: expected a whole number that fits INT, found \"x\"",
                "Cur.csv | CurNo,ChTm\\n1,99999 | Cur.csv:2: ChTm: expected a whole number that fits SMALLINT, found \"99999\"",
                "Cur.csv | CurNo,ISO\\n1,NORSK | Cur.csv:2: ISO: longer than 3 characters, found \"NORSK\"",
                "Cur.csv | CurNo,SalesRt\\n1,much | Cur.csv:2: SalesRt: expected a decimal number that fits DECIMAL, found \"much\"",
                "Cur.csv | CurNo,ISO\\n1,NOK\\n1,SEK | Cur.csv: two rows have the same key",
                "Cur.csv | CurNo,ISO\\nNULL,NOK | Cur.csv:2: CurNo: the word NULL stands for no value here: leave the cell empty",
                "Cur.csv | CurNo,ISO\\n1,NULL | Cur.csv:2: ISO: the word NULL",
                "Cur.csv | CurNo,Nm\\n1,a\\0b | Cur.csv:2: Nm: holds a NUL byte",
                "Cur.csv | C\\0u\\0r\\0N\\0o\\0\\n1 | Cur.csv:1: holds NUL bytes: store the file as UTF-8",
                "Cur.csv | CurNo,Nm\\n1,a\\n2,\"b | Cur.csv:3: cannot be read as CSV: a quote that is not closed",
                "Cur.csv | CurNo,Nm\\n1,\"a\"b\\n | Cur.csv:2: cannot be read as CSV: a quote",
                "Cur.csv | CurNo,SalesRt\\n1,1E-400000000 | Cur.csv:2: SalesRt: expected a decimal number that fits DECIMAL",
                "Cur.csv | CurNo;SalesRt\\n1;1,5 | Cur.csv:2: SalesRt: expected a decimal number that fits DECIMAL; decimals come after a point",
                "Cur.csv | `` | Cur.csv: is empty; the first line should hold the column names",
            })
    void whatCannotBeLoadedIsNamedWithFileAndLine(String file, String text, String message) throws IOException {
        Files.writeString(folder.resolve(file), text.replace("\\n", "\n").replace("\\0", "\0"));
        assertThatThrownBy(() -> load(folder)).isInstanceOf(WrongSetUp.class).hasMessageStartingWith(message);
    }

    @Test
    void aFolderWithoutFilesIsRefused() {
        assertThatThrownBy(() -> load(folder)).hasMessageContaining("holds no CSV file");
        assertThatThrownBy(() -> load(folder.resolve("none"))).hasMessageContaining("there is no folder");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("Cur.csv"), new byte[] {'C', 'u', 'r', 'N', 'o', '\n', (byte) 0xe5});
        assertThatThrownBy(() -> load(folder)).hasMessageContaining("Cur.csv: is not UTF-8 text");
    }

    @Test
    void allOrNothingIsLoadedAndOnlyIntoEmptyTables() throws IOException {
        Company company = ErpFixture.company("h2");
        Files.writeString(folder.resolve("Ctry.csv"), "\uFEFFCtryNo,ISO\n578,NO\n");
        Files.writeString(folder.resolve("Cur.csv"), "CurNo\nx\n");
        try (ErpDatabase erp = ErpDatabase.open(company.erp())) {
            CsvLoad load = new CsvLoad(erp, company.erp());
            assertThatThrownBy(() -> load.load(folder)).isInstanceOf(WrongSetUp.class);
            JdbcTemplate jdbc = new JdbcTemplate(erp.dataSource());
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM dbo.Ctry", Integer.class))
                    .isZero();
            Files.writeString(folder.resolve("Cur.csv"), "CurNo\n47\n");
            assertThat(load.load(folder)).containsEntry("Ctry", 1).containsEntry("Cur", 1);
            assertThatThrownBy(() -> load.load(folder)).hasMessageContaining("table Ctry holds 1 rows already");
        }
    }

    @ParameterizedTest
    @CsvSource({"northwind, 225, 830", "adventureworks, 19774, 0"})
    void theLargerDataIsLoadedWhole(String data, int associates, int projects) {
        Path from = Path.of("../shared/data").resolve(data);
        assumeTrue(Files.exists(from), "there is no larger data beside the project");
        Map<String, Integer> loaded = load(from);
        assertThat(loaded).containsEntry("Actor", associates);
        assertThat(loaded.getOrDefault("R2", 0)).isEqualTo(projects);
    }
}
