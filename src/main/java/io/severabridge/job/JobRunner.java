package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.failure.Finding;
import io.severabridge.failure.StoppedByFindings;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.Neighbours;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.CompanyLock;
import io.severabridge.sync.run.Progress;
import io.severabridge.sync.run.RecordSelection;
import io.severabridge.sync.run.RejectThresholds;
import io.severabridge.sync.step.Steps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a job for one company, from the connections to the exit code. */
public final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /**
     * What is asked for.
     *
     * @param only names of transfers; empty for all
     * @param fresh an unfinished execution is abandoned instead of restarted
     * @param since what changed from then on is looked at again; null: what changed since it was last looked at
     * @param accepted codes of findings that are no reason to stop
     */
    public record Request(
            String job,
            Company company,
            List<String> only,
            boolean fresh,
            @Nullable Instant since,
            Set<String> accepted) {
        public Request(String job, Company company, List<String> only, boolean fresh, @Nullable Instant since) {
            this(job, company, only, fresh, since, Set.of());
        }
    }

    private final Request request;
    private final @Nullable RecordSelection records;
    private final Program program;
    private final Progress progress;

    /** {@code progress} watches the run. */
    public JobRunner(Request request, Program program, Progress progress) {
        this(request, null, program, progress);
    }

    /** {@code records} are the only ones that are looked at; null for all that are due. */
    JobRunner(Request request, @Nullable RecordSelection records, Program program, Progress progress) {
        this.request = request;
        this.records = records;
        this.program = program;
        this.progress = progress;
    }

    /**
     * Runs to the end.
     *
     * @throws WrongSetUp if something must be fixed first; nothing has been written then
     * @throws io.severabridge.failure.Unavailable if a system cannot be reached at the start
     */
    public RunResult run() {
        refuseFuture();
        JobFile job = job();
        JobOrder order = order(job, new RejectThresholds(job.maxRejects(), job.maxRejectPercent()), false);
        ErpDatabase.refuseMissing(request.company().erp());
        TemporaryFolder.removeLeftBehind(program.clock());
        try (CompanyContext company = context(order, OpenedBeans.OfRun.class)) {
            CompanyLock lock = company.get(CompanyLock.class);
            ErpDatabase erp = company.get(ErpDatabase.class);
            LOG.info("{} of {} begins", job.name(), lock.company());
            company.get(RunRequirements.class).check(erp, List.of());
            List<Finding> findings = findings(company);
            stopAt(findings);
            warn(findings);
            return start(company, job);
        }
    }

    /**
     * Does the same without a write to the ERP, on a copy of what the bridge knows, and with calls to Severa that only read:
     * what it ends with is what a run would end with. Neither system is changed, and a run may be under way.
     *
     * @param look what is to be told of it; what the rehearsal has kept is gone afterwards
     */
    public <T> T rehearse(Function<Rehearsed, T> look) {
        return rehearse(read(), List.of(), look);
    }

    /**
     * Likewise, with both sides read whole, whatever the job says.
     *
     * @param more statements that {@code look} will use on the ERP
     */
    public <T> T rehearseWhole(List<String> more, Function<Rehearsed, T> look) {
        return rehearse(read().readingAll(), more, look);
    }

    /** It goes on, whatever it finds: that is to be told with the rest. */
    private <T> T rehearse(JobFile job, List<String> more, Function<Rehearsed, T> look) {
        refuseFuture();
        JobOrder order = order(job, new RejectThresholds(Long.MAX_VALUE, 100), true);
        try (CompanyContext company = context(order, OpenedBeans.Rehearsal.class)) {
            ErpDatabase original = company.get(ErpDatabase.class);
            LOG.info("{} of {} is rehearsed", job.name(), request.company().name());
            RunRequirements needs = company.get(RunRequirements.class);
            needs.check(original, more);
            List<Finding> findings = findings(company);
            warn(findings);
            RunResult result = start(company, job).within(job);
            ReferenceData reference = company.get(ReferenceData.class);
            return look.apply(new Rehearsed(
                    request.company(),
                    result,
                    findings,
                    reference.nextCustomerNumber(),
                    needs.kinds(),
                    needs.entities(),
                    company.get(BridgeDatabase.class),
                    original,
                    needs.statements(),
                    company.get(SeveraClient.class),
                    reference.codes()));
        }
    }

    private CompanyContext context(JobOrder order, Class<?> opened) {
        return new CompanyContext(
                program, request.company(), Map.of("order", order, "progress", progress), opened, JobBeans.class);
    }

    private static List<Finding> findings(CompanyContext company) {
        List<Finding> findings =
                new ArrayList<>(company.get(ReferenceData.class).findings());
        findings.addAll(company.get(Neighbours.class).findings());
        return List.copyOf(findings);
    }

    private void stopAt(List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(Finding::isError)
                .filter(finding -> !request.accepted().contains(finding.code()))
                .toList();
        if (!errors.isEmpty()) {
            throw new StoppedByFindings(errors);
        }
    }

    private static void warn(List<Finding> findings) {
        findings.forEach(finding -> LOG.warn("{}: {}; {}", finding.code(), finding.what(), finding.fix()));
    }

    private static RunResult start(CompanyContext company, JobFile job) {
        company.get(Neighbours.class).note();
        ReferenceData reference = company.get(ReferenceData.class);
        RunRequirements needs = company.get(RunRequirements.class);
        Steps steps = company.get(Steps.class);
        return company.get(JobLauncher.class)
                .start(reference, completed -> needs.steps(steps, reference.codes(), job.chunk(), completed));
    }

    /** Nothing has changed since then: it is a slip of the pen. */
    private void refuseFuture() {
        if (request.since() != null && request.since().isAfter(program.clock().instant())) {
            throw new WrongSetUp("--since: " + request.since() + " is later than now, "
                    + program.clock().instant());
        }
    }

    private JobFile job() {
        return records == null ? read() : read().retry();
    }

    private JobFile read() {
        return program.files().read(request.job(), Transfers.all("").keySet());
    }

    private JobOrder order(JobFile job, RejectThresholds limits, boolean rehearsal) {
        return new JobOrder(request, job, chosen(job), records, limits, rehearsal);
    }

    private List<String> chosen(JobFile job) {
        for (String transfer : request.only()) {
            if (!job.transfers().contains(transfer)) {
                throw new WrongSetUp("--only: job " + job.name() + " has no transfer " + transfer + "; it has "
                        + String.join(", ", job.transfers()));
            }
        }
        boolean all = request.only().isEmpty();
        List<String> chosen = all
                ? job.transfers()
                : job.transfers().stream().filter(request.only()::contains).toList();
        List<String> lacking = new RunRequirements(request.company(), chosen).lacking();
        if (lacking.isEmpty()) {
            return chosen;
        }
        String system = request.company().erp().system();
        if (!all) {
            throw new WrongSetUp("--only: " + system + " has no records for " + String.join(", ", lacking));
        }
        LOG.info("{} has no records for {}: left out", system, String.join(", ", lacking));
        return chosen.stream().filter(transfer -> !lacking.contains(transfer)).toList();
    }
}
