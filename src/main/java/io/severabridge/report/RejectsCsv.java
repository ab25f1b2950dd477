package io.severabridge.report;

import io.severabridge.store.ledger.Rejects;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Rejected records as CSV: for the command {@code rejects --csv}, and for the report of a run. */
public final class RejectsCsv {
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "transfer",
                    "record",
                    "key",
                    "code",
                    "field",
                    "value",
                    "message",
                    "how to fix",
                    "status",
                    "execution",
                    "at")
            .get();

    /** What makes a spreadsheet take a cell for a formula when it stands first. */
    private static final String FORMULA = "=+-@\t\r\n";

    private RejectsCsv() {}

    /** All of the file, without what {@link Personal} leaves out. */
    public static String of(List<Rejects.Row> rows) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSV)) {
            for (Rejects.Row row : rows) {
                print(Personal.without(row), printer);
            }
        } catch (IOException e) {
            throw new IllegalStateException("a string builder takes every text", e);
        }
        return csv.toString();
    }

    private static void print(Rejects.Row row, CSVPrinter printer) throws IOException {
        printer.printRecord(
                row.id(),
                row.transfer(),
                cell(row.label()),
                cell(row.erpKey()),
                row.code(),
                cell(row.field()),
                cell(row.value()),
                cell(row.message()),
                row.fix(),
                row.status(),
                row.jobExecution(),
                row.lastAt());
    }

    /** An apostrophe in front keeps spreadsheets from calculating; they do not show it. */
    private static @Nullable String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        String printable = Printable.text(text);
        return FORMULA.indexOf(printable.charAt(0)) >= 0 ? "'" + printable : printable;
    }
}
