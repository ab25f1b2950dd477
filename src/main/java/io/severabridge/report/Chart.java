package io.severabridge.report;

import io.severabridge.report.Report.Line;
import io.severabridge.store.ledger.StepCounts.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Bars of the HTML report, in hundredths of their width. */
final class Chart {
    /** What takes less is widened to this, or one rejected record of a thousand would not be seen. */
    private static final double LEAST = 1.5;

    /** Below it a rate says more of the clock than of the calls. */
    private static final double LEAST_SECONDS = 1;

    /** One colour of a bar; {@code kind} is the class in the style sheet. */
    record Segment(String kind, String x, String width) {}

    /** A bar with its name in front and its figures behind. */
    record Bar(String name, String figures, List<Segment> segments) {}

    private Chart() {}

    /** Outcomes of each line, in parts of all its records. */
    static List<Bar> outcomes(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.counts().records() > 0)
                .map(line -> new Bar(line.name(), figures(line.counts()), stacked(shares(line.counts()))))
                .toList();
    }

    static List<Bar> durations(List<Line> lines) {
        return scaled(lines, Line::seconds, " s", "time");
    }

    /** Calls per second, of lines that took long enough to tell. */
    static List<Bar> rates(List<Line> lines) {
        List<Line> timed = lines.stream()
                .filter(line -> line.counts().calls() > 0 && line.seconds() >= LEAST_SECONDS)
                .toList();
        return scaled(timed, line -> line.counts().calls() / line.seconds(), " /s", "rate");
    }

    private static List<Bar> scaled(List<Line> lines, ToDoubleFunction<Line> value, String unit, String kind) {
        double most = lines.stream().mapToDouble(value).max().orElse(0);
        return lines.stream()
                .map(line -> new Bar(
                        line.name(),
                        String.format(Locale.ROOT, "%.1f", value.applyAsDouble(line)) + unit,
                        List.of(segment(kind, 0, most == 0 ? 0 : 100 * value.applyAsDouble(line) / most))))
                .toList();
    }

    /** The outcomes that there are, by the class that colours them. */
    private static Map<String, Long> shares(Counts counts) {
        Map<String, Long> shares = new LinkedHashMap<>();
        shares.put("created", counts.created());
        shares.put("updated", counts.updated());
        shares.put("linked", counts.linked());
        shares.put("unchanged", counts.unchanged());
        shares.put("skipped", counts.skipped());
        shares.put("rejected", counts.rejected());
        shares.values().removeIf(count -> count == 0);
        return shares;
    }

    private static String figures(Counts counts) {
        return shares(counts).entrySet().stream()
                .map(share -> share.getValue() + " " + share.getKey())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /** Side by side, together 100 wide. */
    static List<Segment> stacked(Map<String, Long> shares) {
        double all = shares.values().stream().mapToLong(Long::longValue).sum();
        double widened = shares.values().stream()
                .mapToDouble(count -> Math.max(LEAST, 100 * count / all))
                .sum();
        List<Segment> segments = new ArrayList<>();
        double x = 0;
        for (Map.Entry<String, Long> share : shares.entrySet()) {
            double width = Math.max(LEAST, 100 * share.getValue() / all) * 100 / widened;
            segments.add(segment(share.getKey(), x, width));
            x += width;
        }
        return segments;
    }

    private static Segment segment(String kind, double x, double width) {
        return new Segment(kind, String.format(Locale.ROOT, "%.2f", x), String.format(Locale.ROOT, "%.2f", width));
    }
}
