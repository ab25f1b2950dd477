package io.severabridge.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.failure.AnotherRun;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompanyLockTest {
    private final Clock clock = Clock.systemUTC();
    private final BridgeDatabase bridge =
            BridgeDatabase.open(new Company.BridgeDatabase("jdbc:h2:mem:" + UUID.randomUUID(), "sa", new Secret("")));

    @AfterEach
    void close() {
        bridge.close();
    }

    private void held(String host, long process) {
        bridge.atOnce(() -> {
            bridge.jdbc()
                    .sql("INSERT INTO BRIDGE_LOCK (COMPANY, OWNER, HOST, PROCESS_ID, TAKEN_AT, HEARTBEAT_AT)"
                            + " VALUES ('fjord', 'o', ?, ?, ?, ?)")
                    .params(host, process, Utc.time(clock.instant()), Utc.time(clock.instant()))
                    .update();
        });
    }

    @Test
    void aSecondRunOfTheSameCompanyIsRefusedAndOneOfAnotherIsNot() {
        try (CompanyLock lock = CompanyLock.take(bridge, "fjord", clock);
                CompanyLock other = CompanyLock.take(bridge, "fjell", clock)) {
            assertThat(other.company()).isEqualTo("fjell");
            assertThatThrownBy(() -> CompanyLock.take(bridge, lock.company(), clock))
                    .isInstanceOf(AnotherRun.class)
                    .hasMessageStartingWith("another run of company fjord is under way: process "
                            + ProcessHandle.current().pid() + " on ");
        }
    }

    @Test
    void aLockIsGivenBack() {
        CompanyLock.take(bridge, "fjord", clock).close();
        CompanyLock.take(bridge, "fjord", clock).close();
    }

    @Test
    void aLockOfAnotherMachineIsTakenOverWhenItsHeartHasStopped() {
        held("another-machine", 1);
        assertThatThrownBy(() -> CompanyLock.take(bridge, "fjord", clock)).isInstanceOf(AnotherRun.class);
        Clock later = Clock.offset(clock, CompanyLock.DEAD.plus(Duration.ofSeconds(1)));
        CompanyLock.take(bridge, "fjord", later).close();
    }
}
