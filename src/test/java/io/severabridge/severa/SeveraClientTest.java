package io.severabridge.severa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.sandbox.OpenApi;
import io.severabridge.sandbox.Sandbox;
import io.severabridge.severa.ListRequest.Paging;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeveraClientTest {
    record Named(String guid, String name) {}

    private static final ListRequest CUSTOMERS = ListRequest.of("/v1/customers", Paging.TOKEN);

    private Sandbox sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(0));

    private final List<String> problems = new CopyOnWriteArrayList<>();

    @BeforeEach
    void observe() {
        OpenApi.load().ifPresent(api -> sandbox.observe(exchange -> problems.addAll(api.problems(exchange))));
    }

    @AfterEach
    void close() {
        sandbox.close();
        assertThat(problems).as("calls that do not fit the API document").isEmpty();
    }

    private SeveraClient client(URI baseUrl, String secret, int rate) {
        return Clients.of(
                baseUrl,
                "sandbox",
                secret,
                rate,
                Route.STRAIGHT,
                "customers:read",
                "customers:write",
                "settings:read",
                "customers:delete");
    }

    private SeveraClient client() {
        return client(sandbox.baseUrl(), "sandbox-secret", 2_000);
    }

    private static List<Named> read(SeveraClient client, ListRequest request) {
        List<Named> all = new ArrayList<>();
        client.list(request, Named.class, all::add);
        return all;
    }

    private void customers(int number) {
        for (int i = 1; i <= number; i++) {
            sandbox.add("customers", "{\"name\":\"Customer " + i + "\"}");
        }
    }

    private void fault(String fault, String more) {
        sandbox.setFaults("{\"faults\":[{\"fault\":\"" + fault + "\"," + more + "}]}");
    }

    @Test
    void bothKindsOfListsAreReadToTheirEnd() {
        customers(250);
        assertThat(read(client(), CUSTOMERS)).hasSize(250).doesNotHaveDuplicates();
        assertThat(read(client(), ListRequest.of("/v1/currencies", Paging.OFFSET)))
                .hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "503", "close-before", "truncate", "429"})
    void aReadIsRepeatedUntilItIsWhole(String fault) {
        customers(3);
        fault(fault, "\"path\":\"customers\",\"at\":[1,2]");
        assertThat(read(client(), CUSTOMERS)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void aRecordThatIsDeletedBetweenTwoPagesMovesNoOtherOutOfSight(int page) {
        String customer = sandbox.add("customers", "{\"name\":\"Customer\"}");
        for (int i = 1; i <= 250; i++) {
            sandbox.add(
                    "contactpersons",
                    "{\"firstName\":\"A\",\"lastName\":\"B" + i + "\",\"customer\":{\"guid\":\"" + customer + "\"}}");
        }
        fault("shift", "\"path\":\"contactpersons\",\"at\":[" + page + "]");
        assertThat(read(client(), ListRequest.of("/v1/contactpersons", Paging.OFFSET)))
                .hasSize(250)
                .doesNotHaveDuplicates();
        assertThat(sandbox.counts().byCall().get("GET /v1/contactpersons")).isLessThan(12);
    }

    @Test
    void aShortPageIsNotTheLastOne() {
        customers(25);
        sandbox.setFaults("{\"faults\":[{\"fault\":\"short-page\",\"rows\":4,\"probability\":1}]}");
        assertThat(read(client(), CUSTOMERS)).hasSize(25).doesNotHaveDuplicates();
        assertThat(read(client(), ListRequest.of("/v1/currencies", Paging.OFFSET)))
                .hasSize(11)
                .doesNotHaveDuplicates();
    }

    @Test
    void aTokenThatEndsIsRenewedOnceForACall() {
        customers(3);
        fault("expire-token", "\"path\":\"customers\",\"at\":[1]");
        assertThat(read(client(), CUSTOMERS)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close-before", "close-after", "500", "truncate"})
    void aCreateWhoseAnswerIsLostIsDoubtfulAndNotRepeated(String fault) {
        fault(fault, "\"method\":\"POST\",\"path\":\"customers\",\"at\":[1]");
        assertThatThrownBy(() -> client().create("/v1/customers", Map.of("name", "Once")))
                .isInstanceOf(UncertainCreateException.class);
        assertThat(sandbox.counts().byCall().get("POST /v1/customers")).isEqualTo(1);
    }

    @Test
    void aRefusalCarriesStatusTypeAndField() {
        Refused refused =
                catchThrowableOfType(Refused.class, () -> client().create("/v1/customers", Map.of("name", "")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.type()).isEqualTo("InvalidParameter");
        assertThat(refused.field()).isEqualTo("name");
    }

    @Test
    void aWrongSecretIsAMistakeInTheSetUpAndIsNotShown() {
        assertThatThrownBy(() -> read(client(sandbox.baseUrl(), "hush", 100), CUSTOMERS))
                .isInstanceOf(WrongSetUp.class)
                .hasMessageContaining("severa.client-secret")
                .hasMessageNotContaining("hush");
    }

    @Test
    void aScopeThatIsMissingIsAMistakeInTheSetUp() {
        assertThatThrownBy(() -> read(client(), ListRequest.of("/v1/projects", Paging.TOKEN)))
                .isInstanceOf(WrongSetUp.class)
                .hasMessageContaining("InsufficientApiScope");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> read(client(URI.create("http://127.0.0.1:1/rest-api"), "x", 100), CUSTOMERS))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Severa: no connection to 127.0.0.1:1");
    }

    @Test
    void decimalsAreExactAndUnknownFieldsIgnored() throws UncertainCreateException {
        record Rated(BigDecimal overdueInterest) {}
        var made = client().create(
                        "/v1/customers", Map.of("name", "A", "overdueInterest", new BigDecimal("12.1000000000000001")));
        assertThat(Json.MAPPER.treeToValue(made, Rated.class).overdueInterest())
                .isEqualByComparingTo("12.1000000000000001");
    }

    @Test
    void thePaceKeepsBelowTheLimitWithSeveralCallsInFlight() throws InterruptedException {
        sandbox.close();
        sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(40));
        SeveraClient client = client(sandbox.baseUrl(), "sandbox-secret", 40);
        var pool = Executors.newFixedThreadPool(8);
        long start = System.nanoTime();
        for (int call = 0; call < 160; call++) {
            pool.execute(() -> read(client, CUSTOMERS));
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(sandbox.counts().byStatus()).doesNotContainKey(429);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
}
