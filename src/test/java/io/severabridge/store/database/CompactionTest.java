package io.severabridge.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.store.ledger.Watermarks;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final String TEXT = "x".repeat(20_000);
    private static final long SMALL = 8L << 20;

    private static void write(BridgeDatabase bridge, int rows) {
        for (int row = 0; row < rows; row++) {
            new Watermarks(bridge, "company").put("mark " + row % 50, "m" + row);
            bridge.jdbc()
                    .sql("INSERT INTO BRIDGE_INTENT (COMPANY, ENTITY, ERP_KEY, BODY, MADE_AT, SEVERA_TIME) VALUES"
                            + " ('company', 'e', ?, ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)")
                    .params("k" + row, TEXT)
                    .update();
            bridge.jdbc().sql("DELETE FROM BRIDGE_INTENT").update();
        }
    }

    @Test
    void aFileThatHasGrownIsSmallAfterTheRunAndHoldsWhatWasWritten(@TempDir Path folder) throws Exception {
        Company.BridgeDatabase settings =
                new Company.BridgeDatabase("jdbc:h2:file:" + folder.resolve("bridge"), "sa", new Secret(""));
        try (BridgeDatabase bridge = BridgeDatabase.open(settings)) {
            write(bridge, 3_000);
        }
        assertThat(Files.size(folder.resolve("bridge.mv.db"))).isLessThan(SMALL);
        try (BridgeDatabase bridge = BridgeDatabase.open(settings)) {
            assertThat(new Watermarks(bridge, "company").get("mark 49")).isEqualTo("m2999");
        }
    }

    @Test
    void aFileThatAnotherUsesIsLeftOpen(@TempDir Path folder) {
        Company.BridgeDatabase settings =
                new Company.BridgeDatabase("jdbc:h2:file:" + folder.resolve("bridge"), "sa", new Secret(""));
        try (BridgeDatabase other = BridgeDatabase.open(settings)) {
            try (BridgeDatabase bridge = BridgeDatabase.open(settings)) {
                write(bridge, 3_000);
            }
            assertThat(new Watermarks(other, "company").get("mark 49")).isEqualTo("m2999");
        }
    }
}
