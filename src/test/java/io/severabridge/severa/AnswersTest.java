package io.severabridge.severa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.severa.Answering.Reply;
import io.severabridge.severa.ListRequest.Paging;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each call of the client with each kind of answer that the API document's error model knows, and some that it does not. */
class AnswersTest {
    /** ExceptionTypeEnum of the API document. */
    private static final List<String> TYPES = List.of(
            "AuthenticationRequired",
            "AddonMissing",
            "FeatureIsNotEnabled",
            "InvalidParameter",
            "InvalidOperation",
            "InvalidRequest",
            "InsufficientApiScope",
            "InvalidApiVersion",
            "ConfigurationError",
            "UserLicenseType",
            "TermsOfServiceNotApproved",
            "HttpsRequired",
            "OrganizationNotActive",
            "PermissionDenied",
            "TrialExpired",
            "NotAvailableInTrial",
            "InvalidRecaptcha",
            "AddonMissingTermsOfServiceApproval",
            "ExcludedFromTrial");

    /** Of a record, where one is concerned. */
    private static final List<String> OF_A_RECORD = List.of(
            "InvalidParameter",
            "InvalidOperation",
            "InvalidRequest",
            "ConfigurationError",
            "UserLicenseType",
            "PermissionDenied",
            "InvalidRecaptcha");

    private static final String GUID = "0b0f1c3e-1111-4222-8333-444455556666";

    record Thing(
            @Nullable String guid,
            @Nullable String name,
            @Nullable OffsetDateTime createdDateTime) {}

    private interface Call {
        void on(SeveraClient client) throws UncertainCreateException;
    }

    /** What the client can do, by the method and path that messages should name. */
    private static final Map<String, Call> CALLS = calls();

    private static Map<String, Call> calls() {
        Map<String, Call> calls = new LinkedHashMap<>();
        for (Paging paging : Paging.values()) {
            calls.put(
                    "GET /v1/things/" + paging,
                    client -> client.list(ListRequest.of("/v1/things/" + paging, paging), Thing.class, each -> {}));
        }
        calls.put("GET /v1/thing", client -> client.get("/v1/thing", Thing.class));
        calls.put("POST /v1/asked", client -> client.ask("/v1/asked", List.of(1)));
        calls.put("POST /v1/made", client -> client.create("/v1/made", Map.of(), Thing.class));
        calls.put("PATCH /v1/changed", client -> client.patch("/v1/changed", List.of(), Thing.class));
        calls.put("DELETE /v1/gone", client -> client.delete("/v1/gone"));
        return calls;
    }

    private final Answering severa = new Answering(null);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        severa.close();
        threads.shutdownNow();
    }

    private SeveraClient client() {
        return Clients.of(severa.baseUrl());
    }

    private void answering(Reply reply) {
        severa.with((method, path) -> path.equals("/v1/token") ? null : reply);
    }

    /** What each call ends with, by its name; null where it went well. */
    private Map<String, @Nullable Throwable> ends() {
        Map<String, Future<?>> running = new LinkedHashMap<>();
        CALLS.forEach((name, call) -> running.put(name, threads.submit(() -> {
            call.on(client());
            return null;
        })));
        Map<String, @Nullable Throwable> ends = new LinkedHashMap<>();
        running.forEach((name, end) -> {
            try {
                end.get();
                ends.put(name, null);
            } catch (ExecutionException e) {
                ends.put(name, e.getCause());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return ends;
    }

    private static String sentence(Throwable end) {
        return end instanceof Refused refused ? refused.sentence() : String.valueOf(end.getMessage());
    }

    private static void isForPeople(String call, Throwable end) {
        assertThat(end)
                .isInstanceOfAny(Refused.class, WrongSetUp.class, Unavailable.class, UncertainCreateException.class);
        assertThat(sentence(end))
                .contains(call)
                .doesNotContain("Exception", "java.", "io.severabridge", "tools.jackson", "null");
    }

    @Test
    void eachTypeOfErrorIsOfTheRecordOrOfTheSetUpAndNamesItsCall() {
        for (String type : TYPES) {
            answering(Reply.error(403, type));
            ends().forEach((call, end) -> {
                assertThat(end).as(type + " to " + call).isNotNull();
                assertThat(end)
                        .as(type + " to " + call)
                        .isInstanceOf(OF_A_RECORD.contains(type) ? Refused.class : WrongSetUp.class);
                isForPeople(call, end);
                assertThat(sentence(end)).contains(type, "No.");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "409", "410", "413", "415", "422"})
    void aRefusalWithoutWordsIsOfTheRecord(int status) {
        answering(Reply.of(status, "<html>"));
        ends().forEach((call, end) -> {
            if (status != 404 || !call.startsWith("DELETE")) {
                assertThat(end).as(status + " to " + call).isInstanceOf(Refused.class);
                isForPeople(call, end);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "302, pointing to https://login.example",
        "307, check severa.base-url",
        "401, check severa.client-id",
        "403, an add-on or a permission",
        "405, check severa.base-url",
        "407, the proxy"
    })
    void whatConcernsNoRecordIsTheSetUp(int status, String words) {
        answering(new Reply(status, Map.of("Location", "https://login.example/sso?key=hidden"), ""));
        ends().forEach((call, end) -> {
            assertThat(end).as(status + " to " + call).isInstanceOf(WrongSetUp.class);
            isForPeople(call, end);
            assertThat(sentence(end)).contains(words).doesNotContain("hidden");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500})
    void whatMayPassIsTriedAgainAndThenSeveraIsAway(int status) {
        answering(status == 500 ? Reply.error(500, "InternalSystemError") : Reply.of(status, ""));
        ends().forEach((call, end) -> {
            assertThat(end)
                    .as(status + " to " + call)
                    .isInstanceOf(call.equals("POST /v1/made") ? UncertainCreateException.class : Unavailable.class);
            isForPeople(call, end);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"guid\":\"12\"}",
                "{\"guid\":5}",
                "{\"guid\":\"" + GUID + "\",\"name\":{}}",
                "{\"guid\":\"" + GUID + "\",\"name\":[1]}",
                "{\"guid\":\"" + GUID + "\",\"createdDateTime\":\"yesterday\"}",
                "{\"guid\":\"" + GUID + "\",\"createdDateTime\":{}}"
            })
    void aRecordThatCannotBeReadIsRefusedByFieldAndNeverMadeTwice(String record) {
        severa.with((method, path) -> path.equals("/v1/token")
                ? null
                : Reply.of(200, path.startsWith("/v1/things/") ? "[" + record + "]" : record));
        ends().forEach((call, end) -> {
            boolean read = !call.matches("(POST /v1/asked|DELETE.*)");
            if (read) {
                assertThat(end)
                        .as(call)
                        .isInstanceOf(call.equals("POST /v1/made") ? UncertainCreateException.class : Refused.class);
                assertThat(sentence(end)).containsAnyOf("guid", "name", "createdDateTime", "record", "no record");
                assertThat(sentence(end)).doesNotContain("Exception", "java.", "tools.jackson");
            }
        });
    }

    @Test
    void aTimeWithoutOffsetIsUtc() {
        answering(Reply.of(
                200,
                "[{\"guid\":\"" + GUID + "\",\"createdDateTime\":\"2026-03-01T10:00:00\"}," + "{\"guid\":\"" + GUID
                        + "\",\"createdDateTime\":\"2026-03-01T12:00:00+02:00\"}]"));
        List<Thing> read = new ArrayList<>();
        client().list(ListRequest.of("/v1/things", Paging.NONE), Thing.class, read::add);
        assertThat(read)
                .extracting(thing -> String.valueOf(java.util.Objects.requireNonNull(thing.createdDateTime())
                        .toInstant()))
                .containsOnly("2026-03-01T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html>login</html> | something else",
                "200 | {} | something else",
                "200 | [] | something else",
                "302 | x | check severa.base-url",
                "407 | x | the proxy",
                "400 | {\"error\":\"invalid_client\"} | check severa.client-id"
            })
    void theTokenCallHasItsOwnSentences(int status, String body, String words) {
        severa.with((method, path) -> Reply.of(status, body));
        assertThatThrownBy(() -> client().get("/v1/thing", Thing.class))
                .isInstanceOfAny(WrongSetUp.class, Unavailable.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("secret\"");
    }
}
