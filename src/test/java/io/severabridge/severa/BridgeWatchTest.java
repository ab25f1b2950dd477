package io.severabridge.severa;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.BridgeWatch;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The watch over the bridge database catches what it is there for. Its own frames stand for a call to Severa. */
final class BridgeWatchTest {
    private static final String WRITE = "INSERT INTO BRIDGE_WATERMARK (COMPANY, NAME, MARK) VALUES ('c', 'n', 'm')";
    private static final String READ = "SELECT COUNT(*) FROM BRIDGE_WATERMARK";

    private final String name = "watched-" + UUID.randomUUID();
    private final BridgeWatch watch = BridgeWatch.over(name);
    private final BridgeDatabase bridge =
            BridgeDatabase.open(new Company.BridgeDatabase("jdbc:h2:mem:" + name, "sa", new Secret("")));

    @AfterEach
    void close() {
        bridge.close();
        BridgeWatch.forget(name);
    }

    private void call() {
        CompletableFuture.runAsync(() -> watch.onCall("GET /v1/customers")).join();
    }

    @Test
    void aTransactionIsOpenWhileACallIsUnderWay() {
        bridge.atOnce(() -> {
            bridge.jdbc().sql(READ).query(Long.class).single();
            call();
        });
        assertThat(watch.problems())
                .containsExactly(
                        "a transaction is open while its thread waits for Severa (GET /v1/customers): " + READ);
    }

    @Test
    void aTransactionThatHasDoneNothingYetHoldsNothing() {
        bridge.atOnce(this::call);
        bridge.atOnce(() -> {
            bridge.jdbc().sql(WRITE).update();
        });
        call();
        assertThat(watch.problems()).isEmpty();
    }

    @Test
    void outsideATransactionNothingIsHeld() {
        bridge.atOnce(() -> {
            Long none = bridge.outside(() -> {
                call();
                return bridge.jdbc().sql(READ).query(Long.class).single();
            });
            assertThat(none).isZero();
            bridge.jdbc().sql(WRITE).update();
        });
        assertThat(bridge.jdbc().sql(READ).query(Long.class).single()).isOne();
        assertThat(watch.problems()).isEmpty();
    }

    @Test
    void aThreadReadsOnASecondConnectionWhatItsFirstOneHasNotCommitted() {
        bridge.atOnce(() -> {
            bridge.jdbc().sql(WRITE).update();
            bridge.atOnce(() -> bridge.jdbc().sql(READ).query(Long.class).single());
        });
        assertThat(watch.problems())
                .containsExactly(
                        "a thread uses a second connection for a table in which its first one has uncommitted rows: "
                                + READ);
    }
}
