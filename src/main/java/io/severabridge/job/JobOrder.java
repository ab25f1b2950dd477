package io.severabridge.job;

import io.severabridge.sync.run.Chosen;
import io.severabridge.sync.run.Reading;
import io.severabridge.sync.run.RunLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run or a rehearsal is to do.
 *
 * @param chosen names of transfers, in their order
 * @param records the only ones that are looked at; null for all that are due
 */
record JobOrder(
        JobRun.Request request,
        JobFile job,
        List<String> chosen,
        @Nullable Chosen records,
        RunLimits limits,
        boolean rehearsal) {
    Reading reading() {
        return new Reading(job.whole(), request.since(), records);
    }
}
