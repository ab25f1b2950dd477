package io.severabridge.entity.user;

import io.severabridge.failure.Reason;
import java.util.List;

/** Reject codes of users alone. */
public final class UserRejects {
    static final Reason WORK_CONTRACT_MISSING =
            new Reason("work-contract-missing", "give the user a work contract in Severa");

    /** All of them, for the catalogue. */
    public static final List<Reason> ALL = List.of(WORK_CONTRACT_MISSING);

    private UserRejects() {}
}
