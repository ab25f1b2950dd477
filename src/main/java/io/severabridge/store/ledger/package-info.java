/** What the bridge database keeps for good: links, intents, rejects, notices, journal, watermarks, executions. */
@NullMarked
package io.severabridge.store.ledger;

import org.jspecify.annotations.NullMarked;
