package io.severabridge.report;

import io.severabridge.job.RunResult;
import io.severabridge.store.ledger.Rejects;
import io.severabridge.store.ledger.Remarks;
import io.severabridge.store.ledger.StepCounts.Counts;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run with what goes wrong in reports. */
final class Sample {
    static final String NASTY = "<script>alert(1)</script> & \"x\"";
    static final OffsetDateTime START = OffsetDateTime.parse("2026-04-13T02:00:00+02:00");

    private Sample() {}

    static Rejects.Row reject(String label, String code, String field, @Nullable String value, String message) {
        return new Rejects.Row(
                7,
                "customer-to-severa",
                "customer",
                "100",
                label,
                code,
                field,
                value,
                message,
                "correct it",
                "open",
                3,
                Instant.EPOCH,
                null);
    }

    /** A run that rejected one record, and did not come to the second part of its transfer. */
    static RunResult result(int exitCode, @Nullable String failure) {
        return new RunResult(
                "nightly",
                3,
                true,
                exitCode,
                failure,
                11,
                Duration.ofMillis(1200),
                List.of(
                        new RunResult.StepResult(
                                "customer-to-severa",
                                "COMPLETED",
                                new Counts(990, 2, 3, 4, 0, 1, 2, 9, 1000),
                                Duration.ofSeconds(100)),
                        new RunResult.StepResult(
                                "customer-to-severa/market-segment",
                                "FAILED",
                                new Counts(5, 0, 0, 0, 0, 0, 0, 0, 5),
                                Duration.ofMillis(500)),
                        new RunResult.StepResult("project-to-erp", "COMPLETED", Counts.NONE, Duration.ofMillis(20))),
                List.of(new Remarks.Summary(
                        "work-hour-to-erp",
                        Remarks.Kind.WARNING,
                        "text-cut",
                        4,
                        "description is cut to 40 characters: Ola has the flu")),
                List.of(),
                Duration.ofSeconds(102));
    }

    static Report report(Rejects.Row... rejects) {
        return Report.of("fjord", START, result(2, null), List.of(rejects));
    }

    static Report failed() {
        return Report.failed(
                "fjord", "nightly", START, Duration.ofSeconds(1), 3, "Severa: no connection to severa.example");
    }
}
