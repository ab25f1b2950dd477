package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpCopy;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.statement.Statements;
import io.severabridge.failure.Finding;
import io.severabridge.failure.StoppedByFindings;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.reference.CodeTables;
import io.severabridge.reference.CodeTablesReader;
import io.severabridge.reference.NumberSeries;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.BridgeCopy;
import io.severabridge.store.Neighbours;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.Claims;
import io.severabridge.store.database.CompanyLock;
import io.severabridge.transfer.Chosen;
import io.severabridge.transfer.Progress;
import io.severabridge.transfer.Reading;
import io.severabridge.transfer.RunLimits;
import io.severabridge.transfer.Sources;
import io.severabridge.transfer.Steps;
import io.severabridge.transfer.Workplace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a job for one company, from the connections to the exit code. */
public final class JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

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
    private final JobFiles files;
    private final @Nullable Chosen records;
    private final Clock clock;
    private final Progress progress;

    /** Of one of the program's own jobs. */
    public JobRun(Request request, Clock clock, Progress progress) {
        this(request, JobFiles.ofProgram(), clock, progress);
    }

    public JobRun(Request request, JobFiles files, Clock clock, Progress progress) {
        this(request, files, null, clock, progress);
    }

    /** {@code records} are the only ones that are looked at; null for all that are due. */
    JobRun(Request request, JobFiles files, @Nullable Chosen records, Clock clock, Progress progress) {
        this.request = request;
        this.files = files;
        this.records = records;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Runs to the end.
     *
     * @throws WrongSetUp if something must be fixed first; nothing has been written then
     * @throws io.severabridge.failure.Unavailable if a system cannot be reached at the start
     */
    public RunResult run() {
        Company company = request.company();
        refuseFuture();
        JobFile job = job();
        List<String> chosen = chosen(job);
        ErpDatabase.refuseMissing(company.erp());
        TemporaryFolder.removeLeftBehind(clock);
        try (BridgeDatabase bridge = BridgeDatabase.open(company.bridgeDatabase());
                CompanyLock lock = CompanyLock.take(bridge, Claims.of(company), clock);
                ErpDatabase erp = ErpDatabase.existing(company.erp())) {
            LOG.info("{} of {} begins", job.name(), lock.company());
            Needs needs = new Needs(company, chosen);
            needs.check(erp, List.of());
            RunLimits limits = new RunLimits(job.maxRejects(), job.maxRejectPercent());
            return new Systems(erp, bridge, needs, false).run(job, limits);
        }
    }

    /**
     * Does the same on copies of the ERP's tables and of what the bridge knows, and with calls to Severa that only read: what
     * it ends with is what a run would end with. Neither system is changed, and a run may be under way.
     *
     * @param look what is to be told of it; the copies are gone afterwards
     */
    public <T> T rehearse(Function<Rehearsed, T> look) {
        return rehearse(files.read(request.job(), Transfers.all("").keySet()), List.of(), look);
    }

    /**
     * Likewise, with both sides read whole, whatever the job says.
     *
     * @param more statements that {@code look} will use on the ERP
     */
    public <T> T rehearseWhole(List<String> more, Function<Rehearsed, T> look) {
        return rehearse(files.read(request.job(), Transfers.all("").keySet()).readingAll(), more, look);
    }

    private <T> T rehearse(JobFile job, List<String> more, Function<Rehearsed, T> look) {
        refuseFuture();
        Company company = request.company();
        Needs needs = new Needs(company, chosen(job));
        try (TemporaryFolder folder = TemporaryFolder.make(clock);
                ErpDatabase original = ErpDatabase.existing(company.erp())) {
            LOG.info("{} of {} is rehearsed", job.name(), company.name());
            needs.check(original, more);
            try (BridgeDatabase bridge = BridgeCopy.of(company, folder.path());
                    ErpDatabase erp =
                            ErpCopy.of(original, needs.system(), company.erp(), needs.uses(), folder.path())) {
                RunLimits none = new RunLimits(Long.MAX_VALUE, 100);
                Systems copies = new Systems(erp, bridge, needs, true);
                RunResult result = copies.run(job, none).within(job);
                return look.apply(new Rehearsed(
                        company,
                        result,
                        copies.found,
                        copies.nextCustomerNumber,
                        needs.kinds(),
                        needs.entities(),
                        bridge,
                        original,
                        needs.statements(),
                        new SeveraClient(needs.connection(Set.of()), clock),
                        Objects.requireNonNull(copies.codeTables)));
            }
        }
    }

    /** Both systems and the bridge database, or copies. */
    private final class Systems {
        private final ErpDatabase erp;
        private final BridgeDatabase bridge;
        private final Needs needs;
        private final boolean rehearsal;
        private List<Finding> found = List.of();
        private @Nullable Integer nextCustomerNumber;
        private @Nullable CodeTables codeTables;

        Systems(ErpDatabase erp, BridgeDatabase bridge, Needs needs, boolean rehearsal) {
            this.erp = erp;
            this.bridge = bridge;
            this.needs = needs;
            this.rehearsal = rehearsal;
        }

        /** A rehearsal goes on: what it finds is to be told with the rest. */
        private void stopAt(List<Finding> findings) {
            found = findings;
            List<Finding> errors = findings.stream()
                    .filter(Finding::isError)
                    .filter(finding -> !request.accepted().contains(finding.code()))
                    .toList();
            if (!rehearsal && !errors.isEmpty()) {
                throw new StoppedByFindings(errors);
            }
            findings.forEach(finding -> LOG.warn("{}: {}; {}", finding.code(), finding.what(), finding.fix()));
        }

        RunResult run(JobFile job, RunLimits limits) {
            Company company = request.company();
            Statements statements = needs.statements();
            Instant start = clock.instant();
            LongAdder referenceCalls = new LongAdder();
            SeveraClient severa = new SeveraClient(needs.connection(Set.of()), clock);
            CodeTables codes = new CodeTablesReader(company, erp, statements, severa.counting(referenceCalls)).read();
            codeTables = codes;
            needs.check(codes, new Sources(severa, erp, statements));
            NumberSeries series = NumberSeries.read(company, erp, statements, severa.counting(referenceCalls));
            nextCustomerNumber = series.severa().nextCustomerNumber();
            List<Finding> findings = new ArrayList<>(series.findings(company));
            findings.addAll(needs.system().findings(company, erp, statements, needs.sendsCosts()));
            Neighbours neighbours = new Neighbours(bridge, company);
            findings.addAll(neighbours.findings());
            stopAt(List.copyOf(findings));
            neighbours.note();
            ReferenceRead reference = new ReferenceRead(referenceCalls.sum(), Duration.between(start, clock.instant()));
            Reading reading = new Reading(job.whole(), request.since(), records);
            try (Workplace work = new Workplace(
                    company, needs.system(), erp, statements, severa, codes, bridge, reading, rehearsal, clock)) {
                work.know(Transfers.parts());
                return new Launch(work, job, request, limits, clock)
                        .start(
                                reference,
                                needs.chosen(),
                                repository ->
                                        needs.steps(new Steps(work, repository, limits, progress), codes, job.chunk()));
            }
        }
    }

    /** Nothing has changed since then: it is a slip of the pen. */
    private void refuseFuture() {
        if (request.since() != null && request.since().isAfter(clock.instant())) {
            throw new WrongSetUp("--since: " + request.since() + " lies ahead of now, " + clock.instant());
        }
    }

    private JobFile job() {
        JobFile job = files.read(request.job(), Transfers.all("").keySet());
        return records == null ? job : job.retry();
    }

    private List<String> chosen(JobFile job) {
        for (String transfer : request.only()) {
            if (!job.transfers().contains(transfer)) {
                throw new WrongSetUp("--only: job " + job.name() + " has no transfer " + transfer + "; it has "
                        + String.join(", ", job.transfers()));
            }
        }
        return request.only().isEmpty()
                ? job.transfers()
                : job.transfers().stream().filter(request.only()::contains).toList();
    }
}
