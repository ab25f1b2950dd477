package io.severabridge.check;

import io.severabridge.company.Company;
import io.severabridge.failure.ExitCode;
import io.severabridge.failure.Finding;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.jdbc.Urls;
import io.severabridge.job.JobRunner;
import io.severabridge.job.Program;
import io.severabridge.report.ReportPage;
import io.severabridge.report.ReportPage.Mood;
import io.severabridge.report.ReportPage.Table;
import io.severabridge.sync.run.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a consultant should know before the first run. Reads both systems, and writes to neither. */
public final class Preflight {
    /** All transfers. */
    private static final String JOB = "nightly";

    private final Company company;
    private final Program program;
    private final Progress progress;

    public Preflight(Company company, Program program, Progress progress) {
        this.company = company;
        this.program = program;
        this.progress = progress;
    }

    /**
     * What was found, and whether a run would stop at it.
     *
     * @param failure what a run would end with that does not finish, such as 3 when a system is away; 0 when it does
     */
    public record Result(ReportPage sheet, List<Finding> findings, int failure) {
        /** That of a run, so that whoever starts it knows whether to try again; no accepted code hides that a system is away. */
        public int exitCode(Set<String> accepted) {
            if (failure != 0) {
                return failure;
            }
            return stops(accepted) ? ExitCode.STOPPED : 0;
        }

        /** Whether there is an error that is not accepted by its code. */
        public boolean stops(Set<String> accepted) {
            return findings.stream().anyMatch(finding -> finding.isError() && !accepted.contains(finding.code()));
        }
    }

    public Result run() {
        List<Finding> findings = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        int failure;
        try {
            failure = new JobRunner(new JobRunner.Request(JOB, company, List.of(), false, null), program, progress)
                    .rehearseWhole(List.of(), rehearsed -> {
                        MatchReport report = new MatchReport(rehearsed);
                        findings.addAll(rehearsed.findings());
                        findings.addAll(report.findings());
                        tables.addAll(report.tables());
                        int exitCode = rehearsed.result().exitCode();
                        return ExitCode.isFailure(exitCode) ? exitCode : 0;
                    });
        } catch (WrongSetUp e) {
            failure = ExitCode.WRONG_SET_UP;
            message(e)
                    .forEach(line -> findings.add(Finding.error(
                            "set-up", "company file", line, "fix it; what depends on it was not looked at")));
        } catch (Unavailable e) {
            failure = ExitCode.UNAVAILABLE;
            message(e)
                    .forEach(line -> findings.add(Finding.error(
                            "unreachable",
                            "connection",
                            line,
                            "try again when it answers; the rest was not looked at")));
        }
        if (Urls.file(company.bridgeDatabase().jdbcUrl()) != null) {
            findings.add(Finding.warning(
                    "bridge-on-this-machine",
                    "bridge-database",
                    "the bridge database is a file, so that it cannot keep away a run on another machine",
                    "run this company on this machine only, or put the bridge database on SQL Server"));
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return new Result(sheet(findings, tables), List.copyOf(findings), failure);
    }

    /** One line for each thing; the first may be a heading. */
    private static Stream<String> message(RuntimeException e) {
        List<String> lines =
                String.valueOf(e.getMessage()).lines().map(String::strip).toList();
        return lines.size() > 1 && lines.get(0).endsWith(":") ? lines.stream().skip(1) : lines.stream();
    }

    private ReportPage sheet(List<Finding> findings, List<Table> tables) {
        long errors = findings.stream().filter(Finding::isError).count();
        List<Table> all = new ArrayList<>();
        all.add(new Table(
                "Findings",
                "",
                List.of("severity", "code", "where", "what", "how to fix"),
                findings.stream()
                        .map(finding -> List.of(
                                finding.severity().name().toLowerCase(Locale.ROOT),
                                finding.code(),
                                finding.where(),
                                finding.what(),
                                finding.fix()))
                        .toList()));
        all.addAll(tables);
        return new ReportPage(
                "preflight",
                "Preflight",
                company.name(),
                errors > 0 ? Mood.BAD : findings.isEmpty() ? Mood.GOOD : Mood.WARN,
                errors > 0
                        ? "a run would stop, or do harm: " + count(errors, "error") + ", "
                                + count(findings.size() - errors, "warning")
                        : "a run can begin: no errors, " + count(findings.size(), "warning"),
                List.of(),
                all);
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
