package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.severa.SeveraClient;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Severa alone, for what is no job. */
public final class SeveraConnection {
    private SeveraConnection() {}

    /** With what the registers are allowed. */
    public static SeveraClient open(Company company, Clock clock) {
        return new SeveraClient(new RunRequirements(company, List.of()).connection(Set.of()), clock);
    }
}
