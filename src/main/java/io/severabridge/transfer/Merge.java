package io.severabridge.transfer;

import io.severabridge.company.Company.Master;
import io.severabridge.company.Company.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides field by field what Severa is to hold (three-way compare). A side changed when what it holds now differs from
 * what was seen there last. What is left to the other direction stays different from what was seen, so that it is found.
 *
 * @param target what Severa is to hold
 * @param changes fields in which Severa is to change, with old and new value
 * @param conflicts fields changed on both sides, with the value that lost and the one that won
 */
record Merge<A extends Record>(A target, List<Change> changes, List<Change> conflicts, BitSet pending) {
    /** A field with what it held and what it gets. */
    record Change(
            String field, @Nullable Object from, @Nullable Object to) {}

    /** What was seen last; null for a first link. */
    record Seen<A extends Record>(A erp, A severa) {}

    static <A extends Record> Merge<A> towardsSevera(
            Agreed<A> agreed, A erp, A severa, @Nullable Seen<A> seen, Master master, Side onConflict) {
        @Nullable Object[] e = agreed.values(erp);
        @Nullable Object[] s = agreed.values(severa);
        @Nullable Object[] target = s.clone();
        @Nullable Object @Nullable [] erpBefore = seen == null ? null : agreed.values(seen.erp());
        @Nullable Object @Nullable [] severaBefore = seen == null ? null : agreed.values(seen.severa());
        BitSet pending = new BitSet();
        List<Change> changes = new ArrayList<>();
        List<Change> conflicts = new ArrayList<>();
        for (int i = 0; i < e.length; i++) {
            if (agreed.same(i, e[i], s[i])) {
                continue;
            }
            if (erpBefore == null || severaBefore == null) {
                boolean erpWins = master == Master.ERP || (master == Master.BOTH && onConflict == Side.ERP);
                boolean toSevera = erpWins ? e[i] != null : s[i] == null;
                target[i] = toSevera ? e[i] : s[i];
                pending.set(i, !toSevera);
                if (e[i] != null && s[i] != null) {
                    conflicts.add(new Change(agreed.name(i), toSevera ? s[i] : e[i], target[i]));
                }
            } else {
                boolean erpChanged = !agreed.same(i, e[i], erpBefore[i]);
                boolean severaChanged = !agreed.same(i, s[i], severaBefore[i]);
                boolean both = erpChanged && severaChanged && master == Master.BOTH;
                boolean toSevera = takesFromErp(erpChanged, severaChanged, master, onConflict);
                target[i] = toSevera ? e[i] : s[i];
                pending.set(i, !toSevera && (erpChanged || severaChanged));
                if (both) {
                    conflicts.add(new Change(agreed.name(i), toSevera ? s[i] : e[i], target[i]));
                }
            }
            if (!agreed.same(i, target[i], s[i])) {
                changes.add(new Change(agreed.name(i), s[i], target[i]));
            }
        }
        return new Merge<>(agreed.record(target), changes, conflicts, pending);
    }

    private static boolean takesFromErp(boolean erpChanged, boolean severaChanged, Master master, Side onConflict) {
        return switch (master) {
            case ERP -> erpChanged || severaChanged;
            case SEVERA -> false;
            case BOTH -> erpChanged && (!severaChanged || onConflict == Side.ERP);
        };
    }

    /**
     * What is seen now. A field left to the other direction keeps what was seen before; on a first link it takes the ERP's
     * value on both sides, as if Severa had changed it since.
     */
    Seen<A> seenNow(Agreed<A> agreed, A erp, A severaAnswered, @Nullable Seen<A> before) {
        @Nullable Object[] erpSeen = agreed.values(erp);
        @Nullable Object[] severaSeen = agreed.values(severaAnswered);
        for (int i = pending.nextSetBit(0); i >= 0; i = pending.nextSetBit(i + 1)) {
            if (before == null) {
                severaSeen[i] = erpSeen[i];
            } else {
                erpSeen[i] = agreed.values(before.erp())[i];
                severaSeen[i] = agreed.values(before.severa())[i];
            }
        }
        return new Seen<>(agreed.record(erpSeen), agreed.record(severaSeen));
    }
}
