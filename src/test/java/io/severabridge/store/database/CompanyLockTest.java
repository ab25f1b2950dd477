package io.severabridge.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.failure.AnotherRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;

class CompanyLockTest {
    private static final Claims.Claim ERP = new Claims.Claim("erp " + UUID.randomUUID(), "the same ERP database");
    private static final Claims.Claim SEVERA =
            new Claims.Claim("severa " + UUID.randomUUID(), "the same organisation of Severa");
    private static final Claims FJORD = new Claims("fjord", List.of(ERP, SEVERA));

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
        try (CompanyLock lock = CompanyLock.take(bridge, FJORD, clock);
                CompanyLock other = CompanyLock.take(bridge, new Claims("fjell", List.of()), clock)) {
            assertThat(other.company()).isEqualTo("fjell");
            assertThatThrownBy(() -> CompanyLock.take(bridge, new Claims(lock.company(), List.of()), clock))
                    .isInstanceOf(AnotherRun.class)
                    .hasMessageStartingWith("another run of company fjord is under way: process "
                            + ProcessHandle.current().pid() + " on ");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatSomebodyElseHasPutInTheWayIsNotWrittenOver(@TempDir Path folder) throws IOException {
        String before = System.getProperty("java.io.tmpdir");
        Path precious = Files.writeString(folder.resolve("precious"), "kept");
        Path locks = Files.createDirectory(folder.resolve(
                "severa.bridge." + System.getProperty("user.name").replaceAll("\\W", "_")));
        Files.setPosixFilePermissions(locks, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createSymbolicLink(locks.resolve(ERP.key().replace(' ', '-')), precious);
        System.setProperty("java.io.tmpdir", folder.toString());
        try {
            CompanyLock.take(bridge, FJORD, clock).close();
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
        assertThat(precious).hasContent("kept");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(locks)))
                .isEqualTo("rwx------");
    }

    @Test
    void ofLocksThatCannotAllBeTakenNoneIsKept() {
        Claims tooLong =
                new Claims("fjord", List.of(new Claims.Claim("erp " + "x".repeat(100), "the same ERP database")));
        assertThatThrownBy(() -> CompanyLock.take(bridge, tooLong, clock))
                .isInstanceOf(DataIntegrityViolationException.class);
        CompanyLock.take(bridge, FJORD, clock).close();
    }

    @Test
    void aLockIsGivenBack() {
        CompanyLock.take(bridge, FJORD, clock).close();
        CompanyLock.take(bridge, FJORD, clock).close();
    }

    @Test
    void aLockOfAnotherMachineIsTakenOverWhenItsHeartHasStopped() {
        held("another-machine", 1);
        assertThatThrownBy(() -> CompanyLock.take(bridge, FJORD, clock)).isInstanceOf(AnotherRun.class);
        Clock later = Clock.offset(clock, CompanyLock.DEAD.plus(Duration.ofSeconds(1)));
        CompanyLock.take(bridge, FJORD, later).close();
    }

    @Test
    void anotherNameForTheSameErpOrOrganisationIsRefused() {
        Claims erp = new Claims("fjell", List.of(ERP));
        Claims organisation = new Claims("dale", List.of(new Claims.Claim("erp " + UUID.randomUUID(), ""), SEVERA));
        try (CompanyLock lock = CompanyLock.take(bridge, FJORD, clock)) {
            assertThatThrownBy(() -> CompanyLock.take(bridge, erp, clock))
                    .isInstanceOf(AnotherRun.class)
                    .hasMessageStartingWith("another run with the same ERP database, company " + lock.company()
                            + ", is under way: process "
                            + ProcessHandle.current().pid());
            assertThatThrownBy(() -> CompanyLock.take(bridge, organisation, clock))
                    .isInstanceOf(AnotherRun.class)
                    .hasMessageContaining("the same organisation of Severa, company fjord");
        }
        CompanyLock.take(bridge, erp, clock).close();
        CompanyLock.take(bridge, organisation, clock).close();
        assertThat(bridge.jdbc()
                        .sql("SELECT COUNT(*) FROM BRIDGE_LOCK")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void bridgeDatabasesThatKnowNothingOfEachOtherAreKeptApartOnOneMachine() {
        try (BridgeDatabase own = BridgeDatabase.open(
                        new Company.BridgeDatabase("jdbc:h2:mem:" + UUID.randomUUID(), "sa", new Secret("")));
                CompanyLock lock = CompanyLock.take(bridge, FJORD, clock)) {
            assertThatThrownBy(() -> CompanyLock.take(own, new Claims("fjell", List.of(SEVERA)), clock))
                    .isInstanceOf(AnotherRun.class)
                    .hasMessage(
                            "another run with the same organisation of Severa is under way on this machine: company "
                                    + lock.company() + ", process "
                                    + ProcessHandle.current().pid());
        }
    }
}
