package io.severabridge.store.staging;

import io.severabridge.store.database.Batches;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the ERP's records by what people or Severa know of them. */
public final class ErpLookUp {
    /** A record by its key and label. */
    public record Named(String erpKey, String label) {}

    /** A record that has a key in common with one of Severa: {@code by} is number, e-mail or name. */
    public record Like(String erpKey, String label, String by, boolean linked) {}

    private final BridgeDatabase database;
    private final String company;

    public ErpLookUp(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /** The records with a key, at most one. */
    public List<Named> byKey(String entity, String erpKey) {
        return by("ERP_KEY", entity, erpKey);
    }

    /** The records with a number, in the normal form of the match. */
    public List<Named> byNumber(String entity, String number) {
        return by("NUMBER_KEY", entity, number);
    }

    /** The records with these keys. */
    public List<Named> byKeys(String entity, Collection<String> erpKeys) {
        return Batches.query(
                database,
                "SELECT ERP_KEY, LABEL FROM BRIDGE_ERP_RECORD WHERE COMPANY = :company AND ENTITY = :entity"
                        + " AND ERP_KEY IN (:keys)",
                Map.of("company", company, "entity", entity),
                erpKeys,
                (row, number) -> new Named(row.getString(1), row.getString(2)));
    }

    private List<Named> by(String column, String entity, String value) {
        return database.jdbc()
                .sql("SELECT ERP_KEY, LABEL FROM BRIDGE_ERP_RECORD WHERE COMPANY = ? AND ENTITY = ? AND " + column
                        + " = ? ORDER BY ERP_KEY")
                .params(company, entity, value)
                .query((row, number) -> new Named(row.getString(1), row.getString(2)))
                .list();
    }

    /** The number of the record with a key; null for none. */
    public @Nullable String number(String entity, String erpKey) {
        return database.jdbc()
                .sql("SELECT NUMBER_KEY FROM BRIDGE_ERP_RECORD WHERE COMPANY = ? AND ENTITY = ? AND ERP_KEY = ?"
                        + " AND NUMBER_KEY IS NOT NULL")
                .params(company, entity, erpKey)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Records that have a number, e-mail address or name in common with one of Severa. */
    public List<Like> like(String entity, Keys keys) {
        List<Like> found = new ArrayList<>();
        like(entity, "NUMBER_KEY", keys.number(), "number", found);
        like(entity, "EMAIL_KEY", keys.email(), "e-mail", found);
        like(entity, "NAME_KEY", keys.name(), "name", found);
        return found;
    }

    private void like(String entity, String column, @Nullable String key, String by, List<Like> found) {
        if (key == null) {
            return;
        }
        found.addAll(database.jdbc()
                .sql("SELECT e.ERP_KEY, e.LABEL, (SELECT COUNT(*) FROM BRIDGE_LINK l WHERE l.COMPANY = e.COMPANY"
                        + " AND l.ENTITY = e.ENTITY AND l.ERP_KEY = e.ERP_KEY) FROM BRIDGE_ERP_RECORD e"
                        + " WHERE e.COMPANY = ? AND e.ENTITY = ? AND e." + column + " = ? ORDER BY e.ERP_KEY")
                .params(company, entity, Objects.requireNonNull(Texts.key(key)))
                .query((row, number) -> new Like(row.getString(1), row.getString(2), by, row.getLong(3) > 0))
                .list());
    }

    /** Whether a record of Severa was matched to one of these. */
    public boolean isMatched(String entity, String guid) {
        return database.jdbc()
                        .sql(
                                "SELECT COUNT(*) FROM BRIDGE_ERP_RECORD WHERE COMPANY = ? AND ENTITY = ? AND MATCH_GUID = ?")
                        .params(company, entity, guid)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** GUIDs in the ERP's fields that are neither linked nor among the records of a resource. */
    public List<String> unknownGuids(String entity, String resource) {
        return database.jdbc()
                .sql("SELECT DISTINCT e.GUID FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = :company AND e.ENTITY = :entity"
                        + " AND e.GUID IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_LINK l WHERE l.COMPANY = :company"
                        + " AND l.ENTITY = :entity AND (l.ERP_KEY = e.ERP_KEY OR l.GUID = e.GUID))"
                        + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_SEVERA_RECORD s WHERE s.COMPANY = :company"
                        + " AND s.RESOURCE = :resource AND s.GUID = e.GUID)")
                .param("company", company)
                .param("entity", entity)
                .param("resource", resource)
                .query(String.class)
                .list();
    }
}
