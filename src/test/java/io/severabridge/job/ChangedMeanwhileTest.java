package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.ledger.Changes;
import io.severabridge.store.ledger.Journal;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Somebody changes a row of the ERP between the moment in which the run reads it and the one in which it writes it. */
class ChangedMeanwhileTest {
    /** Called when the run notes what it is about to change: after it has decided, and before the ERP's transaction. */
    public static final class People implements Trigger {
        private static final AtomicReference<@Nullable Runnable> WORK = new AtomicReference<>();

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            Runnable work = WORK.getAndSet(null);
            if (work != null) {
                work.run();
            }
        }
    }

    private static final String TRIGGER =
            "CREATE TRIGGER PEOPLE AFTER INSERT ON BRIDGE_JOURNAL FOR EACH ROW CALL '" + People.class.getName() + "'";

    private static void rename(World world, String name) {
        String guid = world.find("customers", "name", "Fjord AS").path("guid").asString("");
        world.sandbox().change("customers", guid, "/name", name);
    }

    private static List<Changes.Change> changes(World world, long execution) {
        try (BridgeDatabase bridge = BridgeDatabase.open(world.company().bridgeDatabase())) {
            return new Changes(bridge, world.company().name())
                    .of(execution).stream()
                            .filter(change -> change.action() == Journal.Action.UPDATE)
                            .toList();
        }
    }

    @Test
    void theirValueStaysAndTheNextRunDecidesAgain() {
        try (World world = World.standard()) {
            world.run();
            rename(world, "Fjord of Severa AS");
            world.bridge(TRIGGER);
            // No stamp of the ERP says so: an import, or a statement by hand.
            People.WORK.set(() -> world.sql("UPDATE Actor SET Nm = 'Fjord of the ERP AS' WHERE CustNo = 10001"));
            RunResult result = world.nightly();
            assertThat(World.outcomes(result, "customer-to-erp")).isEqualTo("0/0/0/0/1/0");
            assertThat(world.value("SELECT Nm FROM Actor WHERE CustNo = 10001")).isEqualTo("Fjord of the ERP AS");
            // Nothing was changed that an undo could take back.
            assertThat(changes(world, result.execution())).isEmpty();

            world.nightly();
            // Both have changed it: on-conflict decides, and the journal keeps the other value.
            assertThat(world.value("SELECT Nm FROM Actor WHERE CustNo = 10001")).isEqualTo("Fjord of the ERP AS");
            assertThat(world.find("customers", "name", "Fjord of the ERP AS").isMissingNode())
                    .isFalse();
        }
    }

    @Test
    void aChangeOfAnotherColumnIsNotLostEither() {
        try (World world = World.standard()) {
            world.run();
            rename(world, "Fjord of Severa AS");
            world.bridge(TRIGGER);
            People.WORK.set(() -> world.sql("UPDATE Actor SET WebPg = 'fjord.example' WHERE CustNo = 10001"));
            world.nightly();
            world.nightly();
            assertThat(world.value("SELECT Nm FROM Actor WHERE CustNo = 10001")).isEqualTo("Fjord of Severa AS");
            assertThat(world.value("SELECT WebPg FROM Actor WHERE CustNo = 10001"))
                    .isEqualTo("fjord.example");
            assertThat(world.find("customers", "website", "fjord.example")
                            .path("name")
                            .asString(""))
                    .isEqualTo("Fjord of Severa AS");
        }
    }
}
