package io.severabridge.check;

import io.severabridge.job.Rehearsed;
import io.severabridge.report.ReportPage.Table;
import io.severabridge.store.StoredRecords;
import io.severabridge.store.ledger.Changes.Change;
import io.severabridge.store.ledger.Journal.Action;
import io.severabridge.store.ledger.Journal.Side;
import io.severabridge.sync.definition.EntityDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** For each kind of record how many either system has, how many are linked, and why the others are not. */
final class RecordCounts {
    private final Rehearsed rehearsed;
    private final StoredRecords stored;
    private final List<Change> changes;

    /** What the rehearsal would have made in the ERP. */
    private final Set<String> made;

    RecordCounts(Rehearsed rehearsed, List<Change> changes) {
        this.rehearsed = rehearsed;
        stored = rehearsed.stored();
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

        void count(boolean isLinked) {
            all++;
            if (isLinked) {
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
        stored.rows((entity, key, linked) -> {
            if (!made.contains(entity + " " + key)) {
                tallies.computeIfAbsent(entity, any -> new Tally()).count(linked);
            }
        });
        tallies.forEach((entity, tally) -> {
            types(entity, tally);
            planned(entity, tally, Action.LINK, Side.ERP, "not linked yet");
            planned(entity, tally, Action.CREATE, Side.SEVERA, "only there");
            others(tally, stored.skippedRows(entity, execution()), stored.rejectedRows(entity));
        });
        return tallies;
    }

    /** Rows that stand for work types or travel expense types are linked to these. */
    private void types(String entity, Tally tally) {
        tally.linked += stored.rowsLinkedAs(entity, EntityDefinition.typesOf(entity));
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
        stored.records(kind.entity(), kind.resource(), (key, other) -> {
            tally.count(key != null && !made.contains(kind.entity() + " " + key));
            if (key == null && other != null) {
                tally.others.merge("linked as " + other, 1L, Long::sum);
            }
        });
        planned(kind.entity(), tally, Action.LINK, Side.SEVERA, "not linked yet");
        planned(kind.entity(), tally, Action.CREATE, Side.ERP, "only there");
        others(
                tally,
                stored.skippedRecords(kind.entity(), kind.resource(), execution()),
                stored.rejectedRecords(kind.entity(), kind.resource()));
        return tally;
    }

    /** A record that is not linked has been skipped, or handed back. */
    private static void others(Tally tally, Map<String, Long> skipped, Map<String, Long> rejected) {
        skipped.forEach((code, count) -> tally.others.merge("skipped (" + code + ")", count, Long::sum));
        rejected.forEach((code, count) -> tally.others.merge("handed back (" + code + ")", count, Long::sum));
    }

    private long execution() {
        return rehearsed.result().execution();
    }
}
