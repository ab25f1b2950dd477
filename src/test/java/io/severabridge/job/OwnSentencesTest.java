package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.severa.Answering;
import io.severabridge.severa.Answering.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.h2.api.Trigger;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever Severa, the ERP or the bridge database answers, a run ends with a sentence of its own and the exit code of its kind. */
class OwnSentencesTest {
    private record End(int exitCode, String sentence) {}

    private static End end(Supplier<RunResult> run) {
        try {
            RunResult result = run.get();
            return new End(result.exitCode(), String.valueOf(result.failure()));
        } catch (RuntimeException e) {
            Throwable cause = Causes.named(e);
            assertThat(cause).isInstanceOfAny(WrongSetUp.class, Unavailable.class);
            return new End(cause instanceof WrongSetUp ? 5 : 3, String.valueOf(cause.getMessage()));
        }
    }

    private static void isForPeople(End end) {
        assertThat(end.sentence()).doesNotContain("error in this program", "Exception", "java.", "org.spring");
    }

    private static World behind(World world, Answering severa) {
        return world.with("base-url: SEVERA", "base-url: " + severa.baseUrl());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/currencies, 403, PermissionDenied, 5",
        "GET, /v1/users, 403, PermissionDenied, 5",
        "GET, /v1/customers, 400, InvalidParameter, 5",
        "GET, /v1/contactpersons, 404, InvalidRequest, 5",
        "GET, /v1/organizationsettings, 403, FeatureIsNotEnabled, 5",
        "GET, /v1/projects, 302, HTTP 302, 5",
        "POST, /v1/customers, 403, FeatureIsNotEnabled, 5",
        "PATCH, /v1/workcontracts/.*, 403, OrganizationNotActive, 5",
        "POST, /v1/products, 302, HTTP 302, 5"
    })
    void anAnswerThatConcernsNoRecordNamesItsCall(String method, String path, int status, String kind, int exitCode) {
        try (World world = World.standard();
                Answering severa = new Answering(world.sandbox().baseUrl())) {
            behind(world, severa);
            severa.with((called, at) -> called.equals(method) && at.matches(path) ? Reply.error(status, kind) : null);
            End end = end(world::once);
            assertThat(end.exitCode()).isEqualTo(exitCode);
            assertThat(end.sentence()).contains(method + " /v1/").contains(kind);
            isForPeople(end);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/customers, 403, PermissionDenied, Fjord AS",
        "POST, /v1/users, 403, UserLicenseType, Kari Nordmann",
        "PATCH, /v1/workcontracts/.*, 403, PermissionDenied, Kari Nordmann",
        "POST, /v1/products, 409, InvalidOperation, Audit"
    })
    void anAnswerThatConcernsARecordIsItsReject(String method, String path, int status, String type, String label) {
        try (World world = World.standard();
                Answering severa = new Answering(world.sandbox().baseUrl())) {
            behind(world, severa);
            severa.with((called, at) -> called.equals(method) && at.matches(path) ? Reply.error(status, type) : null);
            End end = end(world::once);
            assertThat(end).isEqualTo(new End(2, "null"));
            assertThat(world.rejects()).anyMatch(reject -> reject.contains(label) && reject.contains("refused-by"));
        }
    }

    @Test
    void aUserWithoutWorkContractIsARejectAndTheOthersGoOn() {
        try (World world = World.standard();
                Answering severa = new Answering(world.sandbox().baseUrl())) {
            behind(world, severa);
            severa.changing((path, body) -> path.equals("/v1/users")
                    ? body.replaceAll("\"workContract\":\\{[^}]*\\}", "\"workContract\":null")
                    : body);
            End end = end(world::once);
            assertThat(end).isEqualTo(new End(2, "null"));
            assertThat(world.rejects())
                    .singleElement()
                    .asString()
                    .contains("Kari Nordmann", "work-contract-missing", "Title");
            assertThat(world.sandbox().records("customers")).hasSize(1);
        }
    }

    @Test
    void aTimeWithoutOffsetIsRead() {
        try (World world = World.standard();
                Answering severa = new Answering(world.sandbox().baseUrl())) {
            behind(world, severa);
            severa.changing((path, body) -> body.replaceAll("(DateTime\":\"[0-9T:-]{19})[^\"]*\"", "$1\""));
            assertThat(end(world::once)).isEqualTo(new End(0, "null"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"name\":\"[^\"]*\"', '\"name\":{\"en\":\"x\"}', name",
        "'\"createdDateTime\":\"[^\"]*\"', '\"createdDateTime\":\"soon\"', createdDateTime",
        "'\"guid\":\"[0-9a-f-]{36}\"', '\"guid\":\"17\"', guid"
    })
    void aRecordThatCannotBeReadNamesCallAndFieldAndNothingIsMadeTwice(String from, String to, String field) {
        try (World world = World.standard();
                Answering severa = new Answering(world.sandbox().baseUrl())) {
            world.once();
            int customers = world.sandbox().records("customers").size();
            behind(world, severa);
            severa.changing((path, body) -> path.equals("/v1/customers") ? body.replaceAll(from, to) : body);
            End end = end(world::once);
            assertThat(end.exitCode()).isEqualTo(5);
            assertThat(end.sentence()).contains("GET /v1/customers", field);
            isForPeople(end);
            assertThat(world.sandbox().records("customers")).hasSize(customers);
        }
    }

    @Test
    void aFieldOfTheErpThatTheDatabaseRefusesToWriteIsAReject() {
        try (World world = World.standard()) {
            world.load();
            world.erp()
                    .sql("ALTER TABLE Actor ADD CONSTRAINT NO_GUID CHECK (CustNo = 0 OR Inf8 = '')")
                    .update();
            End end = end(world::once);
            assertThat(end.exitCode()).isEqualTo(2);
            assertThat(world.rejects())
                    .anyMatch(reject -> reject.contains("Fjord AS") && reject.contains("refused-by-erp | GUID field"));
        }
    }

    @Test
    void aLinkByHandThatTheErpDatabaseRefusesNamesTheErpDatabase() {
        try (World world = World.standard()) {
            world.once();
            world.erp()
                    .sql("ALTER TABLE Actor ADD CONSTRAINT KEEPS_GUID CHECK (CustNo = 0 OR Inf8 <> '')")
                    .update();
            Linking linking = new Linking(world.company(), Clock.systemUTC());
            assertThatThrownBy(() -> linking.unlink("customer", "10001")).satisfies(failure -> {
                Throwable named = Causes.named(failure);
                assertThat(named).isInstanceOf(WrongSetUp.class);
                assertThat(named.getMessage())
                        .contains("the ERP database refuses")
                        .doesNotContain("bridge");
            });
        }
    }

    /** An ERP database that goes away with each write. */
    public static final class Gone implements Trigger {
        @Override
        public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
            throw new SQLException("the server is gone", "08S01");
        }
    }

    @Test
    void whatStoppedTheSendingIsSaidThoughTheErpGoesAwayBehindIt() {
        try (World world = World.standard();
                Answering severa = new Answering(world.sandbox().baseUrl())) {
            world.add("Prod", "ProdNo=B1", "Descr=Advice").load();
            behind(world, severa);
            world.erp()
                    .sql("CREATE TRIGGER GONE BEFORE UPDATE ON Prod FOR EACH ROW CALL '" + Gone.class.getName() + "'")
                    .update();
            AtomicInteger calls = new AtomicInteger();
            severa.with((method, path) ->
                    method.equals("POST") && path.equals("/v1/products") && calls.getAndIncrement() > 0
                            ? Reply.error(403, "TrialExpired")
                            : null);
            End end = end(world::once);
            assertThat(end.sentence()).contains("TrialExpired");
            assertThat(end.exitCode()).isEqualTo(5);
        }
    }

    @Test
    void aBridgeDatabaseThatGoesAwayInMidStepIsNamedAndTheSameCommandGoesOn(@TempDir Path folder)
            throws SQLException, IOException {
        List<String> arguments = List.of("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString());
        Server server = Server.createTcpServer(arguments.toArray(String[]::new)).start();
        int port = server.getPort();
        try (World world = World.standard();
                Answering severa = new Answering(world.sandbox().baseUrl())) {
            behind(world, severa).with("jdbc:h2:mem:COMPANY-bridge", "jdbc:h2:tcp://localhost:" + port + "/./bridge");
            AtomicInteger calls = new AtomicInteger();
            severa.with((method, path) -> {
                if (method.equals("POST") && path.equals("/v1/customers") && calls.getAndIncrement() == 0) {
                    server.stop();
                }
                return null;
            });
            End end = end(world::once);
            assertThat(end.exitCode()).isEqualTo(3);
            assertThat(end.sentence()).contains("bridge database");
            isForPeople(end);
            Server again = Server.createTcpServer(
                            "-tcpPort", String.valueOf(port), "-ifNotExists", "-baseDir", folder.toString())
                    .start();
            try {
                // Another process would see that this one is gone.
                world.bridge("DELETE FROM BRIDGE_LOCK");
                assertThat(end(world::once)).isEqualTo(new End(0, "null"));
                assertThat(world.sandbox().records("customers")).hasSize(1);
            } finally {
                again.stop();
            }
        }
    }

    @Test
    void anExecutionThatWasLeftUnknownGoesOn() {
        try (World world = World.standard();
                Answering severa = new Answering(world.sandbox().baseUrl())) {
            behind(world, severa);
            severa.with((method, path) ->
                    method.equals("POST") && path.equals("/v1/customers") ? Reply.error(403, "TrialExpired") : null);
            assertThat(end(world::once).exitCode()).isEqualTo(5);
            world.bridge("UPDATE BATCH_STEP_EXECUTION SET STATUS = 'UNKNOWN', EXIT_CODE = 'UNKNOWN'"
                            + " WHERE STATUS = 'FAILED'")
                    .bridge("UPDATE BATCH_JOB_EXECUTION SET STATUS = 'UNKNOWN', EXIT_CODE = 'UNKNOWN'"
                            + " WHERE STATUS = 'FAILED'");
            severa.with((method, path) -> null);
            RunResult on = world.once();
            assertThat(on.exitCode()).isZero();
            assertThat(on.restarted()).isTrue();
            assertThat(world.sandbox().records("customers")).hasSize(1);
        }
    }

    @Test
    void aTableOfTheBridgeThatIsNotOursIsASetUp() {
        try (World world = World.standard()) {
            world.once();
            world.bridge("ALTER TABLE BRIDGE_LINK RENAME TO SOMETHING");
            End end = end(world::once);
            assertThat(end.exitCode()).isEqualTo(5);
            assertThat(end.sentence()).contains("the bridge database refuses a statement");
            isForPeople(end);
        }
    }
}
