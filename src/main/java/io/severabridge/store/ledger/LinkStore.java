package io.severabridge.store.ledger;

import io.severabridge.store.database.Batches;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.Utc;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which record of the ERP is which record of Severa, per company and entity. */
public final class LinkStore {
    /** How a link came to be. */
    public enum MadeBy {
        /** The ERP's record was made in Severa. */
        CREATED,
        /** Severa's record was made in the ERP. */
        CREATED_IN_ERP,
        /** Both had it. */
        LINKED
    }

    /**
     * One link.
     *
     * @param erpSeen the agreed record as the ERP last had it, as JSON; null for links that carry no state
     * @param madeIn the job instance that made it
     * @param open names of the fields, with commas between them, that are still as the first link found them; null for none
     */
    public record Link(
            String erpKey,
            String guid,
            @Nullable String erpSeen,
            @Nullable String severaSeen,
            MadeBy madeBy,
            long madeIn,
            @Nullable String open) {}

    private final BridgeDatabase database;
    private final String company;

    public LinkStore(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /** Those of the keys that are linked, by key. */
    public Map<String, Link> of(String entity, Collection<String> erpKeys) {
        return by("ERP_KEY", entity, erpKeys);
    }

    /** The GUIDs of those of the keys that are linked, by key: without what the links remember, which is long. */
    public Map<String, String> guids(String entity, Collection<String> erpKeys) {
        return Batches.map(
                database,
                "SELECT ERP_KEY, GUID FROM BRIDGE_LINK WHERE COMPANY = :company AND ENTITY = :entity"
                        + " AND ERP_KEY IN (:keys)",
                Map.of("company", company, "entity", entity),
                erpKeys,
                (row, number) -> Map.entry(row.getString(1), row.getString(2)));
    }

    /** How many there are. */
    public long count(String entity) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM BRIDGE_LINK WHERE COMPANY = ? AND ENTITY = ?")
                .params(company, entity)
                .query(Long.class)
                .single();
    }

    /** Keys of all that are linked, by GUID. */
    public Map<String, String> keys(String entity) {
        Map<String, String> keys = new HashMap<>();
        database.jdbc()
                .sql("SELECT GUID, ERP_KEY FROM BRIDGE_LINK WHERE COMPANY = ? AND ENTITY = ?")
                .params(company, entity)
                .query(row -> {
                    keys.put(row.getString(1), row.getString(2));
                });
        return keys;
    }

    /** What was sent, as its link remembers it. */
    public record Sent(String erpKey, String guid, String seen) {}

    /** All that remember what the ERP had, in the order of their keys. */
    public List<Sent> sent(String entity) {
        return database.jdbc()
                .sql("SELECT ERP_KEY, GUID, ERP_SEEN FROM BRIDGE_LINK WHERE COMPANY = ? AND ENTITY = ?"
                        + " AND ERP_SEEN IS NOT NULL ORDER BY ERP_KEY")
                .params(company, entity)
                .query((row, number) -> new Sent(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Those of the GUIDs that are linked, by key. */
    public Map<String, Link> ofGuids(String entity, Collection<String> guids) {
        return by("GUID", entity, guids);
    }

    private Map<String, Link> by(String column, String entity, Collection<String> values) {
        Map<String, Link> found = new HashMap<>();
        Batches.query(
                        database,
                        "SELECT ERP_KEY, GUID, ERP_SEEN, SEVERA_SEEN, MADE_BY, MADE_IN, OPEN_FIELDS FROM BRIDGE_LINK"
                                + " WHERE COMPANY = :company AND ENTITY = :entity AND " + column + " IN (:keys)",
                        Map.of("company", company, "entity", entity),
                        values,
                        (row, number) -> new Link(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                MadeBy.valueOf(row.getString(5)),
                                row.getLong(6),
                                row.getString(7)))
                .forEach(link -> found.put(link.erpKey(), link));
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
        values.put("open", link.open());
        values.put("at", Utc.time(at));
        int changed = database.jdbc()
                .sql("UPDATE BRIDGE_LINK SET GUID = :guid, ERP_SEEN = :erp, SEVERA_SEEN = :severa, OPEN_FIELDS = :open,"
                        + " CHANGED_AT = :at"
                        + " WHERE COMPANY = :company AND ENTITY = :entity AND ERP_KEY = :key")
                .params(values)
                .update();
        if (changed == 0) {
            database.jdbc()
                    .sql("INSERT INTO BRIDGE_LINK (COMPANY, ENTITY, ERP_KEY, GUID, ERP_SEEN, SEVERA_SEEN, MADE_BY,"
                            + " MADE_IN, OPEN_FIELDS, CHANGED_AT) VALUES (:company, :entity, :key, :guid, :erp, :severa,"
                            + " :madeBy, :madeIn, :open, :at)")
                    .params(values)
                    .update();
        }
    }

    /** A row of the ERP that got another key takes its link along, where the old key's row is gone. */
    public void followKeys(String entity) {
        database.jdbc()
                .sql("UPDATE BRIDGE_LINK SET ERP_KEY = (SELECT MIN(e.ERP_KEY) FROM BRIDGE_ERP_RECORD e"
                        + " WHERE e.COMPANY = BRIDGE_LINK.COMPANY AND e.ENTITY = BRIDGE_LINK.ENTITY"
                        + " AND e.GUID = BRIDGE_LINK.GUID)"
                        + " WHERE COMPANY = :company AND ENTITY = :entity"
                        + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_ERP_RECORD o WHERE o.COMPANY = BRIDGE_LINK.COMPANY"
                        + " AND o.ENTITY = BRIDGE_LINK.ENTITY AND o.ERP_KEY = BRIDGE_LINK.ERP_KEY)"
                        + " AND (SELECT COUNT(*) FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = BRIDGE_LINK.COMPANY"
                        + " AND e.ENTITY = BRIDGE_LINK.ENTITY AND e.GUID = BRIDGE_LINK.GUID"
                        + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_LINK t WHERE t.COMPANY = e.COMPANY"
                        + " AND t.ENTITY = e.ENTITY AND t.ERP_KEY = e.ERP_KEY)) = 1")
                .param("company", company)
                .param("entity", entity)
                .update();
    }

    /** Whatever was linked to a record of Severa: the row that it was linked to has another one in its place. */
    public void removeOf(String guid) {
        database.jdbc()
                .sql("DELETE FROM BRIDGE_LINK WHERE COMPANY = ? AND GUID = ?")
                .params(company, guid)
                .update();
    }

    /** Those of an entity that a job instance made. */
    public void removeMadeIn(String entity, long jobInstance) {
        database.jdbc()
                .sql("DELETE FROM BRIDGE_LINK WHERE COMPANY = ? AND ENTITY = ? AND MADE_IN = ?")
                .params(company, entity, jobInstance)
                .update();
    }

    public void remove(String entity, String erpKey) {
        database.jdbc()
                .sql("DELETE FROM BRIDGE_LINK WHERE COMPANY = ? AND ENTITY = ? AND ERP_KEY = ?")
                .params(company, entity, erpKey)
                .update();
    }
}
