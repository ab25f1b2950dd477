package io.severabridge.job;

import io.severabridge.bridge.BridgeCopy;
import io.severabridge.bridge.BridgeDatabase;
import io.severabridge.bridge.CompanyLock;
import io.severabridge.company.Company;
import io.severabridge.erp.ErpCopy;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.SchemaCheck;
import io.severabridge.erp.Statement;
import io.severabridge.erp.Statements;
import io.severabridge.erp.Use;
import io.severabridge.erp.WriteStatement;
import io.severabridge.failure.Finding;
import io.severabridge.failure.StoppedByFindings;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.reference.CodeTables;
import io.severabridge.reference.CodeTablesReader;
import io.severabridge.reference.NumberSeries;
import io.severabridge.severa.Connection;
import io.severabridge.severa.SeveraClient;
import io.severabridge.transfer.Chosen;
import io.severabridge.transfer.Piece;
import io.severabridge.transfer.Progress;
import io.severabridge.transfer.Reading;
import io.severabridge.transfer.RunLimits;
import io.severabridge.transfer.Sources;
import io.severabridge.transfer.Steps;
import io.severabridge.transfer.Transfer;
import io.severabridge.transfer.Workplace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.step.Step;

/** One run of a job for one company, from the connections to the exit code. */
public final class JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    /**
     * What a token is asked for by registers: reading and writing of what they touch; deleting for market segments and
     * communications (both below customers). Other transfers say what they need more.
     */
    private static final SortedSet<String> SCOPES = new TreeSet<>(List.of(
            "customers:read",
            "customers:write",
            "customers:delete",
            "organization:read",
            "projects:read",
            "projects:write",
            "settings:read",
            "settings:write",
            "users:read",
            "users:write"));

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
     * @throws WrongSetUp if something must be mended first; nothing has been written then
     * @throws io.severabridge.failure.Unavailable if a system cannot be reached at the start
     */
    public RunResult run() {
        Company company = request.company();
        JobFile job = job();
        List<String> chosen = chosen(job);
        try (BridgeDatabase bridge = BridgeDatabase.open(company.bridgeDatabase());
                CompanyLock lock = CompanyLock.take(bridge, company.name(), clock);
                ErpDatabase erp = ErpDatabase.open(company.erp())) {
            LOG.info("{} of {} begins", job.name(), lock.company());
            Statements statements = statements(company);
            check(company, erp, statements, chosen);
            RunLimits limits = new RunLimits(job.maxRejects(), job.maxRejectPercent());
            return new Systems(erp, bridge, statements, false).run(job, chosen, limits);
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
     * @param more statements that {@code look} will use on the copy of the ERP
     */
    public <T> T rehearseWhole(List<String> more, Function<Rehearsed, T> look) {
        return rehearse(files.read(request.job(), Transfers.all("").keySet()).readingAll(), more, look);
    }

    private <T> T rehearse(JobFile job, List<String> more, Function<Rehearsed, T> look) {
        Company company = request.company();
        List<String> chosen = chosen(job);
        Statements statements = statements(company);
        try (TemporaryFolder folder = TemporaryFolder.make();
                ErpDatabase original = ErpDatabase.open(company.erp())) {
            LOG.info("{} of {} is planned", job.name(), company.name());
            check(company, original, statements, chosen);
            try (BridgeDatabase bridge = BridgeCopy.of(company, folder.path());
                    ErpDatabase erp = ErpCopy.of(
                            original, company.erp(), uses(company, statements, chosen, more), folder.path())) {
                RunLimits none = new RunLimits(Long.MAX_VALUE, 100);
                Systems copies = new Systems(erp, bridge, statements, true);
                RunResult result = copies.run(job, chosen, none).within(job);
                return look.apply(new Rehearsed(
                        company,
                        result,
                        copies.found,
                        copies.nextCustomerNumber,
                        bridge,
                        erp,
                        statements,
                        new SeveraClient(connection(company, scopes(company, chosen)), clock),
                        Objects.requireNonNull(copies.codeTables)));
            }
        }
    }

    /** Both systems and the bridge database, or copies. */
    private final class Systems {
        private final ErpDatabase erp;
        private final BridgeDatabase bridge;
        private final Statements statements;
        private final boolean rehearsal;
        private List<Finding> found = List.of();
        private @Nullable Integer nextCustomerNumber;
        private @Nullable CodeTables codeTables;

        Systems(ErpDatabase erp, BridgeDatabase bridge, Statements statements, boolean rehearsal) {
            this.erp = erp;
            this.bridge = bridge;
            this.statements = statements;
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
            findings.forEach(finding -> LOG.warn("{}: {}; {}", finding.code(), finding.what(), finding.mend()));
        }

        RunResult run(JobFile job, List<String> chosen, RunLimits limits) {
            Company company = request.company();
            Instant start = clock.instant();
            LongAdder referenceCalls = new LongAdder();
            SeveraClient severa = new SeveraClient(connection(company, scopes(company, chosen)), clock);
            CodeTables codes = new CodeTablesReader(company, erp, statements, severa.counting(referenceCalls)).read();
            codeTables = codes;
            check(company, codes, new Sources(severa, erp, statements), chosen);
            NumberSeries series = NumberSeries.read(company, erp, statements, severa.counting(referenceCalls));
            nextCustomerNumber = series.severa().nextCustomerNumber();
            stopAt(series.findings(company));
            ReferenceRead reference = new ReferenceRead(referenceCalls.sum(), Duration.between(start, clock.instant()));
            Reading reading = new Reading(job.whole(), request.since(), records);
            try (Workplace work =
                    new Workplace(company, erp, statements, severa, codes, bridge, reading, rehearsal, clock)) {
                return new Launch(work, job, request, limits, clock).start(reference, chosen, repository -> {
                    Steps steps = new Steps(work, repository, limits, progress);
                    return steps(steps, codes, company, chosen, job.chunk());
                });
            }
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

    private static SortedSet<String> scopes(Company company, List<String> chosen) {
        SortedSet<String> scopes = new TreeSet<>(SCOPES);
        transfers(chosen, "")
                .flatMap(transfer -> pieces(transfer, company))
                .forEach(piece -> scopes.addAll(piece.scopes()));
        return scopes;
    }

    private static Connection connection(Company company, SortedSet<String> scopes) {
        Company.Severa severa = company.severa();
        return new Connection(
                severa.baseUrl(),
                severa.clientId(),
                severa.clientSecret().reveal(),
                severa.requestsPerSecond(),
                severa.connectTimeout(),
                severa.readTimeout(),
                scopes);
    }

    private static Statements statements(Company company) {
        return new Statements("visma-business", company.erp(), ErpSettings.of(company));
    }

    /** Every table and column that the chosen transfers use is looked for before anything is read. */
    private static void check(Company company, ErpDatabase erp, Statements statements, List<String> chosen) {
        new SchemaCheck(erp, company.erp())
                .check(read(company, statements, chosen), written(company, statements, chosen));
    }

    private static List<Use> uses(Company company, Statements statements, List<String> chosen, List<String> more) {
        return Stream.of(
                        read(company, statements, chosen).stream().map(Statement::uses),
                        more.stream().map(statements::get).map(Statement::uses),
                        written(company, statements, chosen).stream().map(WriteStatement::uses))
                .flatMap(each -> each)
                .flatMap(Set::stream)
                .toList();
    }

    private static List<Statement> read(Company company, Statements statements, List<String> chosen) {
        Stream<String> reference = Stream.of(
                        CodeTablesReader.statements(company),
                        NumberSeries.statements(company),
                        List.of("reference/now"))
                .flatMap(List::stream);
        Stream<String> used = transfers(chosen, "")
                .flatMap(transfer -> pieces(transfer, company))
                .flatMap(piece -> piece.statements().stream());
        return Stream.concat(reference, used).distinct().map(statements::get).toList();
    }

    private static List<WriteStatement> written(Company company, Statements statements, List<String> chosen) {
        return transfers(chosen, "")
                .filter(Transfer::towardsErp)
                .flatMap(transfer -> pieces(transfer, company))
                .flatMap(piece -> piece.writes().stream())
                .distinct()
                .map(statements::write)
                .toList();
    }

    /** What the transfers need of both systems' code tables, before the first record is moved. */
    private static void check(Company company, CodeTables codes, Sources sources, List<String> chosen) {
        List<String> missing = transfers(chosen, "")
                .flatMap(transfer -> pieces(transfer, company))
                .flatMap(piece -> piece.missing(company, codes, sources).stream())
                .toList();
        if (!missing.isEmpty()) {
            throw new WrongSetUp(String.join("\n  ", missing));
        }
    }

    /** The transfers of these names; {@code accountSetMain} as in {@link Transfers#all}. */
    private static Stream<Transfer> transfers(List<String> names, String accountSetMain) {
        Map<String, Transfer> all = Transfers.all(accountSetMain);
        return names.stream().map(name -> java.util.Objects.requireNonNull(all.get(name)));
    }

    private static Stream<Piece> pieces(Transfer transfer, Company company) {
        return transfer.pieces().stream().filter(piece -> piece.enabledFor(company));
    }

    private static List<Step> steps(Steps steps, CodeTables codes, Company company, List<String> chosen, int chunk) {
        List<Step> made = new ArrayList<>();
        transfers(chosen, codes.severa().accountSetMain())
                .forEach(transfer ->
                        pieces(transfer, company).forEach(piece -> made.add(steps.step(transfer, piece, chunk))));
        if (made.isEmpty()) {
            throw new WrongSetUp("nothing to do: the company file has no section for " + String.join(", ", chosen));
        }
        return made;
    }
}
