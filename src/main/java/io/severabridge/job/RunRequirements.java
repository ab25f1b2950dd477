package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.entity.Entities;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpSystem;
import io.severabridge.erp.Permissions;
import io.severabridge.erp.SchemaCheck;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.Statements;
import io.severabridge.erp.statement.Use;
import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.failure.Finding;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.reference.CodeTables;
import io.severabridge.reference.CodeTablesReader;
import io.severabridge.reference.NumberSeries;
import io.severabridge.severa.Connection;
import io.severabridge.severa.PatchForm;
import io.severabridge.severa.Route;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.StepDefinition;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.Sources;
import io.severabridge.sync.step.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.batch.core.step.Step;

/**
 * What some transfers of one company need of both systems.
 *
 * @param chosen names of transfers, in their order
 */
record RunRequirements(Company company, List<String> chosen, ErpSystem system, Statements statements) {
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

    RunRequirements(Company company, List<String> chosen) {
        this(company, chosen, ErpSystems.of(company));
    }

    private RunRequirements(Company company, List<String> chosen, ErpSystem system) {
        this(company, chosen, system, system.statements(company));
    }

    /** {@code more} are scopes that the transfers do not need. */
    Connection connection(Collection<String> more) {
        SortedSet<String> scopes = new TreeSet<>(SCOPES);
        parts().forEach(part -> scopes.addAll(part.scopes()));
        scopes.addAll(more);
        Company.Severa severa = company.severa();
        return new Connection(
                severa.baseUrl(),
                severa.clientId(),
                severa.clientSecret().reveal(),
                severa.requestsPerSecond(),
                severa.connectTimeout(),
                severa.readTimeout(),
                severa.overlap(),
                PatchForm.valueOf(severa.patchValues().name()),
                scopes,
                route(severa));
    }

    private static Route route(Company.Severa severa) {
        Company.Proxy proxy = severa.network().proxy();
        Company.Network network = severa.network();
        return new Route(
                proxy == null
                        ? Route.ofEnvironment(severa.baseUrl(), System.getenv())
                        : new Route.Proxy(
                                proxy.host(),
                                proxy.port(),
                                proxy.username(),
                                proxy.password().reveal()),
                network.trustStore() == null ? null : Path.of(network.trustStore()),
                network.trustStorePassword().reveal());
    }

    /** Every table and column that the transfers use is looked for before anything is read; {@code more} are other statements. */
    void check(ErpDatabase erp, List<String> more) {
        OtherNames.check(company, statements);
        new SchemaCheck(erp, company.erp())
                .check(
                        Stream.concat(
                                        read().stream(),
                                        more.stream().filter(statements::has).map(statements::get))
                                .toList(),
                        written());
    }

    /** What the login of the ERP lacks for the transfers. */
    List<Finding> permissions(ErpDatabase erp) {
        return new Permissions(erp, company.erp().schema()).findings(read(), written());
    }

    /** The columns that the transfers use. */
    List<Use> uses() {
        return Stream.concat(
                        read().stream().map(Statement::uses), written().stream().map(WriteStatement::uses))
                .flatMap(Set::stream)
                .toList();
    }

    List<Statement> read() {
        Stream<String> reference = Stream.of(
                        CodeTablesReader.statements(company),
                        NumberSeries.statements(company),
                        system.checkStatements(company, sendsCosts()),
                        List.of("reference/now"))
                .flatMap(List::stream);
        return Stream.concat(reference, parts().flatMap(part -> part.statements().stream()))
                .distinct()
                .filter(statements::has)
                .map(statements::get)
                .toList();
    }

    /** Whether costs are sent. */
    boolean sendsCosts() {
        return chosen.contains(Transfer.name(Entities.COST, Direction.TO_SEVERA));
    }

    List<WriteStatement> written() {
        Stream<String> records = transfers(Transfers.all(""))
                .filter(Transfer::towardsErp)
                .flatMap(this::parts)
                .flatMap(part -> part.writes().stream());
        Stream<String> guids = parts().flatMap(part -> part.guidWrites().stream());
        return Stream.concat(records, guids)
                .distinct()
                .filter(statements::has)
                .map(statements::write)
                .toList();
    }

    /** What the transfers need of both systems' code tables, before the first record is moved. */
    void check(CodeTables codes, Sources sources) {
        List<String> missing = parts().flatMap(part -> part.missing(company, codes, sources).stream())
                .toList();
        if (!missing.isEmpty()) {
            throw new WrongSetUp(String.join("\n  ", missing));
        }
    }

    /** The transfers as the code tables make them. */
    Stream<Transfer> transfers(CodeTables codes) {
        Map<String, String> types = new HashMap<>(codes.severa().communicationTypes());
        types.keySet().retainAll(company.contacts().communicationTypes().keySet());
        return transfers(Transfers.all(codes.severa().accountSetMain(), types));
    }

    private Stream<Transfer> transfers(Map<String, Transfer> all) {
        return chosen.stream().map(name -> Objects.requireNonNull(all.get(name)));
    }

    List<Rehearsed.Kind> kinds() {
        return parts().<Rehearsed.Kind>mapMulti((part, to) -> {
                    if (part instanceof EntityDefinition<?, ?, ?> definition && definition.isRecord()) {
                        to.accept(new Rehearsed.Kind(definition.entity(), definition.resource()));
                    }
                })
                .distinct()
                .toList();
    }

    /** What each step moves. */
    Map<String, String> entities() {
        Map<String, String> entities = new HashMap<>();
        transfers(Transfers.all(""))
                .forEach(transfer ->
                        parts(transfer).forEach(part -> entities.put(transfer.stepName(part), part.entity())));
        return entities;
    }

    private Stream<StepDefinition> parts() {
        return transfers(Transfers.all("")).flatMap(this::parts);
    }

    Stream<StepDefinition> parts(Transfer transfer) {
        return transfer.parts().stream().filter(part -> part.enabledFor(company) && hasRecords(part));
    }

    /** Whether the ERP has the records that a part moves: the first statement reads them. */
    private boolean hasRecords(StepDefinition part) {
        return statements.has(part.statements().get(0));
    }

    /** The chosen transfers that the ERP has no records for. */
    List<String> lacking() {
        return transfers(Transfers.all(""))
                .filter(transfer -> transfer.parts().stream().noneMatch(this::hasRecords))
                .map(Transfer::name)
                .toList();
    }

    /** {@code completed} are names of steps that need nothing more. */
    List<Step> steps(Steps steps, CodeTables codes, int chunk, Set<String> completed) {
        List<Step> made = new ArrayList<>();
        transfers(codes)
                .forEach(transfer ->
                        parts(transfer).forEach(part -> made.addAll(steps.steps(transfer, part, chunk, completed))));
        if (made.isEmpty()) {
            throw new WrongSetUp("nothing to do: the company file has no section for " + String.join(", ", chosen));
        }
        return made;
    }
}
