package io.severabridge.transfer;

import io.severabridge.failure.Rejected;
import io.severabridge.store.ledger.Links.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses pairs that a link or a GUID holds together although they are no longer the same record in both systems. */
final class SameRecord<E extends Record, S extends Record, A extends Record> {
    private final EntityDefinition<E, S, A> part;
    private final MatchProblems problems;

    SameRecord(EntityDefinition<E, S, A> part, MatchProblems problems) {
        this.part = part;
        this.problems = problems;
    }

    /**
     * A record belongs to one other for good: neither side is told to move it.
     *
     * @throws Rejected if the two belong to different ones
     */
    void refuseMoved(E row, String parentGuid, S severa) {
        String inSevera = part.belonging().parent() == null
                ? null
                : part.severa().resource().parent(severa);
        if (part.belonging().parent() == null || inSevera == null || inSevera.equalsIgnoreCase(parentGuid)) {
            return;
        }
        throw new Rejected(
                EngineRejects.LINK_MISMATCH,
                part.belonging().parent(),
                part.belonging().parentKey(row),
                "in the ERP it belongs to " + problems.label(part.belonging().parent(), parentGuid)
                        + ", its record in Severa to "
                        + problems.label(part.belonging().parent(), inSevera));
    }

    /**
     * The number of a record that was deleted in the ERP may have been given to another one.
     *
     * @throws Rejected if the linked row has no GUID and nothing in common with its record, as it is and as it was
     */
    void refuseAnother(E row, A erp, A severa, @Nullable Link link, Merge.@Nullable Seen<A> seen) {
        boolean emptied = part.erp().hasGuid() && part.erp().guid(row).isEmpty();
        List<@Nullable String> now = part.matching().identity(erp);
        if (link == null || seen == null || !emptied || now.isEmpty()) {
            return;
        }
        boolean same = haveInCommon(now, part.matching().identity(severa))
                || haveInCommon(now, part.matching().identity(seen.erp()));
        if (!same) {
            throw problems.another(part.erp().label(row), link.guid());
        }
    }

    private static boolean haveInCommon(List<@Nullable String> one, List<@Nullable String> other) {
        for (int i = 0; i < one.size(); i++) {
            String value = Texts.folded(one.get(i));
            if (value != null && value.equals(Texts.folded(other.get(i)))) {
                return true;
            }
        }
        return false;
    }
}
