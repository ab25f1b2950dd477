package io.severabridge.bridge;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Severa's records as last read or answered, kept in the bridge database so that memory stays flat. */
public final class SeveraStage {
    /** One record. {@code parent} is the GUID of the record above, of business units; {@code body} is JSON. */
    public record Staged(
            String guid,
            Keys keys,
            @Nullable String parent,
            @Nullable Instant createdAt,
            String body) {}

    private static final String COLUMNS = "GUID, NUMBER_KEY, EMAIL_KEY, NAME_KEY, PARENT_GUID, CREATED_AT, BODY";

    private final BridgeDatabase database;
    private final String company;

    public SeveraStage(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /** Forgets a resource, before it is read anew. */
    public void clear(String resource) {
        database.jdbc()
                .sql("DELETE FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = ? AND RESOURCE = ?")
                .params(company, resource)
                .update();
    }

    /** Stores records as Severa has just answered them; one that is known is replaced. */
    public void put(String resource, Collection<Staged> records) {
        for (List<String> some : Batches.of(records.stream().map(Staged::guid).toList())) {
            database.jdbc()
                    .sql("DELETE FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = :company AND RESOURCE = :resource"
                            + " AND GUID IN (:guids)")
                    .param("company", company)
                    .param("resource", resource)
                    .param("guids", some)
                    .update();
        }
        MapSqlParameterSource[] rows = records.stream()
                .map(record -> new MapSqlParameterSource()
                        .addValue("company", company)
                        .addValue("resource", resource)
                        .addValue("guid", record.guid())
                        .addValue("number", Texts.key(record.keys().number()), Types.NVARCHAR)
                        .addValue("email", Texts.key(record.keys().email()), Types.NVARCHAR)
                        .addValue("name", Texts.key(record.keys().name()), Types.NVARCHAR)
                        .addValue("parent", record.parent(), Types.NVARCHAR)
                        .addValue("created", timestamp(record.createdAt()), Types.TIMESTAMP)
                        .addValue("body", record.body()))
                .toArray(MapSqlParameterSource[]::new);
        database.batches()
                .batchUpdate(
                        "INSERT INTO BRIDGE_SEVERA_RECORD (COMPANY, RESOURCE, " + COLUMNS + ") VALUES"
                                + " (:company, :resource, :guid, :number, :email, :name, :parent, :created, :body)",
                        rows);
    }

    private static java.time.@Nullable LocalDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : Utc.time(instant);
    }

    public void remove(String resource, String guid) {
        database.jdbc()
                .sql("DELETE FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = ? AND RESOURCE = ? AND GUID = ?")
                .params(company, resource, guid)
                .update();
    }

    /** The bodies of those of the GUIDs that are known, by GUID. */
    public Map<String, String> bodies(String resource, Collection<String> guids) {
        Map<String, String> found = new HashMap<>();
        for (List<String> some : Batches.of(guids)) {
            database.jdbc()
                    .sql("SELECT GUID, BODY FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = :company"
                            + " AND RESOURCE = :resource AND GUID IN (:guids)")
                    .param("company", company)
                    .param("resource", resource)
                    .param("guids", some)
                    .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                    .list()
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    /** The GUIDs of records without a parent: of business units, the root. */
    public List<String> withoutParent(String resource) {
        return database.jdbc()
                .sql("SELECT GUID FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = ? AND RESOURCE = ? AND PARENT_GUID IS NULL"
                        + " ORDER BY GUID")
                .params(company, resource)
                .query(String.class)
                .list();
    }
}
