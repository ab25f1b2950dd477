package io.severabridge.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectingTest {
    private static Company.Erp erp(String url, String password) {
        return new Company.Erp(
                "visma-business", url, "reader", new Secret(password), "dbo", "NOK", "NO", 47, "BRIDGE", Map.of());
    }

    private static void open(Company.Erp erp) {
        ErpDatabase.open(erp).close();
    }

    @Test
    void aRefusedLoginNamesTheUserAndNeverThePassword() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        open(erp(url, "right"));
        assertThatThrownBy(() -> open(erp(url, "hush-wrong")))
                .isInstanceOf(WrongSetUp.class)
                .hasMessage("the ERP database refuses the login of user reader: check erp.username and erp.password")
                .hasStackTraceContaining("WrongSetUp")
                .satisfies(thrown -> {
                    for (Throwable at = thrown; at != null; at = at.getCause()) {
                        org.assertj.core.api.Assertions.assertThat(at.toString())
                                .doesNotContain("hush-wrong");
                    }
                });
    }

    @Test
    void aDatabaseThatThereIsNotIsAMatterOfTheAddress(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("none") + ";IFEXISTS=TRUE";
        assertThatThrownBy(() -> open(erp(url, "")))
                .isInstanceOf(WrongSetUp.class)
                .hasMessage("the ERP's server has no such database: check erp.jdbc-url");
    }

    @Test
    void aClosedPortIsUnavailableAndNamed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String url = "jdbc:sqlserver://localhost:" + port + ";connectRetryCount=0;encrypt=false";
        assertThatThrownBy(() -> open(erp(url, "hush")))
                .isInstanceOf(Unavailable.class)
                .hasMessage("no connection to the ERP database at localhost:" + port + " (erp.jdbc-url)");
    }

    @Test
    void anUnknownHostIsUnavailableAndNamed() {
        String url = "jdbc:sqlserver://no-such-host.invalid;databaseName=F0001;connectRetryCount=0;encrypt=false";
        assertThatThrownBy(() -> open(erp(url, "hush")))
                .isInstanceOf(Unavailable.class)
                .hasMessage("no connection to the ERP database at no-such-host.invalid (erp.jdbc-url)");
    }

    @Test
    void aCertificateThatNobodyKnowsIsASetUpWithTheDriversWordsAndBothRemedies() {
        Company.Erp erp = ErpFixture.company("h2").erp();
        SQLException thrown = new SQLException(
                "the driver could not establish a secure connection: PKIX path building failed",
                new java.security.cert.CertificateException("unknown"));
        assertThat(Connecting.failure(thrown, erp))
                .isInstanceOf(WrongSetUp.class)
                .hasMessageContainingAll("could not establish", "keytool", "trustServerCertificate=true");
    }
}
