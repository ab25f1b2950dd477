package io.severabridge.store;

import io.severabridge.store.database.BridgeDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What links and the records that were read say together: which records are linked, which are not, and why. */
public final class StoredRecords {
    private static final String SKIPPED =
            "SELECT x.CODE, COUNT(DISTINCT x.ERP_KEY) FROM BRIDGE_NOTICE x WHERE x.COMPANY = ? AND x.ENTITY = ?"
                    + " AND x.KIND = 'SKIPPED' AND x.JOB_EXECUTION_ID = ?";

    private static final String REJECTED =
            "SELECT x.CODE, COUNT(DISTINCT x.ERP_KEY) FROM BRIDGE_REJECT x WHERE x.COMPANY = ? AND x.ENTITY = ?"
                    + " AND x.STATUS = 'open'";

    /** Records without a link, as {@code x} of a note about them. */
    private static final String UNLINKED_ROW =
            " AND EXISTS (SELECT 1 FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = x.COMPANY"
                    + " AND e.ENTITY = x.ENTITY AND e.ERP_KEY = x.ERP_KEY) AND NOT EXISTS (SELECT 1 FROM BRIDGE_LINK l"
                    + " WHERE l.COMPANY = x.COMPANY AND l.ENTITY = x.ENTITY AND l.ERP_KEY = x.ERP_KEY)";

    private static final String UNLINKED_RECORD =
            " AND EXISTS (SELECT 1 FROM BRIDGE_SEVERA_RECORD s WHERE s.COMPANY = x.COMPANY AND s.RESOURCE = ?"
                    + " AND s.GUID = x.ERP_KEY) AND NOT EXISTS (SELECT 1 FROM BRIDGE_LINK l"
                    + " WHERE l.COMPANY = x.COMPANY AND l.ENTITY = x.ENTITY AND l.GUID = x.ERP_KEY)";

    private final BridgeDatabase database;
    private final String company;
    private final String madeUp;

    /** {@code madeUp} is what the GUIDs begin with that a rehearsal gives to records which it does not make. */
    public StoredRecords(BridgeDatabase database, String company, String madeUp) {
        this.database = database;
        this.company = company;
        this.madeUp = madeUp + "%";
    }

    /** A link whose record is missing. */
    public record Unpaired(String entity, String erpKey, String guid) {}

    /** Links whose row was not read from the ERP, in the order of entity and key; {@code except} names entities without rows. */
    public List<Unpaired> withoutRow(Collection<String> except) {
        return database.jdbc()
                .sql("SELECT l.ENTITY, l.ERP_KEY, l.GUID FROM BRIDGE_LINK l WHERE l.COMPANY = :company"
                        + " AND l.ENTITY NOT IN (:except)"
                        + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = l.COMPANY"
                        + " AND e.ENTITY = l.ENTITY AND e.ERP_KEY = l.ERP_KEY) ORDER BY l.ENTITY, l.ERP_KEY")
                .param("company", company)
                .param("except", except)
                .query((row, number) -> new Unpaired(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Numbers of Severa's records that no row is linked to, in their order. */
    public List<String> unlinkedNumbersInSevera(String entity, String resource) {
        return database.jdbc()
                .sql("SELECT s.NUMBER_KEY FROM BRIDGE_SEVERA_RECORD s WHERE s.COMPANY = ? AND s.RESOURCE = ?"
                        + " AND s.NUMBER_KEY IS NOT NULL AND NOT EXISTS (SELECT 1 FROM BRIDGE_LINK l"
                        + " WHERE l.COMPANY = s.COMPANY AND l.ENTITY = ? AND l.GUID = s.GUID)"
                        + " ORDER BY s.NUMBER_KEY")
                .params(company, resource, entity)
                .query(String.class)
                .list();
    }

    /** Numbers of the ERP's rows that Severa has no record of, in their order. */
    public List<String> unlinkedNumbersInErp(String entity) {
        return database.jdbc()
                .sql("SELECT e.NUMBER_KEY FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = ? AND e.ENTITY = ?"
                        + " AND e.NUMBER_KEY IS NOT NULL AND NOT EXISTS (SELECT 1 FROM BRIDGE_LINK l"
                        + " WHERE l.COMPANY = e.COMPANY AND l.ENTITY = e.ENTITY AND l.ERP_KEY = e.ERP_KEY"
                        + " AND l.GUID NOT LIKE ?) ORDER BY e.NUMBER_KEY")
                .params(company, entity, madeUp)
                .query(String.class)
                .list();
    }

    /** Takes a row of the ERP: its entity, its key, and whether Severa has its record. */
    @FunctionalInterface
    public interface EachRow {
        void row(String entity, String erpKey, boolean linked);
    }

    public void rows(EachRow each) {
        database.jdbc()
                .sql("SELECT e.ENTITY, e.ERP_KEY, l.GUID FROM BRIDGE_ERP_RECORD e LEFT JOIN BRIDGE_LINK l"
                        + " ON l.COMPANY = e.COMPANY AND l.ENTITY = e.ENTITY AND l.ERP_KEY = e.ERP_KEY"
                        + " AND l.GUID NOT LIKE ? WHERE e.COMPANY = ?")
                .params(madeUp, company)
                .query(row -> {
                    each.row(row.getString(1), row.getString(2), row.getString(3) != null);
                });
    }

    /** How many rows are linked as records of another kind, under {@code otherEntity}. */
    public long rowsLinkedAs(String entity, String otherEntity) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = ? AND e.ENTITY = ?"
                        + " AND EXISTS (SELECT 1 FROM BRIDGE_LINK l WHERE l.COMPANY = e.COMPANY AND l.ENTITY = ?"
                        + " AND l.ERP_KEY LIKE CONCAT(e.ERP_KEY, '|%'))")
                .params(company, entity, otherEntity)
                .query(Long.class)
                .single();
    }

    /** Takes each record of Severa: the key of its row, and another entity that it is linked as; either may be null. */
    public void records(String entity, String resource, BiConsumer<@Nullable String, @Nullable String> each) {
        database.jdbc()
                .sql("SELECT l.ERP_KEY, (SELECT MIN(o.ENTITY) FROM BRIDGE_LINK o WHERE o.COMPANY = s.COMPANY"
                        + " AND o.GUID = s.GUID AND o.ENTITY <> ?) FROM BRIDGE_SEVERA_RECORD s LEFT JOIN BRIDGE_LINK l"
                        + " ON l.COMPANY = s.COMPANY AND l.ENTITY = ? AND l.GUID = s.GUID"
                        + " WHERE s.COMPANY = ? AND s.RESOURCE = ? AND s.GUID NOT LIKE ?")
                .params(entity, entity, company, resource, madeUp)
                .query(row -> {
                    each.accept(row.getString(1), row.getString(2));
                });
    }

    /** How many rows of the ERP without link an execution skipped, by code. */
    public Map<String, Long> skippedRows(String entity, long execution) {
        return byCode(SKIPPED + UNLINKED_ROW, company, entity, execution);
    }

    /** How many records of Severa without link an execution skipped, by code. */
    public Map<String, Long> skippedRecords(String entity, String resource, long execution) {
        return byCode(SKIPPED + UNLINKED_RECORD, company, entity, execution, resource);
    }

    /** How many rows of the ERP without link are rejected, by code. */
    public Map<String, Long> rejectedRows(String entity) {
        return byCode(REJECTED + UNLINKED_ROW, company, entity);
    }

    /** How many records of Severa without link are rejected, by code. */
    public Map<String, Long> rejectedRecords(String entity, String resource) {
        return byCode(REJECTED + UNLINKED_RECORD, company, entity, resource);
    }

    private Map<String, Long> byCode(String sql, Object... parameters) {
        Map<String, Long> counts = new TreeMap<>();
        database.jdbc().sql(sql + " GROUP BY x.CODE").params(parameters).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    /** What the linked row of a record of Severa is called; null where none is linked. */
    public @Nullable String label(String guid) {
        List<String> labels = database.jdbc()
                .sql("SELECT e.LABEL FROM BRIDGE_LINK l JOIN BRIDGE_ERP_RECORD e ON e.COMPANY = l.COMPANY"
                        + " AND e.ENTITY = l.ENTITY AND e.ERP_KEY = l.ERP_KEY WHERE l.COMPANY = ? AND l.GUID = ?")
                .params(company, guid)
                .query(String.class)
                .list();
        return labels.isEmpty() ? null : labels.get(0);
    }

    /** Bodies of the records of Severa with that GUID, whatever they are. */
    public List<String> bodies(String guid) {
        return database.jdbc()
                .sql("SELECT BODY FROM BRIDGE_SEVERA_RECORD WHERE COMPANY = ? AND GUID = ?")
                .params(company, guid)
                .query(String.class)
                .list();
    }
}
