package io.severabridge.report;

import io.severabridge.report.Report.Line;
import io.severabridge.report.Report.Reject;
import io.severabridge.store.ledger.Remarks;
import io.severabridge.store.ledger.StepCounts.Counts;
import io.severabridge.sync.mapping.EngineRejects;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report as one HTML file that needs nothing else. The template escapes each value by default. */
final class HtmlReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX", Locale.ROOT);

    /** What the template shows. {@code mood} colours the verdict: good, warn or bad. */
    record Page(
            Report report,
            String execution,
            String start,
            String duration,
            Verdict verdict,
            String mood,
            List<Row> rows,
            Row total,
            int idle,
            List<Chart.Bar> outcomes,
            List<Chart.Bar> durations,
            List<Chart.Bar> rates,
            List<Remark> remarks,
            List<Group> groups) {
        /** Whether the run came as far as a transfer. */
        boolean known() {
            return report.execution() != null;
        }

        boolean charted() {
            return !outcomes.isEmpty();
        }

        boolean remarked() {
            return !remarks.isEmpty();
        }
    }

    /** A line of the table of totals. {@code state} is null where the step completed. */
    record Row(
            String name,
            Counts counts,
            long read,
            String time,
            @Nullable String state) {}

    /** Remarks of one code in one transfer. */
    record Remark(String kind, String transfer, String code, long count, String example) {}

    /** Rejects of one code. Those that only wait for another one are folded up. */
    record Group(String code, int count, String fix, boolean open, List<Reject> rejects) {}

    private HtmlReport() {}

    static String of(Report report) {
        return Templates.named("report").execute(page(report));
    }

    private static Page page(Report report) {
        List<Line> shown = report.lines().stream().filter(line -> !line.idle()).toList();
        return new Page(
                report,
                report.execution() == null ? "none" : String.valueOf(report.execution()),
                TIME.format(report.start()),
                time(report.time()),
                Verdict.of(report.exitCode()),
                report.exitCode() == 0 ? "good" : report.exitCode() == 2 ? "warn" : "bad",
                shown.stream().map(HtmlReport::row).toList(),
                row(new Line("total", "COMPLETED", report.total(), report.time())),
                report.lines().size() - shown.size(),
                Chart.outcomes(shown),
                Chart.durations(shown),
                Chart.rates(shown),
                remarks(report),
                groups(report));
    }

    private static Row row(Line line) {
        return new Row(
                line.name(),
                line.counts(),
                line.counts().records(),
                time(line.time()),
                line.completed() ? null : line.status().toLowerCase(Locale.ROOT));
    }

    /** Warnings first, then by code. */
    private static List<Remark> remarks(Report report) {
        return report.notices().stream()
                .sorted(Comparator.comparing((Remarks.Summary notice) -> notice.kind() != Remarks.Kind.WARNING)
                        .thenComparing(Remarks.Summary::code)
                        .thenComparing(Remarks.Summary::transfer))
                .map(notice -> new Remark(
                        notice.kind().name().toLowerCase(Locale.ROOT),
                        notice.transfer(),
                        notice.code(),
                        notice.count(),
                        notice.example()))
                .toList();
    }

    private static List<Group> groups(Report report) {
        return report.byCode().stream()
                .map(code -> new Group(
                        code.getKey(),
                        code.getValue().size(),
                        code.getValue().get(0).fix(),
                        !code.getKey().equals(EngineRejects.DEPENDS_ON_REJECTED.code()),
                        code.getValue()))
                .toList();
    }

    private static String time(Duration duration) {
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.1f s", Report.seconds(duration));
    }
}
