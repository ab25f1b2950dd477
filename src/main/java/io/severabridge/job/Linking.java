package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.failure.Similar;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.Claims;
import io.severabridge.store.database.CompanyLock;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.run.ManualLinks;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and breaks links by hand, while no run of the company is under way. */
public final class Linking {
    private static final Logger LOG = LoggerFactory.getLogger(Linking.class);

    private final Company company;
    private final Clock clock;

    public Linking(Company company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    /** Answers the label of the row that is linked now. */
    public String link(String entity, String erpKey, String guid) {
        return with(
                entity, (links, definition) -> links.link(definition, erpKey, guid.toLowerCase(java.util.Locale.ROOT)));
    }

    /** Answers the label of the row that has no link any longer. */
    public String unlink(String entity, String erpKey) {
        return with(entity, (links, definition) -> links.unlink(definition, erpKey));
    }

    private String with(String entity, BiFunction<ManualLinks, EntityDefinition<?, ?, ?>, String> work) {
        EntityDefinition<?, ?, ?> definition = part(KnownNames.entity(entity));
        try (BridgeDatabase bridge = BridgeDatabase.existing(company);
                CompanyLock lock = CompanyLock.take(bridge, Claims.of(company), clock);
                ErpDatabase erp = ErpDatabase.existing(company.erp())) {
            LOG.info("links of {} are changed by hand", lock.company());
            return work.apply(new ManualLinks(company, ErpSystems.of(company), erp, bridge, clock), definition);
        }
    }

    private EntityDefinition<?, ?, ?> part(String entity) {
        List<EntityDefinition<?, ?, ?>> definitions = Transfers.all("").values().stream()
                .map(Transfer::parts)
                .flatMap(List::stream)
                .<EntityDefinition<?, ?, ?>>mapMulti((part, to) -> {
                    if (part instanceof EntityDefinition<?, ?, ?> definition && definition.isRecord()) {
                        to.accept(definition);
                    }
                })
                .toList();
        return definitions.stream()
                .filter(definition -> definition.entity().equals(entity))
                .findFirst()
                .orElseThrow(() -> new WrongSetUp("there is no entity " + entity
                        + Similar.to(
                                entity,
                                definitions.stream()
                                        .map(EntityDefinition::entity)
                                        .toList()) + "; there are "
                        + String.join(
                                ", ",
                                new TreeSet<>(definitions.stream()
                                        .map(EntityDefinition::entity)
                                        .toList()))));
    }
}
