package io.severabridge.bridge;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which record of the ERP is which record of Severa, per company and entity. */
public final class Links {
    /** How a link came to be. */
    public enum MadeBy {
        CREATED,
        LINKED
    }

    /**
     * One link.
     *
     * @param erpSeen the agreed record as the ERP last had it, as JSON; null for links that carry no state
     * @param madeIn the job instance that made it
     */
    public record Link(
            String erpKey,
            String guid,
            @Nullable String erpSeen,
            @Nullable String severaSeen,
            MadeBy madeBy,
            long madeIn) {}

    private final BridgeDatabase database;
    private final String company;

    public Links(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /** Those of the keys that are linked, by key. */
    public Map<String, Link> of(String entity, Collection<String> erpKeys) {
        return by("ERP_KEY", entity, erpKeys);
    }

    /** Those of the GUIDs that are linked, by key. */
    public Map<String, Link> ofGuids(String entity, Collection<String> guids) {
        return by("GUID", entity, guids);
    }

    private Map<String, Link> by(String column, String entity, Collection<String> values) {
        Map<String, Link> found = new HashMap<>();
        for (List<String> some : Batches.of(values)) {
            database.jdbc()
                    .sql("SELECT ERP_KEY, GUID, ERP_SEEN, SEVERA_SEEN, MADE_BY, MADE_IN FROM BRIDGE_LINK"
                            + " WHERE COMPANY = :company AND ENTITY = :entity AND " + column + " IN (:keys)")
                    .param("company", company)
                    .param("entity", entity)
                    .param("keys", some)
                    .query((row, number) -> new Link(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            MadeBy.valueOf(row.getString(5)),
                            row.getLong(6)))
                    .list()
                    .forEach(link -> found.put(link.erpKey(), link));
        }
        return found;
    }

    /** Stores a link, or what it remembers now. */
    public void put(String entity, Link link, Instant at) {
        Map<String, Object> values = new HashMap<>();
        values.put("company", company);
        values.put("entity", entity);
        values.put("key", link.erpKey());
        values.put("guid", link.guid());
        values.put("erp", link.erpSeen());
        values.put("severa", link.severaSeen());
        values.put("madeBy", link.madeBy().name());
        values.put("madeIn", link.madeIn());
        values.put("at", Utc.time(at));
        int changed = database.jdbc()
                .sql("UPDATE BRIDGE_LINK SET GUID = :guid, ERP_SEEN = :erp, SEVERA_SEEN = :severa, CHANGED_AT = :at"
                        + " WHERE COMPANY = :company AND ENTITY = :entity AND ERP_KEY = :key")
                .params(values)
                .update();
        if (changed == 0) {
            database.jdbc()
                    .sql("INSERT INTO BRIDGE_LINK (COMPANY, ENTITY, ERP_KEY, GUID, ERP_SEEN, SEVERA_SEEN, MADE_BY,"
                            + " MADE_IN, CHANGED_AT) VALUES (:company, :entity, :key, :guid, :erp, :severa, :madeBy,"
                            + " :madeIn, :at)")
                    .params(values)
                    .update();
        }
    }

    public void remove(String entity, String erpKey) {
        database.jdbc()
                .sql("DELETE FROM BRIDGE_LINK WHERE COMPANY = ? AND ENTITY = ? AND ERP_KEY = ?")
                .params(company, entity, erpKey)
                .update();
    }
}
