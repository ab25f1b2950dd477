package io.severabridge.report;

import io.severabridge.report.Grouped.Limits;
import io.severabridge.report.ReportPage.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A sheet as a page that needs nothing else, and as JSON: a row is an object, its columns are the names. */
public final class SheetFiles {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX", Locale.ROOT);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Pattern FIGURE = Pattern.compile("-?\\d[\\d.,]*( s| %)?");

    /** A name with hyphens, at which a browser would break it. */
    private static final Pattern WORD = Pattern.compile("[^\\s-]+(-[^\\s-]+)+");

    private static final int MOST_BYTES = 300_000;

    /** From all to little. */
    private static final List<Limits> LIMITS = List.of(
            new Limits(200, Integer.MAX_VALUE),
            new Limits(40, Integer.MAX_VALUE),
            new Limits(24, Integer.MAX_VALUE),
            new Limits(24, 500),
            new Limits(24, 200),
            new Limits(24, 80),
            new Limits(24, 30));

    private SheetFiles() {}

    /** {@code look} is what the page styles it by: bad, zero for what a phone leaves out, word for what is not broken. */
    record Cell(String name, String value, String look) {}

    record Row(List<Cell> cells) {}

    /** {@code figures} are the classes of the columns whose cells are all numbers; a grouped table has no rows. */
    record Shown(
            String title,
            String note,
            String figures,
            List<String> columns,
            List<Row> rows,
            @Nullable Grouped grouped,
            int more) {}

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
    public static Path write(ReportPage sheet, Path folder, OffsetDateTime at) throws IOException {
        Path page = folder.resolve(sheet.name() + ".html");
        ReportFolder.replace(page, html(sheet, at));
        ReportFolder.replace(folder.resolve(sheet.name() + ".json"), json(sheet, at));
        return page;
    }

    /** A page of changes that would be longer than a browser shows well shows less of each; the JSON beside it has all. */
    static String html(ReportPage sheet, OffsetDateTime at) {
        String page = html(sheet, at, LIMITS.get(0));
        boolean changes = sheet.tables().stream().anyMatch(Table::byRecord);
        for (int next = 1; changes && next < LIMITS.size() && size(page) > MOST_BYTES; next++) {
            page = html(sheet, at, LIMITS.get(next));
        }
        return page;
    }

    private static int size(String page) {
        return page.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String html(ReportPage sheet, OffsetDateTime at, Limits limits) {
        List<Shown> tables = new ArrayList<>();
        sheet.tables().forEach(table -> tables.add(shown(table, "t" + tables.size(), limits)));
        return Templates.named("sheet")
                .execute(new Page(
                        Printable.text(sheet.title()),
                        sheet.company(),
                        TIME.format(at),
                        sheet.mood().name().toLowerCase(Locale.ROOT),
                        Printable.text(sheet.verdict()),
                        sheet.notes().stream().map(Printable::text).toList(),
                        tables));
    }

    private static Shown shown(Table table, String prefix, Limits limits) {
        if (table.byRecord()) {
            return new Shown(
                    table.title(), table.note(), "", List.of(), List.of(), Grouped.of(table, prefix, limits), 0);
        }
        int shown = Math.min(table.rows().size(), limits.rows());
        return new Shown(
                table.title(),
                table.note(),
                figures(table),
                table.columns(),
                table.rows().subList(0, shown).stream()
                        .map(row -> new Row(cells(table.columns(), row)))
                        .toList(),
                null,
                table.rows().size() - shown);
    }

    /** A column of numbers ends at the right, as numbers are compared; keys are no numbers. */
    private static String figures(Table table) {
        StringBuilder classes = new StringBuilder();
        for (int column = 0; column < table.columns().size(); column++) {
            int at = column;
            boolean key = table.columns().get(at).startsWith("key") || at == 0;
            List<String> filled = table.rows().stream()
                    .map(row -> row.get(at))
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!key
                    && !filled.isEmpty()
                    && filled.stream().allMatch(value -> FIGURE.matcher(value).matches())) {
                classes.append(" r").append(at + 1);
            }
        }
        return classes.toString();
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
            default -> WORD.matcher(value).matches() ? "word" : "";
        };
    }

    static String json(ReportPage sheet, OffsetDateTime at) {
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
