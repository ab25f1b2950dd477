package io.severabridge.cli;

import io.severabridge.failure.FindingCodes;
import io.severabridge.job.JobRunner;
import io.severabridge.job.RejectCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which job, for whom, how much of it: for what runs one and what plans one. */
final class JobOptions {
    @Parameters(
            paramLabel = "JOB",
            description = "Name of the job: initial-load, nightly, registers, invoices, or one of --jobs.")
    private String job;

    @Mixin
    private CompanyFileOption company;

    @Option(
            names = "--only",
            paramLabel = "TRANSFER",
            split = ",",
            description = "Only these transfers of the job, such as customer-to-severa,address-to-severa.")
    private @Nullable List<String> only;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.class,
            description =
                    "Looks again at what changed since then on either side: a day such as 2026-04-13, or a time such as"
                            + " 2026-04-13T08:00:00Z.")
    private @Nullable Instant since;

    @Option(
            names = "--accept",
            paramLabel = "CODE",
            split = ",",
            description = "Findings of preflight that are no reason to stop, such as invoice-series-overlap.")
    private @Nullable Set<String> accepted;

    @Mixin
    JobsOption jobs;

    JobRunner.Request request(boolean fresh) {
        return new JobRunner.Request(
                job,
                company.read(),
                only == null ? List.of() : only,
                fresh,
                since,
                FindingCodes.accepted(accepted == null ? Set.of() : accepted, RejectCatalogue.codes()));
    }

    /** As in {@link CompanyOption#argument}. */
    String company() {
        return company.argument();
    }
}
