package io.severabridge.transfer;

import io.severabridge.bridge.BridgeDatabase;
import io.severabridge.bridge.ErpRecords;
import io.severabridge.bridge.ErpRecords.Named;
import io.severabridge.bridge.Journal;
import io.severabridge.bridge.Links;
import io.severabridge.bridge.Links.Link;
import io.severabridge.bridge.SeveraStage;
import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.Statements;
import io.severabridge.failure.WrongSetUp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links that people make and break, by what the last run read of both sides. Journalled. */
public final class ManualLinks {
    private final Company company;
    private final ErpDatabase erp;
    private final Statements statements;
    private final BridgeDatabase bridge;
    private final Clock clock;
    private final Links links;
    private final ErpRecords erpRecords;

    public ManualLinks(Company company, ErpDatabase erp, Statements statements, BridgeDatabase bridge, Clock clock) {
        this.company = company;
        this.erp = erp;
        this.statements = statements;
        this.bridge = bridge;
        this.clock = clock;
        links = new Links(bridge, company.name());
        erpRecords = new ErpRecords(bridge, company.name());
    }

    /**
     * Links a row of the ERP to a record of Severa; the next run brings both into step as on a first link.
     *
     * @return the row's label
     * @throws WrongSetUp if either is not known, or linked already
     */
    public String link(Part<?, ?, ?> part, String erpKey, String guid) {
        String label = label(part, erpKey);
        Link before = links.of(part.entity, Set.of(erpKey)).get(erpKey);
        if (before != null) {
            throw new WrongSetUp(label + " is linked to " + before.guid() + " already: unlink it first");
        }
        links.ofGuids(part.entity, Set.of(guid)).keySet().forEach(other -> {
            throw new WrongSetUp(guid + " is linked to " + part.entity + " " + other + " already: unlink that first");
        });
        boolean known = new SeveraStage(bridge, company.name())
                .bodies(part.resource.name, List.of(guid))
                .containsKey(guid);
        if (!known) {
            throw new WrongSetUp("Severa has no record " + guid + " among its " + part.resource.name
                    + ", as far as the last run has read them");
        }
        bridge.atOnce(() -> {
            links.put(
                    part.entity,
                    new Link(erpKey, guid, null, null, Links.MadeBy.LINKED, Journal.BY_HAND, null),
                    clock.instant());
            journal(part, erpKey, guid, Journal.Action.LINK);
        });
        fill(part, erpKey, guid);
        return label;
    }

    /**
     * Breaks a link, and empties the ERP's field.
     *
     * @return the row's label
     * @throws WrongSetUp if there is none
     */
    public String unlink(Part<?, ?, ?> part, String erpKey) {
        Link link = links.of(part.entity, Set.of(erpKey)).get(erpKey);
        if (link == null) {
            throw new WrongSetUp(part.entity + " " + erpKey + " is not linked");
        }
        fill(part, erpKey, "");
        bridge.atOnce(() -> {
            links.remove(part.entity, erpKey);
            journal(part, erpKey, link.guid(), Journal.Action.UNLINK);
        });
        List<Named> named = erpRecords.byKey(part.entity, erpKey);
        return named.isEmpty() ? part.entity + " " + erpKey : named.get(0).label();
    }

    private String label(Part<?, ?, ?> part, String erpKey) {
        List<Named> named = erpRecords.byKey(part.entity, erpKey);
        if (named.isEmpty()) {
            throw new WrongSetUp("the ERP has no " + part.entity + " " + erpKey
                    + ", as far as the last run has read it; the key is the associate number, or the number of a unit,"
                    + " product or category");
        }
        return named.get(0).label();
    }

    private void journal(Part<?, ?, ?> part, String erpKey, String guid, Journal.Action action) {
        new Journal(bridge, company.name(), Journal.BY_HAND)
                .write(
                        List.of(new Journal.Entry(
                                part.entity, erpKey, guid, Journal.Side.ERP, action, null, null, null)),
                        clock.instant());
    }

    private void fill(Part<?, ?, ?> part, String erpKey, String guid) {
        @Nullable String statement = part.guidStatement;
        if (statement == null) {
            return;
        }
        Map<String, Object> write = new HashMap<>(
                ErpTime.of(erp, statements, clock).change(company.erp().changeUser()));
        write.put("guid", guid);
        write.put("key", part.textKey.test(company) ? erpKey : (Object) Long.valueOf(erpKey));
        erp.write(statements.get(statement), List.of(write));
    }
}
