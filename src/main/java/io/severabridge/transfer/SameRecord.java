package io.severabridge.transfer;

import io.severabridge.failure.Rejected;
import io.severabridge.store.ledger.Links.Link;
import io.severabridge.transfer.Candidate.OfErp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses pairs that a link or a GUID holds together although they are no longer the same record in both systems. */
final class SameRecord<E extends Record, S extends Record, A extends Record> {
    private final EntityDefinition<E, S, A> definition;

    SameRecord(EntityDefinition<E, S, A> definition) {
        this.definition = definition;
    }

    /**
     * A record belongs to one other for good: neither side is told to move it.
     *
     * @throws Rejected if the two belong to different ones
     */
    void refuseMoved(E row, String parentGuid, S severa, References references) {
        String parent = definition.belonging().parent();
        String inSevera = parent == null ? null : definition.severa().resource().parent(severa);
        if (parent == null || inSevera == null || inSevera.equalsIgnoreCase(parentGuid)) {
            return;
        }
        throw new Rejected(
                EngineRejects.LINK_MISMATCH,
                parent,
                definition.belonging().parentKey(row),
                "in the ERP it belongs to " + references.label(parent, parentGuid) + ", its record in Severa to "
                        + references.label(parent, inSevera));
    }

    /**
     * The number of a record that was deleted in the ERP may have been given to another one.
     *
     * @throws Rejected if the linked row has no GUID and nothing in common with its record, as it is and as it was
     */
    void refuseAnother(OfErp<E, S> candidate, A erp, A severa, Merge.@Nullable Seen<A> seen) {
        Link link = candidate.link();
        boolean emptied = definition.erp().hasGuid()
                && definition.erp().guid(candidate.row()).isEmpty();
        List<@Nullable String> now = definition.matching().identity(erp);
        if (link == null || seen == null || !emptied || now.isEmpty()) {
            return;
        }
        boolean same = haveInCommon(now, definition.matching().identity(severa))
                || haveInCommon(now, definition.matching().identity(seen.erp()));
        if (same) {
            return;
        }
        S linked = candidate.records().get(link.guid());
        throw new Rejected(
                EngineRejects.LINK_MISMATCH,
                MatchProblems.GUID,
                link.guid(),
                "the ERP's field is empty, and " + candidate.label()
                        + " has nothing in common with the linked record of Severa, "
                        + definition.severa().called(linked, link.guid()) + ": its number was used again");
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
