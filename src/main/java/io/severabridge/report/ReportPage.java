package io.severabridge.report;

import java.util.List;

/**
 * What a command has found out, in one form for the terminal, a page and a file for machines.
 *
 * @param name of its files, such as {@code plan}
 * @param title as people call it, such as {@code Plan of nightly}
 * @param verdict one sentence that says what it comes to
 * @param notes sentences that follow from it
 */
public record ReportPage(
        String name, String title, String company, Mood mood, String verdict, List<String> notes, List<Table> tables) {
    /** How it looks. */
    public enum Mood {
        GOOD,
        WARN,
        BAD
    }

    /**
     * A table without rows is left out. {@code note} may be empty.
     *
     * @param byRecord whether the columns are record, entity, what, field, old and new, and several rows are about one record
     */
    public record Table(String title, String note, List<String> columns, List<List<String>> rows, boolean byRecord) {
        public Table(String title, String note, List<String> columns, List<List<String>> rows) {
            this(title, note, columns, rows, false);
        }
    }

    public ReportPage {
        tables = tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }
}
