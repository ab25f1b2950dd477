package io.severabridge.store.staging;

import io.severabridge.store.database.Batches;
import io.severabridge.store.database.BridgeDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says which records a step is to look at: those that changed on either side since its last look, and those left over. */
public final class WorkList {
    private static final String MARK_ERP = "INSERT INTO BRIDGE_DUE (COMPANY, SIDE, KIND, POSITION_KEY, RECORD_KEY)"
            + " SELECT COMPANY, 'ERP', ENTITY, POSITION_KEY, ERP_KEY FROM BRIDGE_ERP_RECORD"
            + " WHERE COMPANY = :company AND ENTITY = :entity";

    private static final String FORGET_ERP =
            "DELETE FROM BRIDGE_DUE WHERE COMPANY = :company AND SIDE = 'ERP' AND KIND = :entity";
    private static final String FORGET_SEVERA =
            "DELETE FROM BRIDGE_DUE WHERE COMPANY = :company AND SIDE = 'SEVERA' AND KIND = :resource";
    private static final String NOT_YET_DUE =
            " AND NOT EXISTS (SELECT 1 FROM BRIDGE_DUE d WHERE d.COMPANY = :company AND d.SIDE = 'ERP'"
                    + " AND d.KIND = :entity AND d.POSITION_KEY = BRIDGE_ERP_RECORD.POSITION_KEY"
                    + " AND d.RECORD_KEY = BRIDGE_ERP_RECORD.ERP_KEY)";
    private static final String MARK_SEVERA = "INSERT INTO BRIDGE_DUE (COMPANY, SIDE, KIND, POSITION_KEY, RECORD_KEY)"
            + " SELECT COMPANY, 'SEVERA', RESOURCE, GUID, GUID FROM BRIDGE_SEVERA_RECORD"
            + " WHERE COMPANY = :company AND RESOURCE = :resource"
            + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_LINK l WHERE l.COMPANY = :company"
            + " AND l.GUID = BRIDGE_SEVERA_RECORD.GUID)"
            + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = :company"
            + " AND e.ENTITY = :entity AND e.MATCH_GUID = BRIDGE_SEVERA_RECORD.GUID)";

    private final BridgeDatabase database;
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * For one part.
     *
     * @param linkEntity the entity whose links say which record of the resource a row is: the part's own, or that of the
     *     record of which it is a facet
     * @param after the number of the step's last finished look
     */
    public WorkList(
            BridgeDatabase database, String company, String entity, String linkEntity, String resource, long after) {
        this.database = database;
        parameters.put("company", company);
        parameters.put("entity", entity);
        parameters.put("linkEntity", linkEntity);
        parameters.put("resource", resource);
        parameters.put("after", after);
    }

    /** Marks all rows of the ERP, or those that are due. */
    public void erp(boolean all) {
        update(FORGET_ERP);
        if (all) {
            update(MARK_ERP);
            return;
        }
        String changed = "(CHANGED_IN > :after OR " + leftOver("BRIDGE_ERP_RECORD.ERP_KEY")
                + " OR ERP_KEY IN (SELECT i.ERP_KEY FROM BRIDGE_INTENT i WHERE i.COMPANY = :company"
                + " AND i.ENTITY = :entity)"
                + " OR ERP_KEY IN (SELECT l.ERP_KEY FROM BRIDGE_LINK l WHERE l.COMPANY = :company"
                + " AND l.ENTITY = :entity AND (l.OPEN_FIELDS IS NOT NULL OR l.ERP_SEEN IS NULL))"
                + " OR ERP_KEY IN (SELECT l.ERP_KEY FROM BRIDGE_SEVERA_RECORD s JOIN BRIDGE_LINK l"
                + " ON l.COMPANY = s.COMPANY AND l.ENTITY = :linkEntity AND l.GUID = s.GUID"
                + " WHERE s.COMPANY = :company AND s.RESOURCE = :resource AND s.CHANGED_IN > :after)"
                + like("NUMBER_KEY")
                + like("EMAIL_KEY")
                + like("NAME_KEY")
                + ")";
        update(MARK_ERP + " AND " + changed);
    }

    /** Records that were left over: rejected, skipped with their parent, or without a reference that may come. */
    private static String leftOver(String key) {
        return "(EXISTS (SELECT 1 FROM BRIDGE_REJECT r WHERE r.COMPANY = :company AND r.ENTITY = :entity"
                + " AND r.STATUS = 'open' AND r.ERP_KEY = " + key + ")"
                + " OR EXISTS (SELECT 1 FROM BRIDGE_NOTICE n WHERE n.COMPANY = :company AND n.ENTITY = :entity"
                + " AND n.ERP_KEY = " + key
                + " AND n.CODE IN ('parent-not-transferred', 'reference-not-transferred')))";
    }

    /** Rows that a record of Severa which changed might be. */
    private static String like(String key) {
        return " OR " + key + " IN (SELECT s." + key + " FROM BRIDGE_SEVERA_RECORD s WHERE s.COMPANY = :company"
                + " AND s.RESOURCE = :resource AND s.CHANGED_IN > :after AND s." + key + " IS NOT NULL)";
    }

    /** Rows that have a link whose record Severa's list no longer holds: due for parts that may be missing there. */
    public void withoutRecord() {
        update(MARK_ERP + NOT_YET_DUE
                + " AND ERP_KEY IN (SELECT l.ERP_KEY FROM BRIDGE_LINK l WHERE l.COMPANY = :company"
                + " AND l.ENTITY = :entity AND NOT EXISTS (SELECT 1 FROM BRIDGE_SEVERA_RECORD s"
                + " WHERE s.COMPANY = l.COMPANY AND s.RESOURCE = :resource AND s.GUID = l.GUID))");
    }

    /**
     * Marks the records of Severa that no row of the ERP is or was matched to, and that may have to be made there.
     *
     * @param parentEntity the entity that they belong to; empty for none
     * @param eligibleBy the resource whose records make them eligible; empty for none
     */
    public int severa(boolean all, String parentEntity, String eligibleBy) {
        update(FORGET_SEVERA);
        parameters.put("parentEntity", parentEntity);
        parameters.put("eligibleBy", eligibleBy);
        String due = all
                ? "1 = 1"
                : "(CHANGED_IN > :after OR "
                        + leftOver("BRIDGE_SEVERA_RECORD.GUID")
                        + (parentEntity.isEmpty()
                                ? ""
                                : " OR PARENT_GUID IN (SELECT l.GUID FROM BRIDGE_LINK l WHERE l.COMPANY = :company"
                                        + " AND l.ENTITY = :parentEntity)")
                        + (eligibleBy.isEmpty()
                                ? ""
                                : " OR GUID IN (SELECT p.PARENT_GUID FROM BRIDGE_SEVERA_RECORD p"
                                        + " WHERE p.COMPANY = :company AND p.RESOURCE = :eligibleBy AND p.ELIGIBLE = 1)")
                        + ")";
        return update(MARK_SEVERA + " AND " + due);
    }

    /** Marks the rows with these keys alone, and those that the records of Severa with these GUIDs are or might be. */
    public void erp(Collection<String> chosen) {
        update(FORGET_ERP);
        Batches.update(database, MARK_ERP + " AND ERP_KEY IN (:keys)", parameters, chosen);
        Batches.update(
                database,
                MARK_ERP + NOT_YET_DUE
                        + " AND EXISTS (SELECT 1 FROM BRIDGE_SEVERA_RECORD s WHERE s.COMPANY = :company"
                        + " AND s.RESOURCE = :resource AND s.GUID IN (:keys)"
                        + " AND (s.GUID = BRIDGE_ERP_RECORD.GUID OR s.NUMBER_KEY = BRIDGE_ERP_RECORD.NUMBER_KEY"
                        + " OR s.EMAIL_KEY = BRIDGE_ERP_RECORD.EMAIL_KEY OR s.NAME_KEY = BRIDGE_ERP_RECORD.NAME_KEY"
                        + " OR EXISTS (SELECT 1 FROM BRIDGE_LINK l WHERE l.COMPANY = s.COMPANY"
                        + " AND l.ENTITY = :linkEntity AND l.ERP_KEY = BRIDGE_ERP_RECORD.ERP_KEY AND l.GUID = s.GUID)))",
                parameters,
                chosen);
    }

    /** Marks the records of Severa with these GUIDs alone, unless a row of the ERP is or was matched to them. */
    public int severa(Collection<String> chosen) {
        update(FORGET_SEVERA);
        Batches.update(database, MARK_SEVERA + " AND GUID IN (:keys)", parameters, chosen);
        return database.jdbc()
                .sql(
                        "SELECT COUNT(*) FROM BRIDGE_DUE WHERE COMPANY = :company AND SIDE = 'SEVERA' AND KIND = :resource")
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    /** GUIDs of parents that a list has held since the last look, or whose rows in the ERP have changed since. */
    public List<String> changedParents(String parentEntity, String parentResource) {
        return database.jdbc()
                .sql("SELECT s.GUID FROM BRIDGE_SEVERA_RECORD s WHERE s.COMPANY = :company"
                        + " AND s.RESOURCE = :parentResource AND (s.LISTED_IN > :after OR s.GUID IN (SELECT l.GUID"
                        + " FROM BRIDGE_LINK l JOIN BRIDGE_ERP_RECORD e ON e.COMPANY = l.COMPANY"
                        + " AND e.ENTITY = l.ENTITY AND e.ERP_KEY = l.ERP_KEY WHERE l.COMPANY = :company"
                        + " AND l.ENTITY = :parentEntity AND e.CHANGED_IN > :after))")
                .params(parameters)
                .param("parentEntity", parentEntity)
                .param("parentResource", parentResource)
                .query(String.class)
                .list();
    }

    private int update(String sql) {
        return database.jdbc().sql(sql).params(parameters).update();
    }
}
