package io.severabridge.check;

import io.severabridge.job.Rehearsed;
import io.severabridge.report.Sheet.Table;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For each kind of record how many either system has, how many are linked, and why the others are not. */
final class RecordCounts {
    private static final String NOT_MADE = " NOT LIKE '" + Rehearsed.MADE_GUID + "%'";

    private final Rehearsed rehearsed;
    private final List<Change> changes;

    /** What the rehearsal has made in its copy of the ERP. */
    private final Set<String> made;

    RecordCounts(Rehearsed rehearsed, List<Change> changes) {
        this.rehearsed = rehearsed;
        this.changes = changes;
        made = changes.stream()
                .filter(change -> change.action() == Action.CREATE && change.side() == Side.ERP)
                .map(change -> change.entity() + " " + change.erpKey())
                .collect(Collectors.toSet());
    }

    /** How many records a side has, how many of them are linked, and the others by why they are not. */
    private static final class Tally {
        private long all;
        private long linked;
        private final Map<String, Long> others = new TreeMap<>();

        void count(@Nullable String link) {
            all++;
            if (link != null) {
                linked++;
            }
        }

        String why(String remainder) {
            long left = all
                    - linked
                    - others.values().stream().mapToLong(Long::longValue).sum();
            List<String> texts = new ArrayList<>();
            others.forEach((why, count) -> texts.add(count + " " + why));
            if (left > 0) {
                texts.add(left + " " + remainder);
            }
            return String.join(", ", texts);
        }
    }

    /** {@code documents} are rows of the same form for what is no record of its own. */
    Table table(List<List<String>> documents) {
        Map<String, Tally> erp = erp();
        List<List<String>> rows = new ArrayList<>();
        for (Rehearsed.Kind kind : rehearsed.kinds()) {
            Tally there = erp.getOrDefault(kind.entity(), new Tally());
            Tally severa = severa(kind);
            if (there.all > 0 || severa.all > 0) {
                rows.add(List.of(
                        kind.entity(),
                        String.valueOf(there.all),
                        String.valueOf(severa.all),
                        String.valueOf(there.linked),
                        there.why("without such a record"),
                        severa.why("that no transfer takes")));
            }
        }
        rows.addAll(documents);
        return new Table(
                "Records",
                "linked ones are in both systems; kinds of one list of Severa share its records",
                List.of("entity", "in the ERP", "in Severa", "linked", "others in the ERP", "others in Severa"),
                rows);
    }

    private Map<String, Tally> erp() {
        Map<String, Tally> tallies = new HashMap<>();
        rehearsed
                .bridge()
                .jdbc()
                .sql("SELECT e.ENTITY, e.ERP_KEY, l.GUID FROM BRIDGE_ERP_RECORD e LEFT JOIN BRIDGE_LINK l"
                        + " ON l.COMPANY = e.COMPANY AND l.ENTITY = e.ENTITY AND l.ERP_KEY = e.ERP_KEY AND l.GUID"
                        + NOT_MADE + " WHERE e.COMPANY = ?")
                .params(company())
                .query(row -> {
                    if (!made.contains(row.getString(1) + " " + row.getString(2))) {
                        tallies.computeIfAbsent(row.getString(1), any -> new Tally())
                                .count(row.getString(3));
                    }
                });
        tallies.forEach((entity, tally) -> {
            types(entity, tally);
            planned(entity, tally, Action.LINK, Side.ERP, "not linked yet");
            planned(entity, tally, Action.CREATE, Side.SEVERA, "only there");
            String known = "EXISTS (SELECT 1 FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = x.COMPANY"
                    + " AND e.ENTITY = x.ENTITY AND e.ERP_KEY = x.ERP_KEY) AND NOT EXISTS (SELECT 1 FROM BRIDGE_LINK l"
                    + " WHERE l.COMPANY = x.COMPANY AND l.ENTITY = x.ENTITY AND l.ERP_KEY = x.ERP_KEY)";
            reasons(entity, known, tally);
        });
        return tallies;
    }

    /** Rows that stand for work types or travel expense types are linked to these. */
    private void types(String entity, Tally tally) {
        List<Long> found = rehearsed
                .bridge()
                .jdbc()
                .sql("SELECT COUNT(*) FROM BRIDGE_ERP_RECORD e WHERE e.COMPANY = ? AND e.ENTITY = ?"
                        + " AND EXISTS (SELECT 1 FROM BRIDGE_LINK l WHERE l.COMPANY = e.COMPANY AND l.ENTITY = ?"
                        + " AND l.ERP_KEY LIKE CONCAT(e.ERP_KEY, '|%'))")
                .params(company(), entity, entity + "-type")
                .query(Long.class)
                .list();
        tally.linked += found.get(0);
    }

    /** What the rehearsal has linked or made is not so yet. */
    private void planned(String entity, Tally tally, Action action, Side side, String why) {
        long found = changes.stream()
                .filter(change -> change.entity().equals(entity) && change.action() == action)
                .filter(change -> action == Action.LINK
                        ? side == Side.ERP || !String.valueOf(change.newValue()).contains(" type")
                        : change.side() == side)
                .map(Change::erpKey)
                .distinct()
                .count();
        if (found > 0) {
            tally.others.put(why, found);
            if (action == Action.LINK) {
                tally.linked = Math.max(0, tally.linked - found);
            }
        }
    }

    private Tally severa(Rehearsed.Kind kind) {
        Tally tally = new Tally();
        rehearsed
                .bridge()
                .jdbc()
                .sql("SELECT l.ERP_KEY, (SELECT MIN(o.ENTITY) FROM BRIDGE_LINK o WHERE o.COMPANY = s.COMPANY"
                        + " AND o.GUID = s.GUID AND o.ENTITY <> ?) FROM BRIDGE_SEVERA_RECORD s LEFT JOIN BRIDGE_LINK l"
                        + " ON l.COMPANY = s.COMPANY AND l.ENTITY = ? AND l.GUID = s.GUID"
                        + " WHERE s.COMPANY = ? AND s.RESOURCE = ? AND s.GUID" + NOT_MADE)
                .params(kind.entity(), kind.entity(), company(), kind.resource())
                .query(row -> {
                    String key = row.getString(1);
                    String other = row.getString(2);
                    tally.count(made.contains(kind.entity() + " " + key) ? null : key);
                    if (key == null && other != null) {
                        tally.others.merge("linked as " + other, 1L, Long::sum);
                    }
                });
        planned(kind.entity(), tally, Action.LINK, Side.SEVERA, "not linked yet");
        planned(kind.entity(), tally, Action.CREATE, Side.ERP, "only there");
        String known = "EXISTS (SELECT 1 FROM BRIDGE_SEVERA_RECORD s WHERE s.COMPANY = x.COMPANY AND s.RESOURCE = '"
                + kind.resource() + "' AND s.GUID = x.ERP_KEY) AND NOT EXISTS (SELECT 1 FROM BRIDGE_LINK l"
                + " WHERE l.COMPANY = x.COMPANY AND l.ENTITY = x.ENTITY AND l.GUID = x.ERP_KEY)";
        reasons(kind.entity(), known, tally);
        return tally;
    }

    /** A record that is not linked has been skipped, or handed back; {@code known} says which are meant. */
    private void reasons(String entity, String known, Tally tally) {
        rehearsed
                .bridge()
                .jdbc()
                .sql(
                        "SELECT x.CODE, COUNT(DISTINCT x.ERP_KEY) FROM BRIDGE_NOTICE x WHERE x.COMPANY = ? AND x.ENTITY = ?"
                                + " AND x.KIND = 'SKIPPED' AND x.JOB_EXECUTION_ID = ? AND " + known
                                + " GROUP BY x.CODE")
                .params(company(), entity, execution())
                .query(row -> {
                    tally.others.merge("skipped (" + row.getString(1) + ")", row.getLong(2), Long::sum);
                });
        rehearsed
                .bridge()
                .jdbc()
                .sql(
                        "SELECT x.CODE, COUNT(DISTINCT x.ERP_KEY) FROM BRIDGE_REJECT x WHERE x.COMPANY = ? AND x.ENTITY = ?"
                                + " AND x.STATUS = 'open' AND " + known + " GROUP BY x.CODE")
                .params(company(), entity)
                .query(row -> {
                    tally.others.merge("handed back (" + row.getString(1) + ")", row.getLong(2), Long::sum);
                });
    }

    private String company() {
        return rehearsed.company().name();
    }

    private long execution() {
        return rehearsed.result().execution();
    }
}
