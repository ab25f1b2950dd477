package io.severabridge.severa;

import static io.severabridge.severa.Wire.answer;
import static io.severabridge.severa.Wire.date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.Unavailable;
import io.severabridge.severa.ListRequest.Paging;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a good status does not make good ones, and headers that are not to be trusted. */
class OddAnswersTest {
    record Named(String guid) {}

    private static final String GUID = "0a000000-0000-0000-0000-000000000001";

    private static final String RECORD = "{\"guid\":\"" + GUID + "\"}";

    private static final ListRequest CUSTOMERS = ListRequest.of("/v1/customers", Paging.TOKEN);

    private static SeveraClient client(Wire wire) {
        return Clients.of(wire.baseUrl());
    }

    private static List<String> read(SeveraClient client, ListRequest list) {
        List<String> guids = new ArrayList<>();
        client.list(list, Named.class, each -> guids.add(each.guid()));
        return guids;
    }

    /** What may stand where a list is due, and how it is called. */
    private static final Map<String, String> NO_LISTS = new LinkedHashMap<>(Map.of(
            answer(200, "", ""), "nothing (HTTP 200 with an empty body)",
            answer(200, "", "  \n"), "nothing (HTTP 200 with an empty body)",
            answer(204, "", ""), "nothing (HTTP 204 with an empty body)",
            answer(200, "", "null"), "null instead of data",
            answer(200, "", "{\"items\":[]}"), "an object where a list is due",
            answer(200, "", "\"soon\""), "a single value instead of data",
            answer(200, "Content-Type: text/html\r\n", "<!doctype html><title>Sign in</title>"), "a page for people",
            answer(200, "", "[" + RECORD + ",{\"gu"), "what is not whole",
            answer(200, "", "[null]"), "a list of what are no records"));

    @Test
    void whatIsNoListIsAnAnswerCutShortAndNoEmptyList() throws InterruptedException {
        Map<String, String> said = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        for (Paging paging : Paging.values()) {
            for (String odd : NO_LISTS.keySet()) {
                threads.execute(() -> said.put(paging + odd, saidOf(odd, paging)));
            }
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        for (Paging paging : Paging.values()) {
            NO_LISTS.forEach((odd, kind) -> assertThat(said.get(paging + odd))
                    .as(paging + odd)
                    .startsWith("Severa: GET /v1/customers answered " + kind));
        }
    }

    private static String saidOf(String odd, Paging paging) {
        try (Wire wire = new Wire(call -> odd)) {
            return "read " + read(client(wire), ListRequest.of("/v1/customers", paging));
        } catch (Unavailable e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void itIsRepeatedAndThenTheListIsRead() {
        AtomicInteger odd = new AtomicInteger();
        List<String> kinds = List.copyOf(NO_LISTS.keySet());
        for (int kind = 0; kind < kinds.size(); kind++) {
            int now = kind;
            odd.set(0);
            try (Wire wire = new Wire(
                    call -> odd.getAndIncrement() == 0 ? kinds.get(now) : answer(200, "", "[" + RECORD + "]"))) {
                assertThat(read(client(wire), CUSTOMERS)).containsExactly(GUID);
                assertThat(wire.calls()).hasSize(2);
            }
        }
    }

    @Test
    void aPageTokenThatComesAgainIsNotFollowedForEver() {
        Function<String, String> round = call ->
                answer(200, "NextPageToken: " + (call.contains("=one") ? "two" : "one") + "\r\n", "[" + RECORD + "]");
        try (Wire wire = new Wire(round)) {
            assertThatThrownBy(() -> read(client(wire), CUSTOMERS))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("Severa: GET /v1/customers answered a NextPageToken that it has answered before");
            assertThat(wire.calls()).hasSizeLessThan(10);
        }
    }

    @Test
    void anOffsetListWithoutAnEndIsGivenUp() {
        String page = "[" + (RECORD + ",").repeat(99) + RECORD + "]";
        try (Wire wire = new Wire(call -> answer(200, "", page))) {
            assertThatThrownBy(() -> read(client(wire), ListRequest.of("/v1/currencies", Paging.OFFSET)))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("the list /v1/currencies does not end");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "[{}]", "<html>", "{\"guid\":null}"})
    void anAnswerToACreateThatIsNoRecordLeavesItInDoubt(String body) {
        try (Wire wire = new Wire(call -> answer(201, "", body))) {
            assertThatThrownBy(() -> client(wire).create("/v1/customers", Map.of("name", "Once")))
                    .isInstanceOf(UncertainCreateException.class);
            assertThat(wire.calls()).hasSize(1);
        }
    }

    @Test
    void anAnswerIsReadUpToALimit() {
        String long33 = "[\"" + "x".repeat(33 * 1024 * 1024) + "\"]";
        AtomicInteger calls = new AtomicInteger();
        try (Wire wire = new Wire(call -> answer(200, "", calls.getAndIncrement() == 0 ? long33 : "[]"))) {
            assertThat(read(client(wire), CUSTOMERS)).isEmpty();
            assertThat(wire.calls()).hasSize(2);
        }
    }

    @Test
    void theTimeOfAListIsThatOfItsOwnFirstAnswer() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        AtomicInteger calls = new AtomicInteger();
        try (Wire wire = new Wire(call -> switch (calls.getAndIncrement()) {
            // Another list's answer is dated later than this one's, but not so late that it is not believed.
            case 0 -> answer(200, date("Date", now.plusSeconds(3)), "[]");
            case 1 -> answer(200, date("Date", now.minusSeconds(60)) + "NextPageToken: n\r\n", "[]");
            default -> answer(200, date("Date", now), "[]");
        })) {
            SeveraClient client = client(wire);
            read(client, CUSTOMERS);
            assertThat(client.list(CUSTOMERS, Named.class, each -> {})).isEqualTo(now.minusSeconds(60));
        }
    }

    @Test
    void aDateAheadOfOurClockIsNotBelieved() {
        Instant now = Instant.now();
        AtomicInteger calls = new AtomicInteger();
        try (Wire wire = new Wire(call ->
                answer(200, date("Date", calls.getAndIncrement() == 1 ? now.plusSeconds(86_400) : now), "[]"))) {
            SeveraClient client = client(wire);
            read(client, CUSTOMERS);
            assertThat(client.list(CUSTOMERS, Named.class, each -> {})).isBeforeOrEqualTo(Instant.now());
            assertThat(client.severaTime()).isBeforeOrEqualTo(Instant.now());
            read(client, CUSTOMERS);
            assertThat(client.severaTime()).isBetween(now.minusSeconds(2), Instant.now());
        }
    }

    @Test
    void anAnswerWithoutDateTakesTheEarlierOfWhatIsKnown() {
        Instant before = Instant.now().minusSeconds(30).truncatedTo(ChronoUnit.SECONDS);
        AtomicInteger calls = new AtomicInteger();
        try (Wire wire = new Wire(
                call -> answer(200, calls.getAndIncrement() == 0 ? date("Date", before) : "Date: today\r\n", "[]"))) {
            SeveraClient client = client(wire);
            read(client, CUSTOMERS);
            assertThat(client.list(CUSTOMERS, Named.class, each -> {})).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void retryAfterMayBeADate(int status) {
        // The other side's clock is an hour behind: the time counts from its own date.
        Instant there = Instant.now().minusSeconds(3_600);
        AtomicInteger calls = new AtomicInteger();
        try (Wire wire = new Wire(call -> calls.getAndIncrement() > 0
                ? answer(200, "", "[]")
                : answer(status, date("Date", there) + date("Retry-After", there.plusSeconds(3)), "later"))) {
            long start = System.nanoTime();
            read(client(wire), CUSTOMERS);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(9));
        }
    }
}
