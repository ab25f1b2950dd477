package offenders.severabridge.entity.one;

import io.severabridge.failure.Reason;

final class UnlistedRejects {
    static final Reason UNLISTED = new Reason("unlisted", "add it to the catalogue");

    private UnlistedRejects() {}
}
