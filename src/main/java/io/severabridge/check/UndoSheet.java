package io.severabridge.check;

import io.severabridge.report.ReportPage;
import io.severabridge.report.ReportPage.Mood;
import io.severabridge.report.ReportPage.Table;
import io.severabridge.sync.undo.Undo.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an undo takes back, and what it leaves. */
public final class UndoSheet {
    private UndoSheet() {}

    /** {@code executions} are those of the same run. */
    public static ReportPage of(String company, long execution, List<Long> executions, List<Line> lines, boolean done) {
        List<String> notes = new ArrayList<>();
        if (executions.size() > 1) {
            String all = executions.stream().map(String::valueOf).collect(Collectors.joining(", "));
            notes.add("executions " + all + " are one run, which was started again: "
                    + (done ? "all of them were taken back" : "all of them would be taken back"));
        }
        if (!done && !lines.isEmpty()) {
            notes.add("nothing was changed; add --yes to take it back");
        }
        long left = lines.stream().filter(Line::isLeft).count();
        Map<String, Long> counts = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.what() + " in " + side(line), TreeMap::new, Collectors.counting()));
        return new ReportPage(
                "undo",
                (done ? "Undo" : "Plan of the undo") + " of execution " + execution,
                company,
                left > 0 ? Mood.WARN : Mood.GOOD,
                (lines.size() - left) + (done ? " taken back, " : " would be taken back, ") + left
                        + " left as they are",
                notes,
                List.of(
                        new Table(
                                "Count",
                                "",
                                List.of("what", "how often"),
                                counts.entrySet().stream()
                                        .map(count -> List.of(count.getKey(), String.valueOf(count.getValue())))
                                        .toList()),
                        table(
                                "Left as they are",
                                lines.stream().filter(Line::isLeft).toList()),
                        table(
                                "Taken back",
                                lines.stream().filter(line -> !line.isLeft()).toList())));
    }

    private static String side(Line line) {
        return line.side().name().toLowerCase(Locale.ROOT);
    }

    private static Table table(String title, List<Line> lines) {
        return new Table(
                title,
                "",
                List.of("record", "entity", "where", "what", "field", "now", "back to", "why"),
                lines.stream()
                        .map(line -> List.of(
                                line.label(),
                                line.entity(),
                                side(line),
                                line.what(),
                                line.field(),
                                line.now(),
                                line.back(),
                                line.note()))
                        .toList());
    }
}
