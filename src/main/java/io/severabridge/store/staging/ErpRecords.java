package io.severabridge.store.staging;

import io.severabridge.store.database.Batches;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.ColumnWidths;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** The ERP's records by what they are matched by, and what the match found. */
public final class ErpRecords {
    /**
     * One record before it is matched.
     *
     * @param position what it is ordered and read by, in a form whose text order is that of the ERP
     * @param guid what stands in the ERP's GUID field, if anything
     * @param sendable whether it may be made in Severa if it is not there yet
     * @param hash of the row but its GUID: another one says that the row has changed
     * @param problem code of a reason to reject it that its own row shows
     */
    public record Entry(
            String erpKey,
            String position,
            String label,
            @Nullable String guid,
            MatchValues keys,
            boolean sendable,
            String hash,
            @Nullable String problem) {}

    /** What the match found. {@code rule} is link, guid, number, email or name. */
    public record Match(
            @Nullable String guid,
            @Nullable String rule,
            @Nullable String problem,
            MatchValues keys,
            @Nullable String erpGuid) {}

    private record Known(String hash, @Nullable String guid) {}

    private final BridgeDatabase database;
    private final String company;

    public ErpRecords(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /** Forgets an entity, before it is read again. */
    public void clear(String entity) {
        database.jdbc()
                .sql("DELETE FROM BRIDGE_ERP_RECORD WHERE COMPANY = ? AND ENTITY = ?")
                .params(company, entity)
                .update();
    }

    /** Adds records that are not there; all count as changed in this look. */
    public void add(String entity, Collection<Entry> entries, long look) {
        MapSqlParameterSource[] rows = entries.stream()
                .map(entry -> values(entity, entry).addValue("look", look))
                .toArray(MapSqlParameterSource[]::new);
        database.batches()
                .batchUpdate(
                        "INSERT INTO BRIDGE_ERP_RECORD (COMPANY, ENTITY, ERP_KEY, POSITION_KEY, LABEL, GUID, NUMBER_KEY,"
                                + " EMAIL_KEY, NAME_KEY, SENDABLE, ROW_HASH, CHANGED_IN, SCAN_PROBLEM, PROBLEM)"
                                + " VALUES (:company, :entity, :key, :position, :label, :guid, :number, :email, :name,"
                                + " :sendable, :hash, :look, :problem, :problem)",
                        rows);
    }

    private MapSqlParameterSource values(String entity, Entry entry) {
        return new MapSqlParameterSource()
                .addValue("company", company)
                .addValue("entity", entity)
                .addValue("key", entry.erpKey())
                .addValue("position", entry.position())
                .addValue("label", ColumnWidths.cut(entry.label(), 200))
                .addValue("guid", entry.guid(), Types.NVARCHAR)
                .addValue("number", ColumnWidths.key(entry.keys().number()), Types.NVARCHAR)
                .addValue("email", ColumnWidths.key(entry.keys().email()), Types.NVARCHAR)
                .addValue("name", ColumnWidths.key(entry.keys().name()), Types.NVARCHAR)
                .addValue("sendable", entry.sendable() ? 1 : 0)
                .addValue("hash", entry.hash())
                .addValue("problem", entry.problem(), Types.NVARCHAR);
    }

    /**
     * Takes in rows as just read; those that differ from what was known have changed in this look. A GUID field that now
     * holds the GUID of the row's own link is no change.
     *
     * @param linkedGuids answers the GUIDs of the links of keys
     * @param forced all count as changed
     */
    public void read(
            String entity,
            Collection<Entry> entries,
            Function<Collection<String>, Map<String, String>> linkedGuids,
            long look,
            boolean forced) {
        Map<String, Known> known =
                known(entity, entries.stream().map(Entry::erpKey).toList());
        List<Entry> added = new ArrayList<>();
        List<Entry> changed = new ArrayList<>();
        List<Entry> otherGuid = new ArrayList<>();
        for (Entry entry : entries) {
            Known before = known.get(entry.erpKey());
            if (before == null) {
                added.add(entry);
            } else if (forced || !before.hash().equals(entry.hash())) {
                changed.add(entry);
            } else if (!Objects.equals(before.guid(), entry.guid())) {
                otherGuid.add(entry);
            }
        }
        List<Entry> filled = new ArrayList<>();
        Map<String, String> linked =
                linkedGuids.apply(otherGuid.stream().map(Entry::erpKey).toList());
        otherGuid.forEach(entry -> {
            String guid = linked.get(entry.erpKey());
            (guid != null && guid.equalsIgnoreCase(entry.guid()) ? filled : changed).add(entry);
        });
        add(entity, added, look);
        update(entity, changed, "CHANGED_IN = " + look + ", ");
        update(entity, filled, "");
    }

    /** Takes in rows as they are after a write of our own, or with keys that have become known: no change of the ERP's users. */
    public void refresh(String entity, Collection<Entry> entries) {
        Map<String, Known> known =
                known(entity, entries.stream().map(Entry::erpKey).toList());
        add(
                entity,
                entries.stream()
                        .filter(entry -> !known.containsKey(entry.erpKey()))
                        .toList(),
                0);
        update(
                entity,
                entries.stream()
                        .filter(entry -> known.containsKey(entry.erpKey()))
                        .toList(),
                "");
    }

    private void update(String entity, Collection<Entry> entries, String more) {
        database.batches()
                .batchUpdate(
                        "UPDATE BRIDGE_ERP_RECORD SET " + more
                                + "POSITION_KEY = :position, LABEL = :label, GUID = :guid,"
                                + " NUMBER_KEY = :number, EMAIL_KEY = :email, NAME_KEY = :name, SENDABLE = :sendable,"
                                + " ROW_HASH = :hash, SCAN_PROBLEM = :problem WHERE COMPANY = :company"
                                + " AND ENTITY = :entity AND ERP_KEY = :key",
                        entries.stream().map(entry -> values(entity, entry)).toArray(MapSqlParameterSource[]::new));
    }

    private Map<String, Known> known(String entity, Collection<String> erpKeys) {
        return Batches.map(
                database,
                "SELECT ERP_KEY, ROW_HASH, GUID FROM BRIDGE_ERP_RECORD WHERE COMPANY = :company"
                        + " AND ENTITY = :entity AND ERP_KEY IN (:keys)",
                Map.of("company", company, "entity", entity),
                erpKeys,
                (row, number) -> Map.entry(row.getString(1), new Known(row.getString(2), row.getString(3))));
    }

    /** Forgets rows that the ERP no longer has. */
    public void remove(String entity, Collection<String> erpKeys) {
        Batches.update(
                database,
                "DELETE FROM BRIDGE_ERP_RECORD WHERE COMPANY = :company AND ENTITY = :entity"
                        + " AND ERP_KEY IN (:keys)",
                Map.of("company", company, "entity", entity),
                erpKeys);
    }

    public Map<String, Match> matches(String entity, Collection<String> erpKeys) {
        return Batches.map(
                database,
                "SELECT ERP_KEY, MATCH_GUID, MATCH_RULE, PROBLEM, NUMBER_KEY, EMAIL_KEY, NAME_KEY,"
                        + " GUID FROM BRIDGE_ERP_RECORD"
                        + " WHERE COMPANY = :company AND ENTITY = :entity AND ERP_KEY IN (:keys)",
                Map.of("company", company, "entity", entity),
                erpKeys,
                (row, number) -> Map.entry(
                        row.getString(1),
                        new Match(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                new MatchValues(row.getString(5), row.getString(6), row.getString(7)),
                                row.getString(8))));
    }

    /** Records that count as changed in this look, whatever their rows say. */
    public void changed(String entity, Collection<String> erpKeys, long look) {
        Batches.update(
                database,
                "UPDATE BRIDGE_ERP_RECORD SET CHANGED_IN = :look WHERE COMPANY = :company AND ENTITY = :entity"
                        + " AND ERP_KEY IN (:keys)",
                Map.of("look", look, "company", company, "entity", entity),
                erpKeys);
    }

    /** Takes a GUID of the older interface for its counterpart. */
    public void convert(String entity, String from, String to) {
        database.jdbc()
                .sql("UPDATE BRIDGE_ERP_RECORD SET GUID = ? WHERE COMPANY = ? AND ENTITY = ? AND GUID = ?")
                .params(to, company, entity, from)
                .update();
    }
}
