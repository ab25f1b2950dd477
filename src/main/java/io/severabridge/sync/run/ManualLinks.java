package io.severabridge.sync.run;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpSystem;
import io.severabridge.erp.statement.Statements;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.Journal;
import io.severabridge.store.ledger.LinkStore;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.staging.ErpLookUp;
import io.severabridge.store.staging.ErpLookUp.Named;
import io.severabridge.store.staging.SeveraStage;
import io.severabridge.sync.definition.EntityDefinition;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Links that people make and break, by what the last run read of both sides. Journalled. */
public final class ManualLinks {
    /** In front of a number that is the associate's, the key of a customer, employee or contact. */
    private static final String ASSOCIATE = "associate:";

    private final Company company;
    private final ErpSystem system;
    private final ErpDatabase erp;
    private final Statements statements;
    private final BridgeDatabase bridge;
    private final Clock clock;
    private final LinkStore links;
    private final ErpLookUp erpLookUp;

    public ManualLinks(Company company, ErpSystem system, ErpDatabase erp, BridgeDatabase bridge, Clock clock) {
        this.company = company;
        this.system = system;
        this.erp = erp;
        statements = system.statements(company);
        this.bridge = bridge;
        this.clock = clock;
        links = new LinkStore(bridge, company.name());
        erpLookUp = new ErpLookUp(bridge, company.name());
    }

    /**
     * Links a row of the ERP to a record of Severa; the next run brings both into step as on a first link.
     *
     * @return the row's label
     * @throws WrongSetUp if either is not known, or linked already
     */
    public String link(EntityDefinition<?, ?, ?> definition, String number, String guid) {
        Named row = row(definition, number);
        String erpKey = row.erpKey();
        String label = row.label();
        Link before = links.of(definition.entity(), Set.of(erpKey)).get(erpKey);
        if (before != null) {
            throw new WrongSetUp(label + " is linked to " + before.guid() + " already: unlink it first");
        }
        links.ofGuids(definition.entity(), Set.of(guid)).keySet().forEach(other -> {
            throw new WrongSetUp(
                    guid + " is linked to " + definition.entity() + " " + other + " already: unlink that first");
        });
        boolean known = new SeveraStage(bridge, company.name())
                .bodies(definition.severa().resource().name(), List.of(guid))
                .containsKey(guid);
        if (!known) {
            throw new WrongSetUp("Severa has no record " + guid + " among its "
                    + definition.severa().resource().name() + ", as far as the last run has read them");
        }
        bridge.atOnce(() -> {
            links.put(
                    definition.entity(),
                    new Link(erpKey, guid, null, null, LinkStore.MadeBy.LINKED, Journal.BY_HAND, null),
                    clock.instant());
            journal(definition, erpKey, guid, Journal.Action.LINK);
        });
        fill(definition, erpKey, guid);
        return label;
    }

    /**
     * Breaks a link, and empties the ERP's field.
     *
     * @return the row's label
     * @throws WrongSetUp if there is none
     */
    public String unlink(EntityDefinition<?, ?, ?> definition, String number) {
        String gone = number.startsWith(ASSOCIATE) ? number.substring(ASSOCIATE.length()) : number;
        boolean vanished = rows(definition, number).isEmpty()
                && links.of(definition.entity(), Set.of(gone)).containsKey(gone);
        Named row = vanished ? new Named(gone, definition.entity() + " " + gone) : row(definition, number);
        String erpKey = row.erpKey();
        Link link = links.of(definition.entity(), Set.of(erpKey)).get(erpKey);
        if (link == null) {
            throw new WrongSetUp(row.label() + " is not linked");
        }
        fill(definition, erpKey, "");
        bridge.atOnce(() -> {
            links.remove(definition.entity(), erpKey);
            journal(definition, erpKey, link.guid(), Journal.Action.UNLINK);
        });
        return row.label();
    }

    /**
     * The row that people mean by a number.
     *
     * @throws WrongSetUp if there is none, or if it is the number of one row and the associate number of another
     */
    private Named row(EntityDefinition<?, ?, ?> definition, String number) {
        List<Named> found = rows(definition, number);
        if (found.isEmpty()) {
            throw new WrongSetUp("the ERP has no " + definition.entity() + " " + number
                    + ", as far as the last run has read it: write the number of the customer, employee, project, product,"
                    + " unit or category, such as 10001, or an associate number, such as " + ASSOCIATE + "100");
        }
        if (found.size() > 1) {
            throw new WrongSetUp(number + " stands for "
                    + found.stream()
                            .map(row -> row.label() + " (associate " + row.erpKey() + ")")
                            .collect(Collectors.joining(" and for "))
                    + ": write "
                    + found.stream().map(row -> ASSOCIATE + row.erpKey()).collect(Collectors.joining(" or ")));
        }
        return found.get(0);
    }

    /** By its number, or by the key of its table; twins have one number. */
    private List<Named> rows(EntityDefinition<?, ?, ?> definition, String number) {
        if (number.startsWith(ASSOCIATE)) {
            return erpLookUp.byKeys(definition.entity(), List.of(number.substring(ASSOCIATE.length())));
        }
        Map<String, Named> found = new LinkedHashMap<>();
        Stream.of(
                        erpLookUp.byNumber(definition.entity(), number),
                        erpLookUp.byNumber(definition.entity(), number.replaceFirst("^0+(?=\\d)", "")),
                        erpLookUp.byKeys(definition.entity(), List.of(number)))
                .flatMap(List::stream)
                .forEach(row -> found.putIfAbsent(row.erpKey(), row));
        return List.copyOf(found.values());
    }

    private void journal(EntityDefinition<?, ?, ?> definition, String erpKey, String guid, Journal.Action action) {
        new Journal(bridge, company.name(), Journal.BY_HAND)
                .write(
                        List.of(new Journal.Entry(
                                definition.entity(), erpKey, guid, Journal.Side.ERP, action, null, null, null)),
                        clock.instant());
    }

    private void fill(EntityDefinition<?, ?, ?> definition, String erpKey, String guid) {
        @Nullable String statement = definition.erp().guidStatement();
        if (statement == null) {
            return;
        }
        Map<String, Object> write =
                new HashMap<>(system.time(erp, statements, company.erp(), clock).change());
        write.put("guid", guid);
        write.put("key", definition.erp().isTextKey(company) ? erpKey : (Object) Long.valueOf(erpKey));
        erp.write(statements.write(statement), List.of(write));
    }
}
