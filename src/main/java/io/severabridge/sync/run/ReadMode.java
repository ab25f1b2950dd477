package io.severabridge.sync.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much a run reads.
 *
 * @param whole both sides whole, whatever was read before; else what changed since
 * @param since changes from then on are looked at again; null: since each side was last read
 * @param chosen the only records that steps look at; null for all that are due
 */
public record ReadMode(
        boolean whole, @Nullable Instant since, @Nullable RecordSelection chosen) {}
