package io.severabridge.sync.plan;

import io.severabridge.failure.Rejected;
import io.severabridge.store.ledger.Intents.Intent;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.store.staging.ErpLookUp.Like;
import io.severabridge.store.staging.ErpRecords.Match;
import io.severabridge.sync.mapping.References;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record with all that is needed to decide on it. */
public sealed interface Candidate<E extends Record, S extends Record> {
    /** What the record refers to. */
    References references();

    /**
     * A row of the ERP.
     *
     * @param match what the match found; null for a row that it has not seen
     * @param problem what is wrong with the match, in words
     * @param rejected whether it is handed back to people already
     * @param link its own
     * @param owner the link of the record that it is a facet of
     * @param intent a create of it that may have reached Severa
     * @param records of Severa by GUID: what it is linked or matched to
     * @param madeWithParent the record that Severa made along with the parent, free to be taken
     */
    record OfErp<E extends Record, S extends Record>(
            E row,
            String key,
            String label,
            @Nullable Match match,
            @Nullable Rejected problem,
            boolean rejected,
            @Nullable Link link,
            @Nullable Link owner,
            @Nullable Intent intent,
            Map<String, S> records,
            @Nullable S madeWithParent,
            References references)
            implements Candidate<E, S> {}

    /**
     * A record of Severa that the ERP may not have.
     *
     * @param twins rows that have a number, an e-mail address or a name in common with it
     */
    record OfSevera<E extends Record, S extends Record>(S record, List<Like> twins, References references)
            implements Candidate<E, S> {}
}
