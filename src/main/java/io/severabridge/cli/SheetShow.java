package io.severabridge.cli;

import io.severabridge.report.ReportPage;
import io.severabridge.report.ReportPage.Table;
import io.severabridge.report.SheetFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Shows a sheet on the terminal, and leaves its page behind. */
final class SheetShow {
    private static final Logger LOG = LoggerFactory.getLogger(SheetShow.class);

    /** Rows of a table that a terminal shows. */
    private static final int ROWS = 40;

    private SheetShow() {}

    /** Without a folder no page is written. */
    static void show(ReportPage sheet, CommandLine command, @Nullable Path folder, Clock clock) {
        show(sheet, sheet, command, folder, clock);
    }

    /** With a page that says more than the terminal. */
    static void show(ReportPage sheet, ReportPage page, CommandLine command, @Nullable Path folder, Clock clock) {
        PrintWriter out = command.getOut();
        out.println();
        out.println(sheet.title() + " of " + sheet.company() + ": " + sheet.verdict());
        sheet.notes().forEach(note -> out.println(Console.line(note)));
        sheet.tables().forEach(table -> print(table, out, folder != null));
        if (folder != null) {
            try {
                out.println();
                out.println("page: " + SheetFiles.write(page, folder, OffsetDateTime.now(clock)));
            } catch (IOException e) {
                LOG.debug("no page", e);
                Console.error(command.getErr(), "the page cannot be written to " + folder + ": " + Console.reason(e));
            }
        }
        out.flush();
    }

    private static void print(Table table, PrintWriter out, boolean paged) {
        out.println();
        out.println(table.title() + (table.note().isEmpty() ? "" : ": " + table.note()));
        List<List<String>> rows =
                table.rows().subList(0, Math.min(ROWS, table.rows().size()));
        int[] widths = new int[table.columns().size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(table.columns().get(column), rows, column);
        }
        line(table.columns(), widths, out);
        rows.forEach(row -> line(row, widths, out));
        if (table.rows().size() > ROWS) {
            out.println("  (" + (table.rows().size() - ROWS) + " more"
                    + (paged ? ": see the page)" : "; --report DIR writes a page with all)"));
        }
    }

    private static int width(String name, List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).reduce(name.length(), Math::max);
    }

    private static void line(List<String> cells, int[] widths, PrintWriter out) {
        StringBuilder line = new StringBuilder(" ");
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column).replace('\n', ' ').replace('\r', ' ');
            line.append(' ')
                    .append(cell)
                    .append(" ".repeat(widths[column] - cells.get(column).length() + 1));
        }
        out.println(Console.line(line.toString()).stripTrailing());
    }
}
