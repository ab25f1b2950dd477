package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.SettingsFileException;
import io.severabridge.failure.WrongSetUp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFilesTest {
    private static final Set<String> KNOWN = Transfers.all("").keySet();

    @TempDir
    Path folder;

    private JobFile read(String job, String text) throws IOException {
        Files.writeString(folder.resolve(job + ".yml"), text.replace("\\n", "\n"));
        return JobFiles.of(folder).read(job, KNOWN);
    }

    @Test
    void aFolderComesBeforeTheProgram() throws IOException {
        JobFile job = read(
                "nightly",
                "name: nightly\npurpose: Products only\nchunk: 7\ntransfers:\n- transfer: product-to-severa\n");
        assertThat(job.transfers()).containsExactly("product-to-severa");
        assertThat(job.chunk()).isEqualTo(7);
        assertThat(JobFiles.of(folder).read("invoices", KNOWN))
                .isEqualTo(JobFiles.ofProgram().read("invoices", KNOWN));
    }

    @Test
    void theNamesAreThoseThatAreThere() throws IOException {
        Files.writeString(folder.resolve("weekly.yml"), "");
        Files.writeString(folder.resolve("notes.txt"), "");
        assertThat(JobFiles.of(folder).names())
                .containsExactly("initial-load", "invoices", "nightly", "registers", "weekly");
        assertThatThrownBy(() -> JobFiles.of(folder).read("../weekly", KNOWN))
                .isInstanceOf(WrongSetUp.class)
                .hasMessage("there is no job ../weekly: there are initial-load, invoices, nightly, registers, weekly");
    }

    @Test
    void aNameThatTheTablesOfSpringBatchHaveNoRoomForIsRefused() {
        String job = "n".repeat(128);
        assertThatThrownBy(() ->
                        read(job, "name: " + job + "\npurpose: Long\ntransfers:\n- transfer: product-to-severa\n"))
                .isInstanceOf(SettingsFileException.class)
                .hasMessageContaining("name: expected at most 100 small letters");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> JobFiles.of(folder.resolve("none")))
                .isInstanceOf(WrongSetUp.class)
                .hasMessage("--jobs: there is no folder " + folder.resolve("none"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | :1: is empty",
                "# nothing yet | :1: is empty",
                "'name: [w' | :1: is not YAML",
                "name: weekly\\npurpose: p\\ntransfers:\\n- transfer: customer-to-severa | :1: name: is weekly, but the file's name says w",
                "purpose: p\\ntransfers:\\n- transfer: customer-to-severa | :1: name: is required",
                "name: w\\npurpose: p\\ntransfers: [] | :3: transfers: expected a list of keys and values",
                "name: w\\npurpose: p\\nchunk: 0\\ntransfers:\\n- transfer: customer-to-severa | :3: chunk: expected a whole number from 1 to 1000, found \"0\"",
                "name: w\\npurpose: p\\nreads: some\\ntransfers:\\n- transfer: customer-to-severa | :3: reads: expected",
                "name: w\\npurpose: p\\ntransfers:\\n- transfer: customer-to-nowhere | :4: transfers.transfer: there is no transfer customer-to-nowhere",
                "name: w\\npurpose: p\\ntransfers:\\n- transfer: customer-to-erp\\n- transfer: customer-to-erp | :5: transfers.transfer: customer-to-erp is there twice",
                "name: w\\npurpose: p\\ntransfers:\\n- transfer: customer-to-erp\\n  after: [user-to-erp] | :5: transfers.after: user-to-erp is not among the transfers of this job",
                "name: w\\npurpose: p\\ntransfers:\\n- transfer: user-to-erp\\n  after: [customer-to-erp]\\n- transfer: customer-to-erp\\n  after: [user-to-erp] | :7: transfers.after: customer-to-erp waits for itself through others",
            })
    void whatIsWrongIsNamedWithFileAndLine(String text, String problem) {
        assertThatThrownBy(() -> read("w", text))
                .isInstanceOf(SettingsFileException.class)
                .hasMessageContaining(folder.resolve("w.yml") + problem);
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        Files.write(folder.resolve("w.yml"), "name: \u00e6".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> JobFiles.of(folder).read("w", KNOWN))
                .hasMessage(folder.resolve("w.yml") + ": is not UTF-8 text");
    }

    /** A night looks at what changed and at what was rejected before: a share of that says nothing. */
    @Test
    void nightsAreNotStoppedByAShareOfWhatTheyLookAt() {
        assertThat(Stream.of("nightly", "registers", "invoices")
                        .map(job -> JobFiles.ofProgram().read(job, KNOWN).maxRejectPercent()))
                .containsOnly(100);
    }
}
