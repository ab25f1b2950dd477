package io.severabridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.report.Sheet.Mood;
import io.severabridge.report.Sheet.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SheetFilesTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-25T18:00:00+01:00");

    private static final Sheet SHEET = new Sheet(
            "plan",
            "Plan of nightly",
            "fjord",
            Mood.WARN,
            "1 record would be changed",
            List.of("a note"),
            List.of(
                    new Table(
                            "Changes",
                            "",
                            List.of("record", "old", "new"),
                            List.of(List.of("<script>alert(1)</script> & \"x\"", "0", "a\u0001b"))),
                    new Table("Nothing", "", List.of("record"), List.of())));

    @TempDir
    Path folder;

    @Test
    void aPageNeedsNothingElseAndEscapesWhatItShows() throws IOException {
        String page = Files.readString(SheetFiles.write(SHEET, folder.resolve("new"), NOW));
        assertThat(page)
                .contains(
                        "<title>Plan of nightly of fjord</title>",
                        "a note",
                        "&lt;script&gt;alert(1)&lt;/script&gt; &amp;")
                .contains("class=\"zero\">0<", "a\uFFFDb")
                .doesNotContain("<script", "http:", "https:", "Nothing");
    }

    @Test
    void aRowOfJsonHasTheColumnsAsNames() throws IOException {
        SheetFiles.write(SHEET, folder, NOW);
        var json = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("plan.json").toFile());
        assertThat(json.path("verdict").asString()).isEqualTo("1 record would be changed");
        assertThat(json.path("Changes").get(0).path("old").asString()).isEqualTo("0");
        assertThat(json.has("Nothing")).isFalse();
    }
}
