package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.failure.Finding;
import io.severabridge.reference.CodeTables;
import io.severabridge.reference.CodeTablesReader;
import io.severabridge.reference.NumberSeries;
import io.severabridge.severa.SeveraClient;
import io.severabridge.sync.run.SystemSources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What both systems say of themselves before the first record is moved.
 *
 * @param nextCustomerNumber that Severa will give
 * @param findings of the set-up
 * @param calls to Severa that it took to read
 * @param time that it took to read
 */
record ReferenceData(
        CodeTables codes, @Nullable Integer nextCustomerNumber, List<Finding> findings, long calls, Duration time) {
    /** @throws io.severabridge.failure.WrongSetUp if a transfer needs what the code tables lack */
    static ReferenceData read(
            Company company, RunRequirements needs, ErpDatabase erp, SeveraClient severa, Clock clock) {
        Instant start = clock.instant();
        LongAdder calls = new LongAdder();
        CodeTables codes = new CodeTablesReader(company, erp, needs.statements(), severa.counting(calls)).read();
        needs.check(codes, new SystemSources(severa, erp, needs.statements()));
        NumberSeries series = NumberSeries.read(company, erp, needs.statements(), severa.counting(calls));
        List<Finding> findings = new ArrayList<>(series.findings(company));
        findings.addAll(needs.permissions(erp));
        findings.addAll(needs.system().findings(company, erp, needs.statements(), needs.sendsCosts()));
        return new ReferenceData(
                codes,
                series.severa().nextCustomerNumber(),
                List.copyOf(findings),
                calls.sum(),
                Duration.between(start, clock.instant()));
    }
}
