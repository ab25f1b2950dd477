package io.severabridge.report;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.severabridge.report.Report.Line;
import io.severabridge.store.ledger.StepCounts.Counts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report's figures as Prometheus reads them. Gauges: each file speaks of one run, and the next run starts from zero. */
final class Metrics {
    private final Report report;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Tags run;

    private Metrics(Report report) {
        this.report = report;
        run = Tags.of("company", report.company(), "job", report.job());
    }

    static String of(Report report) {
        Metrics metrics = new Metrics(report);
        try {
            metrics.fill();
            return metrics.registry.scrape();
        } finally {
            metrics.registry.close();
        }
    }

    private void fill() {
        gauge("severa_bridge.run.exit.code", "Exit code of the run", run, report.exitCode());
        gauge(
                "severa_bridge.run.start.time.seconds",
                "When the run began",
                run,
                report.start().toEpochSecond());
        gauge("severa_bridge.run.duration.seconds", "How long the run took", run, Report.seconds(report.time()));
        report.lines().forEach(this::line);
        report.byCode()
                .forEach(code -> gauge(
                        "severa_bridge.rejects.open",
                        "Records that this run rejected",
                        run.and("code", code.getKey()),
                        code.getValue().size()));
    }

    private void line(Line line) {
        Tags transfer = run.and("transfer", line.name());
        outcomes(line.counts())
                .forEach((outcome, count) -> gauge(
                        "severa_bridge.records",
                        "Records by what became of them; a conflict is also updated or unchanged",
                        transfer.and("outcome", outcome),
                        count));
        gauge("severa_bridge.calls", "Calls of Severa", transfer, line.counts().calls());
        gauge("severa_bridge.transfer.duration.seconds", "How long the transfer took", transfer, line.seconds());
    }

    private static Map<String, Long> outcomes(Counts counts) {
        Map<String, Long> outcomes = new LinkedHashMap<>();
        outcomes.put("created", counts.created());
        outcomes.put("updated", counts.updated());
        outcomes.put("linked", counts.linked());
        outcomes.put("unchanged", counts.unchanged());
        outcomes.put("skipped", counts.skipped());
        outcomes.put("rejected", counts.rejected());
        outcomes.put("conflict", counts.conflicts());
        return outcomes;
    }

    private void gauge(String name, String description, Tags tags, Number value) {
        Gauge.builder(name, () -> value).description(description).tags(tags).register(registry);
    }
}
