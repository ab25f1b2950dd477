package io.severabridge.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.failure.Unavailable;
import io.severabridge.jdbc.Login;
import io.severabridge.jdbc.Urls;
import io.severabridge.store.ledger.LinkStore;
import io.severabridge.store.ledger.LinkStore.MadeBy;
import io.severabridge.store.ledger.Watermarks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMigrationTest {
    @TempDir
    Path folder;

    private Company.BridgeDatabase settings() {
        return new Company.BridgeDatabase("jdbc:h2:file:" + folder.resolve("bridge"), "sa", new Secret(""));
    }

    private void olderVersion() throws Exception {
        try (BridgeDatabase bridge = BridgeDatabase.open(settings())) {
            new Watermarks(bridge, "company").put("look", "7");
        }
        try (Connection connection =
                        Login.of(Urls.embedded(settings().jdbcUrl()), "sa", "").connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE BRIDGE_DUE");
            statement.execute("DELETE FROM BRIDGE_VERSION WHERE \"version\" IN ('6', '7', '8')");
            forgetWaiting(statement);
        }
    }

    private static void forgetWaiting(Statement statement) throws SQLException {
        statement.execute("ALTER TABLE BRIDGE_REJECT DROP COLUMN WAITS_FOR_ENTITY");
        statement.execute("ALTER TABLE BRIDGE_REJECT DROP COLUMN WAITS_FOR_KEY");
    }

    @Test
    void whatAnInterruptedStartHasLeftBehindIsNoHindrance() throws Exception {
        Files.writeString(folder.resolve("bridge.migrating.mv.db"), "half a database");
        try (BridgeDatabase bridge = BridgeDatabase.open(settings())) {
            assertThat(new Watermarks(bridge, "company").nextLook()).isEqualTo(1);
        }
        assertThat(folder.resolve("bridge.migrating.mv.db")).doesNotExist();
        assertThat(folder.resolve("bridge.migration.lock")).doesNotExist();
    }

    @Test
    void anOlderDatabaseIsBroughtToThisVersionAndKeepsWhatItHolds() throws Exception {
        olderVersion();
        try (BridgeDatabase bridge = BridgeDatabase.open(settings())) {
            assertThat(new Watermarks(bridge, "company").get("look")).isEqualTo("7");
            assertThat(bridge.jdbc()
                            .sql("SELECT COUNT(*) FROM BRIDGE_DUE")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void guidsInCapitalsOfAnOlderDatabaseAreFoundInSmallLetters() throws Exception {
        String guid = "0A1B2C3D-0000-0000-0000-00000000ABCD";
        try (BridgeDatabase bridge = BridgeDatabase.open(settings())) {
            LinkStore links = new LinkStore(bridge, "company");
            links.put("customer", new LinkStore.Link("100", guid, null, null, MadeBy.LINKED, 1, null), Instant.EPOCH);
            links.put(
                    "product-type",
                    new LinkStore.Link("S9|" + guid, guid, null, null, MadeBy.LINKED, 1, null),
                    Instant.EPOCH);
            Watermarks marks = new Watermarks(bridge, "company");
            marks.put("severa customers", "2026-11-30T00:00:00Z");
            marks.put("erp customer", "20261130000000");
            marks.put("undone 7", "2026-11-30T00:00:00Z");
        }
        try (Connection connection =
                        Login.of(Urls.embedded(settings().jdbcUrl()), "sa", "").connect();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM BRIDGE_VERSION WHERE \"version\" IN ('7', '8')");
            forgetWaiting(statement);
        }
        try (BridgeDatabase bridge = BridgeDatabase.open(settings())) {
            LinkStore links = new LinkStore(bridge, "company");
            String small = guid.toLowerCase(Locale.ROOT);
            assertThat(links.ofGuids("customer", List.of(small))).containsOnlyKeys("100");
            assertThat(links.ofGuids("product-type", List.of(small))).containsOnlyKeys("S9|" + small);
            Watermarks marks = new Watermarks(bridge, "company");
            assertThat(marks.get("severa customers")).isNull();
            assertThat(marks.get("erp customer")).isNull();
            assertThat(marks.get("undone 7")).isNotNull();
        }
    }

    @Test
    void anOlderDatabaseThatAnotherProcessUsesIsLeftAlone() throws Exception {
        olderVersion();
        String url = Urls.embedded(settings().jdbcUrl());
        try (Connection other = Login.of(url, "sa", "").connect()) {
            assertThat(other.isValid(1)).isTrue();
            assertThatThrownBy(() -> BridgeDatabase.open(settings()))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("another process uses the bridge database");
        }
    }
}
