package io.severabridge.bridge;

import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** The ERP's records by what they are matched by, and what the match found. */
public final class ErpRecords {
    /**
     * One record before it is matched.
     *
     * @param guid what stands in the ERP's GUID field, if anything
     * @param sendable whether it may be made in Severa if it is not there yet
     * @param problem code of a reason to reject it that is known already
     */
    public record Entry(
            String erpKey,
            String label,
            @Nullable String guid,
            Keys keys,
            boolean sendable,
            @Nullable String problem) {}

    /** What the match found. {@code rule} is link, guid, number, email or name. */
    public record Match(
            @Nullable String guid,
            @Nullable String rule,
            @Nullable String problem,
            Keys keys,
            @Nullable String erpGuid) {}

    /** A record by its key and label. */
    public record Named(String erpKey, String label) {}

    private final BridgeDatabase database;
    private final String company;

    public ErpRecords(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /** Forgets an entity, before it is read anew. */
    public void clear(String entity) {
        database.jdbc()
                .sql("DELETE FROM BRIDGE_ERP_RECORD WHERE COMPANY = ? AND ENTITY = ?")
                .params(company, entity)
                .update();
    }

    public void add(String entity, Collection<Entry> entries) {
        MapSqlParameterSource[] rows = entries.stream()
                .map(entry -> new MapSqlParameterSource()
                        .addValue("company", company)
                        .addValue("entity", entity)
                        .addValue("key", entry.erpKey())
                        .addValue("label", Texts.cut(entry.label(), 200))
                        .addValue("guid", entry.guid(), Types.NVARCHAR)
                        .addValue("number", Texts.key(entry.keys().number()), Types.NVARCHAR)
                        .addValue("email", Texts.key(entry.keys().email()), Types.NVARCHAR)
                        .addValue("name", Texts.key(entry.keys().name()), Types.NVARCHAR)
                        .addValue("sendable", entry.sendable() ? 1 : 0)
                        .addValue("problem", entry.problem(), Types.NVARCHAR))
                .toArray(MapSqlParameterSource[]::new);
        database.batches()
                .batchUpdate(
                        "INSERT INTO BRIDGE_ERP_RECORD (COMPANY, ENTITY, ERP_KEY, LABEL, GUID, NUMBER_KEY, EMAIL_KEY,"
                                + " NAME_KEY, SENDABLE, PROBLEM) VALUES (:company, :entity, :key, :label,"
                                + " :guid, :number, :email, :name, :sendable, :problem)",
                        rows);
    }

    public Map<String, Match> matches(String entity, Collection<String> erpKeys) {
        Map<String, Match> found = new HashMap<>();
        for (List<String> some : Batches.of(erpKeys)) {
            database.jdbc()
                    .sql("SELECT ERP_KEY, MATCH_GUID, MATCH_RULE, PROBLEM, NUMBER_KEY, EMAIL_KEY, NAME_KEY,"
                            + " GUID FROM BRIDGE_ERP_RECORD"
                            + " WHERE COMPANY = :company AND ENTITY = :entity AND ERP_KEY IN (:keys)")
                    .param("company", company)
                    .param("entity", entity)
                    .param("keys", some)
                    .query((row, number) -> Map.entry(
                            row.getString(1),
                            new Match(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    new Keys(row.getString(5), row.getString(6), row.getString(7)),
                                    row.getString(8))))
                    .list()
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    /** How many records an entity has. */
    public long count(String entity) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM BRIDGE_ERP_RECORD WHERE COMPANY = ? AND ENTITY = ?")
                .params(company, entity)
                .query(Long.class)
                .single();
    }

    /** The records with a key, at most one. */
    public List<Named> byKey(String entity, String erpKey) {
        return by("ERP_KEY", entity, erpKey);
    }

    /** The records with a number, in the normal form of the match. */
    public List<Named> byNumber(String entity, String number) {
        return by("NUMBER_KEY", entity, number);
    }

    private List<Named> by(String column, String entity, String value) {
        return database.jdbc()
                .sql("SELECT ERP_KEY, LABEL FROM BRIDGE_ERP_RECORD WHERE COMPANY = ? AND ENTITY = ? AND " + column
                        + " = ? ORDER BY ERP_KEY")
                .params(company, entity, value)
                .query((row, number) -> new Named(row.getString(1), row.getString(2)))
                .list();
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

    /** Takes a GUID of the older interface for its counterpart. */
    public void convert(String entity, String from, String to) {
        database.jdbc()
                .sql("UPDATE BRIDGE_ERP_RECORD SET GUID = ? WHERE COMPANY = ? AND ENTITY = ? AND GUID = ?")
                .params(to, company, entity, from)
                .update();
    }
}
