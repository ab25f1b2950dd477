package io.severabridge.store.staging;

import io.severabridge.store.database.BridgeDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Matches the records of both sides in passes over the whole set: link, GUID, number or code, e-mail, name. A record that
 * one pass has matched is no candidate of the next, and no pass depends on the order of its records, so the result
 * depends neither on their order nor on restarts.
 */
public final class Matching {
    /** Why a row of the ERP has found no record: it is handed back with the reject code of the same name. */
    public enum Problem {
        AMBIGUOUS_MATCH,
        EMAIL_USED_TWICE,
        GUID_USED_TWICE,
        LINK_MISMATCH,
        LINKED_RECORD_GONE,
        NUMBER_USED_TWICE;

        /** As the table holds it: {@code link-mismatch}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final String E = "e.COMPANY = :company AND e.ENTITY = :entity";
    private static final String OPEN = E + " AND e.MATCH_RULE IS NULL AND e.PROBLEM IS NULL";
    /** A record in Severa that neither a link nor an earlier pass has taken. */
    private static final String FREE = "s.COMPANY = :company AND s.RESOURCE = :resource"
            + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_LINK l WHERE l.COMPANY = :company AND l.ENTITY = :entity"
            + " AND l.GUID = s.GUID)"
            + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_ERP_RECORD t WHERE t.COMPANY = :company AND t.ENTITY = :entity"
            + " AND t.MATCH_GUID = s.GUID)";

    private static final String OF_DELETED_ROWS = "FROM BRIDGE_SEVERA_RECORD s, BRIDGE_LINK l"
            + " WHERE s.COMPANY = :company AND s.RESOURCE = :resource AND s.NUMBER_KEY = e.NUMBER_KEY"
            + " AND l.COMPANY = :company AND l.ENTITY = :entity AND l.GUID = s.GUID"
            + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_ERP_RECORD o WHERE o.COMPANY = :company"
            + " AND o.ENTITY = :entity AND o.ERP_KEY = l.ERP_KEY)";

    private final BridgeDatabase database;
    private final Map<String, Object> parameters;

    public Matching(BridgeDatabase database, String company, String entity, String resource) {
        this.database = database;
        this.parameters = Map.of("company", company, "entity", entity, "resource", resource);
    }

    /**
     * Runs all passes on what {@link ErpRecords} and {@link SeveraStage} hold.
     *
     * @param replaceable whether a linked record that is gone in Severa gives way to another one of the same keys
     */
    public void run(Several several, boolean replaceable) {
        update("UPDATE e SET MATCH_RULE = NULL, MATCH_GUID = NULL, PROBLEM = SCAN_PROBLEM", E);
        byLink(replaceable);
        if (several == Several.ONLY_ONE) {
            onlyOne();
        }
        byGuid();
        by("NUMBER_KEY", "number", several, Problem.NUMBER_USED_TWICE);
        numbersUsedAgain();
        by("EMAIL_KEY", "email", several, Problem.EMAIL_USED_TWICE);
        emailsUsedTwice();
        byName(several);
    }

    private void byLink(boolean replaceable) {
        update(
                "UPDATE e SET MATCH_RULE = 'link', MATCH_GUID = (SELECT l.GUID FROM BRIDGE_LINK l"
                        + " WHERE l.COMPANY = e.COMPANY AND l.ENTITY = e.ENTITY AND l.ERP_KEY = e.ERP_KEY)",
                E
                        + " AND EXISTS (SELECT 1 FROM BRIDGE_LINK l WHERE l.COMPANY = e.COMPANY AND l.ENTITY = e.ENTITY"
                        + " AND l.ERP_KEY = e.ERP_KEY"
                        + (replaceable
                                ? " AND EXISTS (SELECT 1 FROM BRIDGE_SEVERA_RECORD s WHERE s.COMPANY = :company"
                                        + " AND s.RESOURCE = :resource AND s.GUID = l.GUID)"
                                : "")
                        + ")");
        problem(
                Problem.LINK_MISMATCH,
                E + " AND e.MATCH_RULE = 'link' AND e.GUID IS NOT NULL" + " AND LOWER(e.GUID) <> LOWER(e.MATCH_GUID)");
    }

    /** A GUID in the ERP's field belongs to the row that the link names, else to the only row that has it. */
    private void byGuid() {
        problem(
                Problem.GUID_USED_TWICE,
                OPEN + " AND e.GUID IS NOT NULL AND EXISTS (SELECT 1 FROM BRIDGE_LINK l"
                        + " WHERE l.COMPANY = e.COMPANY AND l.ENTITY = e.ENTITY AND l.GUID = e.GUID)");
        problem(
                Problem.GUID_USED_TWICE,
                OPEN + " AND e.GUID IS NOT NULL AND (SELECT COUNT(*) FROM BRIDGE_ERP_RECORD o"
                        + " WHERE o.COMPANY = e.COMPANY AND o.ENTITY = e.ENTITY AND o.GUID = e.GUID) > 1");
        update(
                "UPDATE e SET MATCH_RULE = 'guid', MATCH_GUID = e.GUID",
                OPEN + " AND e.GUID IS NOT NULL"
                        + " AND EXISTS (SELECT 1 FROM BRIDGE_SEVERA_RECORD s WHERE s.COMPANY = :company"
                        + " AND s.RESOURCE = :resource AND s.GUID = e.GUID)");
        problem(Problem.LINKED_RECORD_GONE, OPEN + " AND e.GUID IS NOT NULL");
    }

    /** Under an open intent one takes the place of the other: there may be both for a while. */
    private void onlyOne() {
        problem(
                Problem.AMBIGUOUS_MATCH,
                E + " AND e.PROBLEM IS NULL AND e.NAME_KEY IS NOT NULL AND (SELECT COUNT(*) FROM BRIDGE_SEVERA_RECORD s"
                        + " WHERE s.COMPANY = :company AND s.RESOURCE = :resource AND s.NAME_KEY = e.NAME_KEY) > 1"
                        + " AND NOT EXISTS (SELECT 1 FROM BRIDGE_INTENT i WHERE i.COMPANY = :company"
                        + " AND i.ENTITY = :entity AND i.ERP_KEY = e.ERP_KEY)");
    }

    private void by(String key, String rule, Several several, Problem twice) {
        String candidates = "FROM BRIDGE_SEVERA_RECORD s WHERE " + FREE + " AND s." + key + " = e." + key;
        if (several != Several.OLDEST) {
            if (rule.equals("number")) {
                problem(twice, OPEN + " AND e.NUMBER_KEY IS NOT NULL AND e.SENDABLE = 1 AND " + others(key) + " > 0");
            }
            problem(
                    Problem.AMBIGUOUS_MATCH,
                    OPEN + " AND e." + key + " IS NOT NULL AND (SELECT COUNT(*) " + candidates + ") > 1");
        }
        match(
                rule,
                OPEN + " AND e." + key + " IS NOT NULL AND " + others(key) + " = 0 AND (SELECT COUNT(*) " + candidates
                        + ") > 0",
                oldest(candidates));
    }

    /** How many other rows of the ERP, not matched yet, have the same key. */
    private static String others(String key) {
        return "(SELECT COUNT(*) FROM BRIDGE_ERP_RECORD o WHERE o.COMPANY = e.COMPANY AND o.ENTITY = e.ENTITY AND o."
                + key + " = e." + key + " AND o.ERP_KEY <> e.ERP_KEY AND o.SENDABLE = 1 AND o.MATCH_RULE IS NULL)";
    }

    private static String oldest(String candidates) {
        return "(SELECT MIN(s.GUID) " + candidates + " AND (s.CREATED_AT IS NULL OR s.CREATED_AT = "
                + "(SELECT MIN(s.CREATED_AT) " + candidates + ")))";
    }

    /** The record in Severa that has the number is linked to a row that was deleted: it is not made a second time. */
    private void numbersUsedAgain() {
        problem(
                Problem.LINK_MISMATCH,
                OPEN + " AND e.NUMBER_KEY IS NOT NULL AND e.SENDABLE = 1 AND EXISTS (SELECT 1 " + OF_DELETED_ROWS
                        + ")");
    }

    /** The records in Severa that have the number of a row and are linked to one that was deleted: their GUIDs. */
    public List<String> ofDeletedRows(String erpKey) {
        return database.jdbc()
                .sql("SELECT s.GUID "
                        + OF_DELETED_ROWS.replace("s, BRIDGE_LINK l", "s, BRIDGE_LINK l, BRIDGE_ERP_RECORD e") + " AND "
                        + E + " AND e.ERP_KEY = :key ORDER BY s.GUID")
                .params(parameters)
                .param("key", erpKey)
                .query(String.class)
                .list();
    }

    /** The linked one has the address, else the one with the lowest number; numbers are compared by length, then text. */
    private void emailsUsedTwice() {
        problem(
                Problem.EMAIL_USED_TWICE,
                OPEN + " AND e.EMAIL_KEY IS NOT NULL AND e.SENDABLE = 1 AND EXISTS (SELECT 1 FROM"
                        + " BRIDGE_ERP_RECORD o WHERE o.COMPANY = e.COMPANY AND o.ENTITY = e.ENTITY"
                        + " AND o.EMAIL_KEY = e.EMAIL_KEY AND o.ERP_KEY <> e.ERP_KEY AND (o.MATCH_RULE IS NOT NULL"
                        + " OR (o.SENDABLE = 1 AND (LEN(o.NUMBER_KEY) < LEN(e.NUMBER_KEY) OR (LEN(o.NUMBER_KEY) ="
                        + " LEN(e.NUMBER_KEY) AND o.NUMBER_KEY < e.NUMBER_KEY)))))");
    }

    /** A name alone links only what is unique on both sides and has no number in Severa. */
    private void byName(Several several) {
        String candidates = "FROM BRIDGE_SEVERA_RECORD s WHERE " + FREE + " AND s.NAME_KEY = e.NAME_KEY";
        String named = OPEN + " AND e.NAME_KEY IS NOT NULL AND (SELECT COUNT(*) " + candidates + ")";
        if (several == Several.OLDEST) {
            match("name", named + " > 0", oldest(candidates));
            return;
        }
        match(
                "name",
                named + " = 1 AND " + others("NAME_KEY") + " = 0 AND (SELECT COUNT(*) " + candidates
                        + " AND (s.NUMBER_KEY IS NULL OR e.NUMBER_KEY IS NULL)) = 1",
                "(SELECT MIN(s.GUID) " + candidates + ")");
        problem(Problem.AMBIGUOUS_MATCH, named + " > 0 AND e.SENDABLE = 1");
    }

    /** The candidates by name, number or e-mail of a record that is ambiguous: their GUIDs. */
    public List<String> candidates(String erpKey, Several several) {
        String which = several == Several.ONLY_ONE ? "s.COMPANY = :company AND s.RESOURCE = :resource" : FREE;
        return database.jdbc()
                .sql("SELECT s.GUID FROM BRIDGE_SEVERA_RECORD s, BRIDGE_ERP_RECORD e WHERE " + E
                        + " AND e.ERP_KEY = :key AND " + which
                        + " AND (s.NUMBER_KEY = e.NUMBER_KEY OR s.EMAIL_KEY = e.EMAIL_KEY OR s.NAME_KEY = e.NAME_KEY)"
                        + " ORDER BY s.GUID")
                .params(parameters)
                .param("key", erpKey)
                .query(String.class)
                .list();
    }

    private void match(String rule, String where, String guid) {
        update("UPDATE e SET MATCH_RULE = '" + rule + "', MATCH_GUID = " + guid, where);
    }

    private void problem(Problem problem, String where) {
        update("UPDATE e SET PROBLEM = '" + problem.code() + "'", where);
    }

    /** The alias stands for the table, which both databases then know by its name alone. */
    private void update(String set, String where) {
        String sql = set + " WHERE " + where;
        database.jdbc()
                .sql(sql.replace("UPDATE e ", "UPDATE BRIDGE_ERP_RECORD ").replaceAll("\\be\\.", "BRIDGE_ERP_RECORD."))
                .params(parameters)
                .update();
    }
}
