package io.severabridge.job;

import io.severabridge.sync.run.ReadMode;
import io.severabridge.sync.run.RecordSelection;
import io.severabridge.sync.run.RejectThresholds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run or a rehearsal is to do.
 *
 * @param chosen names of transfers, in their order
 * @param records the only ones that are looked at; null for all that are due
 */
record JobOrder(
        JobRunner.Request request,
        JobFile job,
        List<String> chosen,
        @Nullable RecordSelection records,
        RejectThresholds limits,
        boolean rehearsal) {
    ReadMode reading() {
        return new ReadMode(job.whole(), request.since(), records);
    }
}
