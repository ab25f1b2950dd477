package io.severabridge.sync.plan;

import io.severabridge.failure.Rejected;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.staging.ErpRecords.Match;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.mapping.EngineRejects;
import io.severabridge.sync.mapping.References;
import io.severabridge.sync.plan.Candidate.OfErp;
import io.severabridge.sync.record.TextNormalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses pairs that a link or a GUID holds together although they are no longer the same record in both systems. */
public final class SameRecord<E extends Record, S extends Record, A extends Record> {
    /** The field of a reject by which a linked row and its record are not the same. */
    public static final String GUID = "GUID";

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
                SameRecord.GUID,
                link.guid(),
                "the ERP's field is empty, and " + candidate.label()
                        + " has nothing in common with the linked record of Severa, "
                        + definition.severa().called(linked, link.guid()) + ": its number was used again");
    }

    private static boolean haveInCommon(List<@Nullable String> one, List<@Nullable String> other) {
        for (int i = 0; i < one.size(); i++) {
            String value = TextNormalizer.folded(one.get(i));
            if (value != null && value.equals(TextNormalizer.folded(other.get(i)))) {
                return true;
            }
        }
        return false;
    }

    /** Says that the record of Severa that a row is linked to is gone. */
    public static Rejected gone(Match match) {
        return new Rejected(
                EngineRejects.LINKED_RECORD_GONE,
                GUID,
                match.guid() == null ? match.erpGuid() : match.guid(),
                "Severa no longer has such a record");
    }
}
