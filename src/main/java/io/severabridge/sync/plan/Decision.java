package io.severabridge.sync.plan;

import io.severabridge.failure.Rejected;
import io.severabridge.severa.PatchOperation;
import io.severabridge.store.ledger.Intents.Intent;
import io.severabridge.store.ledger.LinkStore.Link;
import io.severabridge.sync.mapping.Skip;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is to be done with one row. */
public sealed interface Decision<S extends Record, A extends Record> {
    /** Nothing, and nobody needs to know. */
    record Absent<S extends Record, A extends Record>() implements Decision<S, A> {}

    record Skipped<S extends Record, A extends Record>(Skip why) implements Decision<S, A> {}

    record Refused<S extends Record, A extends Record>(Rejected rejected) implements Decision<S, A> {}

    /** It was sent, and that was all. */
    record Sent<S extends Record, A extends Record>(Link link) implements Decision<S, A> {}

    /** The row stands for records of another kind. */
    record Elsewhere<S extends Record, A extends Record>(List<String> guids) implements Decision<S, A> {}

    /** Severa gets a new record. {@code inDoubt}: an earlier create of it may have reached Severa. */
    record Create<S extends Record, A extends Record>(
            A erp,
            String parentGuid,
            ObjectNode body,
            @Nullable Intent inDoubt) implements Decision<S, A> {}

    /**
     * Both have the record. {@code merge} says what changes; {@code link} is null on a first link.
     *
     * @param now what Severa holds
     * @param severa null where Severa no longer has one, of entities that may be missing there
     * @param rule what they were matched by; null for what is no record of its own
     * @param ownCreate it was made by an earlier create of ours whose answer was lost
     * @param operations none where only the link is to be stored, or nothing is to be done at all
     */
    record Keep<S extends Record, A extends Record>(
            A erp,
            A now,
            @Nullable S severa,
            String guid,
            @Nullable String rule,
            @Nullable Link link,
            Merge.@Nullable Seen<A> seen,
            Merge<A> merge,
            boolean ownCreate,
            List<PatchOperation> operations)
            implements Decision<S, A> {}

    /** A changed record that cannot be updated: the new one is made, then the old one goes. */
    record Replace<S extends Record, A extends Record>(Create<S, A> create, S old, String oldGuid)
            implements Decision<S, A> {}

    /** The row no longer stands for anything, and its linked record goes. */
    record Delete<S extends Record, A extends Record>(S severa, String guid) implements Decision<S, A> {}
}
