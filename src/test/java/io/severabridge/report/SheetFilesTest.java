package io.severabridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.report.ReportPage.Mood;
import io.severabridge.report.ReportPage.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SheetFilesTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-25T18:00:00+01:00");

    private static final ReportPage SHEET = new ReportPage(
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

    private static List<String> change(String record, String what, String field, String old, String now) {
        return List.of(record, "customer", what, field, old, now);
    }

    private static ReportPage changes(List<List<String>> rows) {
        Table table = new Table(
                "Changes in Severa", "", List.of("record", "entity", "what", "field", "old", "new"), rows, true);
        return new ReportPage("plan", "Plan", "fjord", Mood.GOOD, "verdict", List.of(), List.of(table));
    }

    @Test
    void aRecordThatIsMadeIsOneRowAndWhatAllHaveIsSaidOnce() {
        List<List<String>> rows = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            rows.add(change("customer " + number + " AS", "create", "number", "", String.valueOf(number)));
            rows.add(change("customer " + number + " AS", "create", "currency", "", "NOK"));
            rows.add(change("customer " + number + " AS", "create", "phone", "", "55-0" + number));
        }
        rows.add(change("customer 9 Old", "update", "name", "Old", "New"));
        rows.add(change("customer 9 Old", "update", "website", "", "x.example"));
        String page = SheetFiles.html(changes(rows), NOW);
        assertThat(page)
                .contains("<summary>customer, create: 3</summary>", "<summary>customer, update: 1</summary>")
                .contains("In all: currency NOK", "<tr><td>2 AS<td class=w>55-02")
                .contains("<tr><td>customer 9 Old<td>name<td>Old<td>New", "<tr><td><td>website<td><td>x.example")
                .contains("create (3)", "update (1)", "#t0w1:checked ~ details:not(.t0w1)")
                .doesNotContain("<th>number", "<script");
    }

    @Test
    void aPlanOf1400RecordsIsShortAndLeavesNoneOut() {
        List<List<String>> rows = new ArrayList<>();
        for (int number = 10_000; number < 11_400; number++) {
            for (int field = 0; field < 12; field++) {
                rows.add(change(
                        "customer " + number + " Fjord og Fjell Handel " + number,
                        "create",
                        "field" + field,
                        "",
                        "value " + (field < 4 ? number : 7) + " of a field that is wordy " + field));
            }
        }
        String page = SheetFiles.html(changes(rows), NOW);
        assertThat(page.length()).isLessThan(300_000);
        assertThat(page).contains("<td>10000 Fjord", "<td>11399 Fjord").doesNotContain("more rows");
    }

    @Test
    void aPageThatWouldStillBeTooLongSaysWhereTheRestIs() {
        List<List<String>> rows = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            rows.add(change("customer " + number + " Fjord", "update", "name", "old " + number, "new " + number));
        }
        String page = SheetFiles.html(changes(rows), NOW);
        assertThat(page.length()).isLessThan(300_000);
        assertThat(page).contains("19500 more rows: the JSON file beside this page has all.");
    }

    @Test
    void figuresEndAtTheRightAndKeysAreNone() {
        ReportPage sheet = new ReportPage(
                "s",
                "S",
                "fjord",
                Mood.GOOD,
                "v",
                List.of(),
                List.of(new Table(
                        "Counts",
                        "",
                        List.of("entity", "key in the ERP", "records", "note"),
                        List.of(List.of("a", "7", "12", "x")))));
        assertThat(SheetFiles.html(sheet, NOW)).contains("<table class=\" r3\">");
    }
}
