package io.severabridge.exactlyonce;

import io.severabridge.failure.Unavailable;
import io.severabridge.jdbc.Urls;
import io.severabridge.job.CompanyFile;
import io.severabridge.job.JobRunner;
import io.severabridge.job.Programs;
import io.severabridge.sync.run.Progress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The program with an ERP database or a clock that misbehaves: job, what goes wrong, seed. */
final class Disturbed {
    private static final Duration BACK = Duration.ofHours(3);

    private Disturbed() {}

    public static void main(String[] arguments) throws SQLException {
        Urls.loopbackOnly();
        Mishap mishap = Mishap.valueOf(arguments[1]);
        if (mishap.strike() != null) {
            StrikingDriver.install("/erp", mishap.strike(), Long.parseLong(arguments[2]), 0.02, 4);
        }
        Clock clock = Clock.system(ZoneId.systemDefault());
        JobRunner.Request request = new JobRunner.Request(
                arguments[0], CompanyFile.read(Path.of("company.yml"), Map.of()), List.of(), false, null);
        try {
            System.exit(new JobRunner(
                            request,
                            Programs.at(mishap == Mishap.CLOCK_BACK ? Clock.offset(clock, BACK.negated()) : clock),
                            Progress.NONE)
                    .run()
                    .exitCode());
        } catch (Unavailable e) {
            System.out.println(e.getMessage());
            System.exit(3);
        }
    }
}
