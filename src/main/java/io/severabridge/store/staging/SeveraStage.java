package io.severabridge.store.staging;

import io.severabridge.store.database.Batches;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.ColumnWidths;
import io.severabridge.store.database.Utc;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Severa's records as last read or answered, kept in the bridge database so that memory stays flat. */
public final class SeveraStage {
    /**
     * One record.
     *
     * @param parent GUID of the record that it belongs to or is below
     * @param eligible whether it makes its parent one that goes to the ERP
     * @param body JSON
     */
    public record Staged(
            String guid,
            MatchValues keys,
            @Nullable String parent,
            boolean eligible,
            @Nullable Instant createdAt,
            String body) {}

    private static final String COLUMNS =
            "GUID, NUMBER_KEY, EMAIL_KEY, NAME_KEY, PARENT_GUID, ELIGIBLE, CREATED_AT, CHANGED_IN, LISTED_IN,"
                    + " BODY";

    private final BridgeDatabase database;
    private final String company;

    public SeveraStage(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /** Forgets a resource, before it is read again. */
    public void clear(String resource) {
        database.jdbc()
                .sql("DELETE FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = ? AND RESOURCE = ?")
                .params(company, resource)
                .update();
    }

    /** Stores records as a list has just answered them: those that differ from what was known have changed in this look. */
    public void read(String resource, Collection<Staged> records, long look, boolean forced) {
        Map<String, String> known =
                bodies(resource, records.stream().map(Staged::guid).toList());
        List<Staged> changed = records.stream()
                .filter(record -> forced || !record.body().equals(known.get(record.guid())))
                .toList();
        mark("LISTED_IN", resource, records.stream().map(Staged::guid).toList(), look);
        put(resource, changed, look);
    }

    /** Stores records as Severa has answered our own writes: no change that anybody else made. */
    public void answered(String resource, Collection<Staged> records) {
        put(resource, records, 0);
    }

    /** Records that are to be looked at as if they had changed in that look. */
    public void changed(String resource, Collection<String> guids, long look) {
        mark("CHANGED_IN", resource, guids, look);
    }

    private void mark(String column, String resource, Collection<String> guids, long look) {
        Batches.update(
                database,
                "UPDATE BRIDGE_SEVERA_RECORD SET " + column + " = :look WHERE COMPANY = :company"
                        + " AND RESOURCE = :resource AND GUID IN (:keys)",
                Map.of("look", look, "company", company, "resource", resource),
                guids);
    }

    private void put(String resource, Collection<Staged> records, long look) {
        remove(resource, records.stream().map(Staged::guid).toList());
        MapSqlParameterSource[] rows = records.stream()
                .map(record -> new MapSqlParameterSource()
                        .addValue("company", company)
                        .addValue("resource", resource)
                        .addValue("guid", record.guid())
                        .addValue("number", ColumnWidths.key(record.keys().number()), Types.NVARCHAR)
                        .addValue("email", ColumnWidths.key(record.keys().email()), Types.NVARCHAR)
                        .addValue("name", ColumnWidths.key(record.keys().name()), Types.NVARCHAR)
                        .addValue("parent", record.parent(), Types.NVARCHAR)
                        .addValue("eligible", record.eligible() ? 1 : 0)
                        .addValue("created", timestamp(record.createdAt()), Types.TIMESTAMP)
                        .addValue("look", look)
                        .addValue("body", record.body()))
                .toArray(MapSqlParameterSource[]::new);
        database.batches()
                .batchUpdate(
                        "INSERT INTO BRIDGE_SEVERA_RECORD (COMPANY, RESOURCE, " + COLUMNS + ") VALUES (:company,"
                                + " :resource, :guid, :number, :email, :name, :parent, :eligible, :created, :look, :look,"
                                + " :body)",
                        rows);
    }

    private static java.time.@Nullable LocalDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : Utc.time(instant);
    }

    public void remove(String resource, Collection<String> guids) {
        Batches.update(
                database,
                "DELETE FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = :company AND RESOURCE = :resource"
                        + " AND GUID IN (:keys)",
                Map.of("company", company, "resource", resource),
                guids);
    }

    /** Forgets the records that are not among these. */
    public void retain(String resource, Set<String> guids) {
        remove(
                resource,
                database
                        .jdbc()
                        .sql("SELECT GUID FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = ? AND RESOURCE = ?")
                        .params(company, resource)
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(guid -> !guids.contains(guid))
                        .toList());
    }

    /** Takes the GUID and the body of each record. */
    public void each(String resource, BiConsumer<String, String> each) {
        database.jdbc()
                .sql("SELECT GUID, BODY FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = ? AND RESOURCE = ?")
                .params(company, resource)
                .query(row -> {
                    each.accept(row.getString(1), row.getString(2));
                });
    }

    /** The bodies of those of the GUIDs that are known, by GUID. */
    public Map<String, String> bodies(String resource, Collection<String> guids) {
        return Batches.map(
                database,
                "SELECT GUID, BODY FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = :company"
                        + " AND RESOURCE = :resource AND GUID IN (:keys)",
                Map.of("company", company, "resource", resource),
                guids,
                (row, number) -> Map.entry(row.getString(1), row.getString(2)));
    }

    /** A page of the records that the step under way looks at: bodies in the order of their GUIDs. */
    public List<String> due(String resource, @Nullable String after, int most) {
        return database.jdbc()
                .sql("SELECT s.BODY FROM BRIDGE_DUE d JOIN BRIDGE_SEVERA_RECORD s ON s.COMPANY = d.COMPANY"
                        + " AND s.RESOURCE = d.KIND AND s.GUID = d.RECORD_KEY WHERE d.COMPANY = ? AND d.SIDE = 'SEVERA'"
                        + " AND d.KIND = ? AND d.POSITION_KEY > ? ORDER BY d.POSITION_KEY OFFSET 0 ROWS FETCH NEXT "
                        + most + " ROWS ONLY")
                .params(company, resource, after == null ? "" : after)
                .query(String.class)
                .list();
    }

    /** The GUIDs of records that belong to another one. */
    public List<String> below(String resource, String parent) {
        return database.jdbc()
                .sql("SELECT GUID FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = ? AND RESOURCE = ? AND PARENT_GUID = ?"
                        + " ORDER BY GUID")
                .params(company, resource, parent)
                .query(String.class)
                .list();
    }

    /** Those of the GUIDs that have a record below them which makes them go to the ERP. */
    public Set<String> withEligibleBelow(String resource, Collection<String> parents) {
        return Set.copyOf(Batches.query(
                database,
                "SELECT DISTINCT PARENT_GUID FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = :company"
                        + " AND RESOURCE = :resource AND ELIGIBLE = 1 AND PARENT_GUID IN (:keys)",
                Map.of("company", company, "resource", resource),
                parents,
                (row, number) -> row.getString(1)));
    }

    public long count(String resource) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = ? AND RESOURCE = ?")
                .params(company, resource)
                .query(Long.class)
                .single();
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
