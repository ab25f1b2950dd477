package io.severabridge.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.failure.Unavailable;
import io.severabridge.jdbc.Login;
import io.severabridge.jdbc.Urls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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
            statement.execute("DELETE FROM BRIDGE_VERSION WHERE \"version\" = '6'");
        }
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
