package io.severabridge.sync.plan;

import io.severabridge.company.Company.Master;
import io.severabridge.company.Company.Side;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.record.RecordFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides field by field what both sides are to hold (three-way compare). A side changed when what it holds now differs from
 * what was seen there last. Each direction carries over its part; what is left to the other one stays different from what was
 * seen, or open on a first link, so that it is found.
 *
 * @param forSevera what Severa is to hold
 * @param forErp what the ERP is to hold
 * @param severaChanges fields in which Severa is to change, with old and new value
 * @param erpChanges fields in which the ERP is to change
 * @param conflicts fields changed on both sides, and on a first link those that differ, with the value that lost and the one
 *     that won
 * @param kept fields that were emptied in the ERP and that Severa cannot do without: its value stays
 * @param keyChange a field by which the ERP's other tables refer to the row and that Severa wants changed; null for none
 */
public record Merge<A extends Record>(
        A forSevera,
        A forErp,
        List<Change> severaChanges,
        List<Change> erpChanges,
        List<Change> conflicts,
        List<String> kept,
        @Nullable Change keyChange) {
    /** A field with what it held and what it gets. */
    public record Change(
            String field, @Nullable Object from, @Nullable Object to) {}

    /**
     * What was seen last.
     *
     * @param open fields in which the two have never agreed
     */
    public record Seen<A extends Record>(A erp, A severa, Set<String> open) {
        static Set<String> open(@Nullable String names) {
            return names == null ? Set.of() : Set.copyOf(Arrays.asList(names.split(",", -1)));
        }

        /** As the link keeps it; null for none. */
        @Nullable
        public String openNames() {
            return open.isEmpty() ? null : open.stream().sorted().collect(Collectors.joining(","));
        }
    }

    /** What a field is to become. */
    private enum Winner {
        ERP,
        SEVERA,
        NOBODY
    }

    public static <A extends Record> Merge<A> of(
            RecordFields<A> agreed, A erp, A severa, @Nullable Seen<A> seen, Master master, Side onConflict) {
        return of(agreed, erp, severa, seen, master, onConflict, Set.of());
    }

    /**
     * Decides.
     *
     * @param unspoken fields in which the ERP has a value that Severa cannot be told: on a first link either side keeps its own
     */
    public static <A extends Record> Merge<A> of(
            RecordFields<A> agreed,
            A erp,
            A severa,
            @Nullable Seen<A> seen,
            Master master,
            Side onConflict,
            Set<String> unspoken) {
        @Nullable Object[] e = agreed.values(erp);
        @Nullable Object[] s = agreed.values(severa);
        @Nullable Object[] erpBefore = agreed.values(seen == null ? erp : seen.erp());
        @Nullable Object[] severaBefore = agreed.values(seen == null ? severa : seen.severa());
        @Nullable Object[] forSevera = s.clone();
        @Nullable Object[] forErp = e.clone();
        List<Change> severaChanges = new ArrayList<>();
        List<Change> erpChanges = new ArrayList<>();
        List<Change> conflicts = new ArrayList<>();
        List<String> keptFields = new ArrayList<>();
        Change keyChange = null;
        for (int i = 0; i < e.length; i++) {
            if (agreed.same(i, e[i], s[i])) {
                continue;
            }
            String field = agreed.name(i);
            boolean erpChanged = !agreed.same(i, e[i], erpBefore[i]);
            boolean severaChanged = !agreed.same(i, s[i], severaBefore[i]);
            // Until both directions have agreed it is the first link's, whatever was typed since.
            boolean first = seen == null || seen.open().contains(field);
            boolean inErp = !agreed.isNothing(i, e[i]);
            boolean inSevera = !agreed.isNothing(i, s[i]);
            Winner winner = first
                    ? firstWinner(agreed.isErpKey(i), inErp, inSevera, master, onConflict)
                    : laterWinner(erpChanged, severaChanged, master, onConflict);
            if (first && winner == Winner.SEVERA && unspoken.contains(field)) {
                winner = Winner.NOBODY;
            }
            boolean kept = winner == Winner.ERP && e[i] == null && agreed.isKeptWhenEmpty(i);
            if (kept && erpChanged) {
                keptFields.add(field);
            }
            if (winner == Winner.NOBODY || kept) {
                continue;
            }
            boolean conflict = first
                    ? inErp && inSevera && (seen == null || erpChanged || severaChanged)
                    : master == Master.BOTH && erpChanged && severaChanged;
            if (conflict) {
                conflicts.add(winner == Winner.ERP ? new Change(field, s[i], e[i]) : new Change(field, e[i], s[i]));
            }
            if (winner == Winner.ERP) {
                forSevera[i] = e[i];
                severaChanges.add(new Change(field, s[i], e[i]));
            } else if (agreed.isErpKey(i) && e[i] != null) {
                keyChange = new Change(field, e[i], s[i]);
            } else {
                forErp[i] = s[i];
                erpChanges.add(new Change(field, e[i], s[i]));
            }
        }
        return new Merge<>(
                agreed.record(forSevera),
                agreed.record(forErp),
                severaChanges,
                erpChanges,
                conflicts,
                keptFields,
                keyChange);
    }

    /** The master's value, but no empty one overwrites one that is not (ruling on first links). Keys are the ERP's. */
    private static Winner firstWinner(boolean key, boolean inErp, boolean inSevera, Master master, Side onConflict) {
        boolean erpWins = key || master == Master.ERP || (master == Master.BOTH && onConflict == Side.ERP);
        return (erpWins ? inErp : !inSevera) ? Winner.ERP : Winner.SEVERA;
    }

    private static Winner laterWinner(boolean erpChanged, boolean severaChanged, Master master, Side onConflict) {
        if (!erpChanged && !severaChanged) {
            return Winner.NOBODY;
        }
        return switch (master) {
            case ERP -> Winner.ERP;
            case SEVERA -> Winner.SEVERA;
            case BOTH -> erpChanged && (!severaChanged || onConflict == Side.ERP) ? Winner.ERP : Winner.SEVERA;
        };
    }

    /** The same for a record that we made: what Severa filled in by itself is nobody's value that lost. */
    Merge<A> withoutConflicts() {
        return new Merge<>(forSevera, forErp, severaChanges, erpChanges, List.of(), kept, keyChange);
    }

    /** The same, with what the ERP's row holds or implies as the old values there. */
    Merge<A> from(RecordFields<A> agreed, A row) {
        @Nullable Object[] values = agreed.values(row);
        List<Change> changes = erpChanges.stream()
                .map(change -> new Change(change.field(), values[agreed.index(change.field())], change.to()))
                .toList();
        return new Merge<>(forSevera, forErp, severaChanges, changes, conflicts, kept, keyChange);
    }

    /** What one direction changes. */
    public List<Change> changes(Direction direction) {
        return direction == Direction.TO_SEVERA ? severaChanges : erpChanges;
    }

    /** The conflicts that one direction settles; on a first link all. */
    public List<Change> conflicts(Direction settled, @Nullable Seen<A> before) {
        return conflicts.stream()
                .filter(conflict -> before == null
                        || changes(settled).stream()
                                .anyMatch(change -> change.field().equals(conflict.field())))
                .toList();
    }

    /**
     * What is seen now, after one direction has been carried over. A field that was not carried over keeps what was seen
     * before; on a first link it stays open.
     *
     * @param left fields that this direction had to leave, beside those of the other direction
     */
    public Seen<A> seenNow(
            RecordFields<A> agreed, Direction done, A erpNow, A severaNow, @Nullable Seen<A> before, Set<String> left) {
        @Nullable Object[] erpSeen = agreed.values(erpNow);
        @Nullable Object[] severaSeen = agreed.values(severaNow);
        Set<String> undone = new TreeSet<>(left);
        changes(done.other()).forEach(change -> undone.add(change.field()));
        if (keyChange != null) {
            undone.add(keyChange.field());
        }
        Set<String> open = new TreeSet<>();
        for (String field : undone) {
            if (before == null || before.open().contains(field)) {
                open.add(field);
            }
            if (before != null) {
                int i = agreed.index(field);
                erpSeen[i] = agreed.values(before.erp())[i];
                severaSeen[i] = agreed.values(before.severa())[i];
            }
        }
        return new Seen<>(agreed.record(erpSeen), agreed.record(severaSeen), Set.copyOf(open));
    }
}
