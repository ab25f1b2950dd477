package io.severabridge.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Stream;

/** Lines of outcomes, one for each step: what status and the summary of a run show in the same words. */
final class OutcomeTable {
    private static final Object[] HEADINGS = {
        "read", "created", "updated", "linked", "unchanged", "skipped", "rejected", "calls", "time"
    };

    private final PrintWriter out;
    private final String row;
    private final Object[] first;

    /**
     * A table.
     *
     * @param row format of a line
     * @param first headings of the columns before the outcomes
     */
    OutcomeTable(PrintWriter out, String row, Object... first) {
        this.out = out;
        this.row = row;
        this.first = first;
    }

    void headings() {
        line(Stream.concat(Stream.of(first), Stream.of(HEADINGS)).toArray());
    }

    void line(Object... cells) {
        out.printf(Locale.ROOT, row, cells);
    }
}
