package io.severabridge.report;

import io.severabridge.store.ledger.StepCounts.Counts;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report's figures for machines. */
final class RunJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RunJson() {}

    static String of(Report report) {
        Verdict verdict = Verdict.of(report.exitCode());
        ObjectNode run = JSON.createObjectNode()
                .put("company", report.company())
                .put("job", report.job())
                .put("execution", report.execution())
                .put("restarted", report.restarted())
                .put("start", report.start().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .put("seconds", Report.seconds(report.time()))
                .put("exitCode", report.exitCode())
                .put("exit", verdict.means())
                .put("failure", report.failure())
                .put("next", verdict.next());
        run.set("total", counts(JSON.createObjectNode(), report.total()));
        transfers(run.putArray("transfers"), report);
        notices(run.putArray("notices"), report);
        rejects(run.putArray("rejects"), report);
        return JSON.writeValueAsString(run) + "\n";
    }

    private static void transfers(ArrayNode all, Report report) {
        report.lines().forEach(line -> {
            ObjectNode transfer = all.addObject().put("name", line.name()).put("status", line.status());
            counts(transfer, line.counts()).put("seconds", line.seconds());
        });
    }

    private static ObjectNode counts(ObjectNode node, Counts counts) {
        return node.put("read", counts.records())
                .put("created", counts.created())
                .put("updated", counts.updated())
                .put("linked", counts.linked())
                .put("unchanged", counts.unchanged())
                .put("skipped", counts.skipped())
                .put("rejected", counts.rejected())
                .put("conflicts", counts.conflicts())
                .put("calls", counts.calls());
    }

    private static void notices(ArrayNode all, Report report) {
        report.notices()
                .forEach(notice -> all.addObject()
                        .put("kind", notice.kind().name().toLowerCase(Locale.ROOT))
                        .put("transfer", notice.transfer())
                        .put("code", notice.code())
                        .put("count", notice.count())
                        .put("example", notice.example()));
    }

    private static void rejects(ArrayNode all, Report report) {
        report.rejects()
                .forEach(reject -> all.addObject()
                        .put("transfer", reject.transfer())
                        .put("record", reject.label())
                        .put("key", reject.key())
                        .put("code", reject.code())
                        .put("field", reject.field())
                        .put("value", reject.value())
                        .put("message", reject.message())
                        .put("fix", reject.fix()));
    }
}
