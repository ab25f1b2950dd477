package io.severabridge.report;

import io.severabridge.report.Sheet.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A sheet as a page that needs nothing else, and as JSON: a row is an object, its columns are the names. */
public final class SheetFiles {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX", Locale.ROOT);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SheetFiles() {}

    /** {@code look} is what the page styles it by: bad, or zero for what a phone leaves out. */
    record Cell(String name, String value, String look) {}

    record Row(List<Cell> cells) {}

    record Shown(String title, String note, List<String> columns, List<Row> rows) {}

    record Page(
            String title,
            String company,
            String time,
            String mood,
            String verdict,
            List<String> notes,
            List<Shown> tables) {}

    /**
     * Writes {@code name.html} and {@code name.json}.
     *
     * @return the page
     */
    public static Path write(Sheet sheet, Path folder, OffsetDateTime at) throws IOException {
        Path page = folder.resolve(sheet.name() + ".html");
        ReportFolder.replace(page, html(sheet, at));
        ReportFolder.replace(folder.resolve(sheet.name() + ".json"), json(sheet, at));
        return page;
    }

    static String html(Sheet sheet, OffsetDateTime at) {
        return Templates.named("sheet")
                .execute(new Page(
                        Printable.text(sheet.title()),
                        sheet.company(),
                        TIME.format(at),
                        sheet.mood().name().toLowerCase(Locale.ROOT),
                        Printable.text(sheet.verdict()),
                        sheet.notes().stream().map(Printable::text).toList(),
                        sheet.tables().stream().map(SheetFiles::shown).toList()));
    }

    private static Shown shown(Table table) {
        return new Shown(
                table.title(),
                table.note(),
                table.columns(),
                table.rows().stream()
                        .map(row -> new Row(cells(table.columns(), row)))
                        .toList());
    }

    private static List<Cell> cells(List<String> columns, List<String> row) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            String value = Printable.text(row.get(column));
            cells.add(new Cell(columns.get(column), value, look(value)));
        }
        return cells;
    }

    private static String look(String value) {
        return switch (value) {
            case "error" -> "bad";
            case "0" -> "zero";
            default -> "";
        };
    }

    static String json(Sheet sheet, OffsetDateTime at) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("title", sheet.title());
        all.put("company", sheet.company());
        all.put("at", at.toString());
        all.put("verdict", sheet.verdict());
        all.put("notes", sheet.notes());
        sheet.tables()
                .forEach(table -> all.put(
                        table.title(),
                        table.rows().stream()
                                .map(row -> named(table.columns(), row))
                                .toList()));
        return JSON.writeValueAsString(all);
    }

    private static Map<String, String> named(List<String> columns, List<String> row) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            named.put(columns.get(column), row.get(column));
        }
        return named;
    }
}
