package offenders.severabridge.sync.plan;

import java.time.Clock;
import java.time.Instant;

final class LooksAtTheClock {
    Instant decidedAt(Clock clock) {
        return clock.instant();
    }
}
