package io.severabridge.report;

import io.severabridge.job.RunResult;
import io.severabridge.store.ledger.Rejects;
import io.severabridge.store.ledger.Remarks;
import io.severabridge.store.ledger.StepCounts.Counts;
import io.severabridge.sync.definition.StepName;
import io.severabridge.sync.mapping.EngineRejects;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run when it ends. Texts are printable, and free of what {@link Personal} leaves out.
 *
 * @param execution null where the run ended before it had one
 * @param failure one sentence; null where nothing failed
 * @param rejects what this run rejected and is open
 */
record Report(
        String company,
        String job,
        @Nullable Long execution,
        boolean restarted,
        OffsetDateTime start,
        Duration time,
        int exitCode,
        @Nullable String failure,
        List<Line> lines,
        List<Remarks.Summary> notices,
        List<Reject> rejects) {
    private static final String REFERENCE_DATA = "reference-data";
    private static final String COMPLETED = "COMPLETED";

    /** A transfer, or a further part of one, as the run's summary on the console calls it. */
    record Line(String name, String status, Counts counts, Duration time) {
        /** Name of the transfer that the line belongs to. */
        String transfer() {
            return StepName.transfer(name);
        }

        boolean completed() {
            return status.equals(COMPLETED);
        }

        /** Whether there was nothing to look at. */
        boolean idle() {
            return completed() && counts.records() == 0 && !name.equals(REFERENCE_DATA);
        }

        double seconds() {
            return Report.seconds(time);
        }
    }

    /** A record that was handed back. {@code value} is null where there is none. */
    record Reject(
            String transfer,
            String label,
            String key,
            String code,
            String field,
            @Nullable String value,
            String message,
            String fix) {}

    /** The report of a run that came to an end by itself. */
    static Report of(String company, OffsetDateTime start, RunResult result, List<Rejects.Row> rejected) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(REFERENCE_DATA, COMPLETED, calls(result.referenceCalls()), result.referenceTime()));
        result.steps().forEach(step -> lines.add(new Line(step.name(), step.status(), step.counts(), step.time())));
        return new Report(
                Printable.text(company),
                result.job(),
                result.execution(),
                result.restarted(),
                start,
                result.time(),
                result.exitCode(),
                result.failure() == null ? null : Printable.text(Personal.masked(result.failure())),
                List.copyOf(lines),
                result.notices().stream().map(Report::notice).toList(),
                rejected.stream()
                        .filter(row -> row.status().equals("open"))
                        .map(Report::reject)
                        .toList());
    }

    /** The report of a run that ended before its first record. */
    static Report failed(
            String company, String job, OffsetDateTime start, Duration time, int exitCode, String sentence) {
        String failure = Printable.text(Personal.masked(sentence));
        return new Report(
                Printable.text(company),
                Printable.text(job),
                null,
                false,
                start,
                time,
                exitCode,
                failure,
                List.of(),
                List.of(),
                List.of());
    }

    private static Counts calls(long calls) {
        return new Counts(0, 0, 0, 0, 0, 0, 0, 0, calls);
    }

    private static Remarks.Summary notice(Remarks.Summary notice) {
        return new Remarks.Summary(
                notice.transfer(),
                notice.kind(),
                notice.code(),
                notice.count(),
                Printable.text(Personal.example(notice.code(), notice.example())));
    }

    private static Reject reject(Rejects.Row row) {
        Rejects.Row shown = Personal.without(row);
        return new Reject(
                shown.transfer(),
                Printable.text(shown.label()),
                Printable.text(shown.erpKey()),
                shown.code(),
                Printable.text(shown.field()),
                shown.value() == null || shown.value().isEmpty() ? null : Printable.text(shown.value()),
                Printable.text(shown.message()),
                shown.fix());
    }

    /** Records by outcome and calls, over all lines. */
    Counts total() {
        return lines.stream().map(Line::counts).reduce(Counts.NONE, Report::sum);
    }

    private static Counts sum(Counts a, Counts b) {
        return new Counts(
                a.created() + b.created(),
                a.updated() + b.updated(),
                a.linked() + b.linked(),
                a.unchanged() + b.unchanged(),
                a.skipped() + b.skipped(),
                a.rejected() + b.rejected(),
                a.conflicts() + b.conflicts(),
                a.absent() + b.absent(),
                a.calls() + b.calls());
    }

    /** Rejects by code: the causes before what only depends on them, the most frequent first. */
    List<Map.Entry<String, List<Reject>>> byCode() {
        Map<String, List<Reject>> codes =
                rejects.stream().collect(Collectors.groupingBy(Reject::code, TreeMap::new, Collectors.toList()));
        return codes.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Reject>> code) ->
                                code.getKey().equals(EngineRejects.DEPENDS_ON_REJECTED.code()))
                        .thenComparing(code -> -code.getValue().size()))
                .toList();
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
