package offenders.severabridge.entity.one;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

final class OneMapping {
    static Instant now() {
        return Instant.now(Clock.system(ZoneOffset.UTC));
    }
}
