package io.severabridge.store.ledger;

import io.severabridge.store.database.Batches;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.Utc;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Creates that were written down before they were sent. One that is still here may or may not have reached Severa. */
public final class Intents {
    /**
     * A create before it is sent.
     *
     * @param body the request as JSON
     * @param madeAt by our clock
     * @param severaTime by Severa's clock, in whole seconds
     */
    public record Intent(String erpKey, @Nullable String parentGuid, String body, Instant madeAt, Instant severaTime) {}

    private final BridgeDatabase database;
    private final String company;

    public Intents(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    public Map<String, Intent> of(String entity, Collection<String> erpKeys) {
        Map<String, Intent> found = new HashMap<>();
        Batches.query(
                        database,
                        "SELECT ERP_KEY, PARENT_GUID, BODY, MADE_AT, SEVERA_TIME FROM BRIDGE_INTENT"
                                + " WHERE COMPANY = :company AND ENTITY = :entity AND ERP_KEY IN (:keys)",
                        Map.of("company", company, "entity", entity),
                        erpKeys,
                        (row, number) -> new Intent(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                Utc.instant(row, 4),
                                Utc.instant(row, 5)))
                .forEach(intent -> found.put(intent.erpKey(), intent));
        return found;
    }

    /** How many creates are in doubt. */
    public long count() {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM BRIDGE_INTENT WHERE COMPANY = ?")
                .param(company)
                .query(Long.class)
                .single();
    }

    public void put(String entity, Collection<Intent> intents) {
        for (Intent intent : intents) {
            remove(entity, intent.erpKey());
        }
        database.batches()
                .batchUpdate(
                        "INSERT INTO BRIDGE_INTENT (COMPANY, ENTITY, ERP_KEY, PARENT_GUID, BODY, MADE_AT, SEVERA_TIME)"
                                + " VALUES (:company, :entity, :key, :parent, :body, :madeAt, :severaTime)",
                        intents.stream()
                                .map(intent -> new MapSqlParameterSource()
                                        .addValue("company", company)
                                        .addValue("entity", entity)
                                        .addValue("key", intent.erpKey())
                                        .addValue("parent", intent.parentGuid(), Types.NVARCHAR)
                                        .addValue("body", intent.body())
                                        .addValue("madeAt", Utc.time(intent.madeAt()))
                                        .addValue("severaTime", Utc.time(intent.severaTime())))
                                .toArray(MapSqlParameterSource[]::new));
    }

    public void remove(String entity, String erpKey) {
        database.jdbc()
                .sql("DELETE FROM BRIDGE_INTENT WHERE COMPANY = ? AND ENTITY = ? AND ERP_KEY = ?")
                .params(company, entity, erpKey)
                .update();
    }
}
