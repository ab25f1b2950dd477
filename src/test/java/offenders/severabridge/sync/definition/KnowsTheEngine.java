package offenders.severabridge.sync.definition;

import io.severabridge.sync.run.Progress;

final class KnowsTheEngine {
    Progress progress = Progress.NONE;
}
