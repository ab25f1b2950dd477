package io.severabridge.store.staging;

import io.severabridge.store.database.Batches;
import io.severabridge.store.database.BridgeDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says where the ERP's records are that have to be read: those of the step under way, and those that a change touches. */
public final class ErpPlaces {
    /** A record by its key and position. */
    public record Place(String erpKey, String position) {}

    private final BridgeDatabase database;
    private final String company;

    public ErpPlaces(BridgeDatabase database, String company) {
        this.database = database;
        this.company = company;
    }

    /** Where these records are. */
    public List<Place> places(String entity, Collection<String> erpKeys) {
        return Batches.query(
                database,
                "SELECT ERP_KEY, POSITION_KEY FROM BRIDGE_ERP_RECORD WHERE COMPANY = :company AND ENTITY = :entity"
                        + " AND ERP_KEY IN (:keys)",
                Map.of("company", company, "entity", entity),
                erpKeys,
                ErpPlaces::place);
    }

    /** A page of the records that the step under way looks at, in the order of their positions. */
    public List<Place> due(String entity, @Nullable String after, int most) {
        return database.jdbc()
                .sql("SELECT RECORD_KEY, POSITION_KEY FROM BRIDGE_DUE WHERE COMPANY = ? AND SIDE = 'ERP' AND KIND = ?"
                        + " AND POSITION_KEY " + (after == null ? ">=" : ">")
                        + " ? ORDER BY POSITION_KEY OFFSET 0 ROWS FETCH NEXT " + most + " ROWS ONLY")
                .params(company, entity, after == null ? "" : after)
                .query(ErpPlaces::place)
                .list();
    }

    /** Records that this look did not find changed, but that have a number, e-mail address or GUID of one that it did. */
    public List<Place> colliding(String entity, long look) {
        return database.jdbc()
                .sql("SELECT e.ERP_KEY, e.POSITION_KEY FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = :company"
                        + " AND e.ENTITY = :entity AND e.CHANGED_IN <> :look AND (e.ERP_KEY IN (SELECT l.ERP_KEY"
                        + " FROM BRIDGE_LINK l JOIN BRIDGE_ERP_RECORD o ON o.COMPANY = l.COMPANY"
                        + " AND o.ENTITY = l.ENTITY AND o.GUID = l.GUID WHERE l.COMPANY = :company"
                        + " AND l.ENTITY = :entity AND o.CHANGED_IN = :look)"
                        + colliding("NUMBER_KEY")
                        + colliding("EMAIL_KEY")
                        + colliding("GUID")
                        + ")")
                .param("company", company)
                .param("entity", entity)
                .param("look", look)
                .query(ErpPlaces::place)
                .list();
    }

    private static String colliding(String column) {
        return " OR e." + column + " IN (SELECT o." + column + " FROM BRIDGE_ERP_RECORD o WHERE o.COMPANY = :company"
                + " AND o.ENTITY = :entity AND o.CHANGED_IN = :look AND o." + column + " IS NOT NULL)";
    }

    /** Records without a link that are due and were not read in this look: what they are matched by may have changed. */
    public List<Place> stale(String entity, long look) {
        return database.jdbc()
                .sql(
                        "SELECT e.ERP_KEY, e.POSITION_KEY FROM BRIDGE_DUE d JOIN BRIDGE_ERP_RECORD e ON e.COMPANY = d.COMPANY"
                                + " AND e.ENTITY = d.KIND AND e.ERP_KEY = d.RECORD_KEY WHERE d.COMPANY = ? AND d.SIDE = 'ERP'"
                                + " AND d.KIND = ? AND e.CHANGED_IN <> ? AND NOT EXISTS (SELECT 1 FROM BRIDGE_LINK l"
                                + " WHERE l.COMPANY = e.COMPANY AND l.ENTITY = e.ENTITY AND l.ERP_KEY = e.ERP_KEY)")
                .params(company, entity, look)
                .query(ErpPlaces::place)
                .list();
    }

    /** Whether a look has found a changed record. */
    public boolean changedIn(String entity, long look) {
        return database.jdbc()
                        .sql("SELECT COUNT(*) FROM BRIDGE_ERP_RECORD WHERE COMPANY = ? AND ENTITY = ?"
                                + " AND CHANGED_IN = ?")
                        .params(company, entity, look)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** How many records the step under way looks at. */
    public long countDue(String entity) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM BRIDGE_DUE WHERE COMPANY = ? AND SIDE = 'ERP' AND KIND = ?")
                .params(company, entity)
                .query(Long.class)
                .single();
    }

    /** How many of them are matched to a record of Severa. */
    public long countMatched(String entity) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM BRIDGE_DUE d JOIN BRIDGE_ERP_RECORD e ON e.COMPANY = d.COMPANY"
                        + " AND e.ENTITY = d.KIND AND e.ERP_KEY = d.RECORD_KEY WHERE d.COMPANY = ? AND d.SIDE = 'ERP'"
                        + " AND d.KIND = ? AND e.MATCH_RULE IS NOT NULL")
                .params(company, entity)
                .query(Long.class)
                .single();
    }

    /** The positions of all records of an entity. */
    public void positions(String entity, Consumer<String> take) {
        database.jdbc()
                .sql("SELECT POSITION_KEY FROM BRIDGE_ERP_RECORD WHERE COMPANY = ? AND ENTITY = ?")
                .params(company, entity)
                .query(row -> {
                    take.accept(row.getString(1));
                });
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(row.getString(1), row.getString(2));
    }
}
