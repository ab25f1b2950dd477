package io.severabridge.store.staging;

import io.severabridge.store.database.Batches;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.ColumnWidths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the ERP's records by what people or Severa know of them. */
public final class ErpLookUp {
    /** A record by its key and label. */
    public record Named(String erpKey, String label) {}

    /**
     * A record that has a key in common with one of Severa.
     *
     * @param by number, e-mail or name
     * @param linked whether it is linked or matched to another record of Severa
     */
    public record Like(String erpKey, String label, String by, boolean linked) {}

    private final BridgeDatabase database;
    private final String company;

    public ErpLookUp(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
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

    /** The records with a number, in the normal form of the match. */
    public List<Named> byNumber(String entity, String number) {
        return byNumbers(entity, List.of(number)).getOrDefault(number, List.of());
    }

    /** The records with these numbers, in the normal form of the match, by number. */
    public Map<String, List<Named>> byNumbers(String entity, Collection<String> numbers) {
        Map<String, List<Named>> found = new HashMap<>();
        Batches.query(
                        database,
                        "SELECT NUMBER_KEY, ERP_KEY, LABEL FROM BRIDGE_ERP_RECORD WHERE COMPANY = :company"
                                + " AND ENTITY = :entity AND NUMBER_KEY IN (:keys) ORDER BY ERP_KEY",
                        Map.of("company", company, "entity", entity),
                        numbers,
                        (row, number) -> Map.entry(row.getString(1), new Named(row.getString(2), row.getString(3))))
                .forEach(row -> found.computeIfAbsent(row.getKey(), any -> new ArrayList<>())
                        .add(row.getValue()));
        return found;
    }

    /** The numbers of the records with these keys that have one, by key. */
    public Map<String, String> numbers(String entity, Collection<String> erpKeys) {
        return Batches.map(
                database,
                "SELECT ERP_KEY, NUMBER_KEY FROM BRIDGE_ERP_RECORD WHERE COMPANY = :company AND ENTITY = :entity"
                        + " AND NUMBER_KEY IS NOT NULL AND ERP_KEY IN (:keys)",
                Map.of("company", company, "entity", entity),
                erpKeys,
                (row, number) -> Map.entry(row.getString(1), row.getString(2)));
    }

    /**
     * Records that have a number, e-mail address or name in common with one of these of Severa.
     *
     * @return in the order of the keys given, for each those by number, then by e-mail address, then by name
     */
    public List<List<Like>> like(String entity, List<MatchValues> keys) {
        Map<String, List<Like>> byNumber = like(entity, "NUMBER_KEY", keys, MatchValues::number, "number");
        Map<String, List<Like>> byEmail = like(entity, "EMAIL_KEY", keys, MatchValues::email, "e-mail");
        Map<String, List<Like>> byName = like(entity, "NAME_KEY", keys, MatchValues::name, "name");
        return keys.stream()
                .map(of -> Stream.of(some(byNumber, of.number()), some(byEmail, of.email()), some(byName, of.name()))
                        .flatMap(List::stream)
                        .toList())
                .toList();
    }

    private static List<Like> some(Map<String, List<Like>> found, @Nullable String key) {
        String stored = ColumnWidths.key(key);
        return stored == null ? List.of() : found.getOrDefault(stored, List.of());
    }

    private Map<String, List<Like>> like(
            String entity,
            String column,
            List<MatchValues> keys,
            Function<MatchValues, @Nullable String> key,
            String by) {
        Map<String, List<Like>> found = new HashMap<>();
        List<String> asked = keys.stream()
                .map(of -> ColumnWidths.key(key.apply(of)))
                .filter(Objects::nonNull)
                .toList();
        Batches.query(
                        database,
                        "SELECT e." + column + ", e.ERP_KEY, e.LABEL, e.MATCH_GUID, (SELECT COUNT(*)"
                                + " FROM BRIDGE_LINK l WHERE l.COMPANY = e.COMPANY AND l.ENTITY = e.ENTITY"
                                + " AND l.ERP_KEY = e.ERP_KEY) FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = :company AND e.ENTITY = :entity AND e."
                                + column + " IN (:keys) ORDER BY e.ERP_KEY",
                        Map.of("company", company, "entity", entity),
                        asked,
                        (row, number) -> Map.entry(
                                row.getString(1),
                                new Like(
                                        row.getString(2),
                                        row.getString(3),
                                        by,
                                        row.getString(4) != null || row.getLong(5) > 0)))
                .forEach(row -> found.computeIfAbsent(row.getKey(), any -> new ArrayList<>())
                        .add(row.getValue()));
        return found;
    }

    /** Those of the GUIDs to which one of these was matched. */
    public Set<String> matched(String entity, Collection<String> guids) {
        return Set.copyOf(Batches.query(
                database,
                "SELECT DISTINCT MATCH_GUID FROM BRIDGE_ERP_RECORD WHERE COMPANY = :company AND ENTITY = :entity"
                        + " AND MATCH_GUID IN (:keys)",
                Map.of("company", company, "entity", entity),
                guids,
                (row, number) -> row.getString(1)));
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
