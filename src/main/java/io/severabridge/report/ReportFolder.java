package io.severabridge.report;

import io.severabridge.job.RunResult;
import io.severabridge.store.ledger.Rejects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The folder that a run's report goes to. */
public final class ReportFolder {
    private final Path folder;

    public ReportFolder(Path folder) {
        this.folder = folder;
    }

    /** The file that people open. */
    public Path page() {
        return folder.resolve("report.html");
    }

    /**
     * Writes the report of a run that came to an end by itself.
     *
     * @param rejected what the executions of the run rejected last, closed ones too
     */
    public void write(String company, OffsetDateTime start, RunResult result, List<Rejects.Row> rejected)
            throws IOException {
        write(Report.of(company, start, result, rejected), rejected);
    }

    /** Writes the report of a run that ended before its first record. */
    public void writeFailed(
            String company, String job, OffsetDateTime start, Duration time, int exitCode, String sentence)
            throws IOException {
        write(Report.failed(company, job, start, time, exitCode, sentence), List.of());
    }

    private void write(Report report, List<Rejects.Row> rejected) throws IOException {
        Map<String, String> files = Map.of(
                "report.html", HtmlReport.of(report),
                "junit.xml", JunitXml.of(report),
                "rejects.csv", RejectsCsv.of(rejected),
                "run.json", RunJson.of(report),
                "metrics.prom", Metrics.of(report));
        for (Map.Entry<String, String> file : files.entrySet()) {
            replace(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** At once: whoever collects the files reads the old one or the new one, never half of it. */
    static void replace(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, text);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
