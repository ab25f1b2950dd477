package io.severabridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SandboxTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private Sandbox sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(0));
    private String token = "";

    @BeforeEach
    void signIn() throws IOException, InterruptedException {
        OpenApi.load().ifPresent(api -> sandbox.observe(exchange -> problems.addAll(api.problems(exchange))));
        token = token(
                "customers:read,customers:write customers:delete settings:read users:read,users:write,projects:write");
    }

    @AfterEach
    void close() {
        sandbox.close();
        assertThat(problems).isEmpty();
    }

    private String token(String scopes) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(
                "POST",
                "/v1/token",
                "{\"client_id\":\"sandbox\",\"client_secret\":" + "\"sandbox-secret\",\"scope\":\"" + scopes + "\"}");
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Client_Id", "sandbox")
                .header("Authorization", "Bearer " + token);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String method, String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(send(method, path, body).body());
    }

    private void customers(int number) {
        for (int i = 1; i <= number; i++) {
            sandbox.add("customers", "{\"name\":\"Customer " + i + "\",\"number\":" + i + "}");
        }
    }

    @Test
    void aCallNeedsATokenAndItsScope() throws IOException, InterruptedException {
        assertThat(send("GET", "/v1/projects", "").statusCode()).isEqualTo(403);
        token = "none";
        HttpResponse<String> refused = send("GET", "/v1/customers", "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("\"type\":\"AuthenticationRequired\"");
    }

    @Test
    void tokenPagesAreFollowedToTheEnd() throws IOException, InterruptedException {
        customers(45);
        List<String> names = new ArrayList<>();
        String next = "";
        int pages = 0;
        do {
            HttpResponse<String> page =
                    send("GET", "/v1.0/customers" + (next.isEmpty() ? "" : "?pageToken=" + next), "");
            JSON.readTree(page.body())
                    .forEach(customer -> names.add(customer.path("name").asString()));
            next = page.headers().firstValue("NextPageToken").orElse("");
            pages++;
        } while (!next.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(names).hasSize(45).doesNotHaveDuplicates();
    }

    @Test
    void aPageHoldsAtMostAHundred() throws IOException, InterruptedException {
        customers(120);
        assertThat(json("GET", "/v1/customers?rowCount=100", "")).hasSize(100);
        HttpResponse<String> refused = send("GET", "/v1/customers?rowCount=500", "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("rowCount must be at most 100");
        assertThat(json("GET", "/v1/communicationtypes?firstRow=1&rowCount=2", ""))
                .hasSize(2);
    }

    @Test
    void listsAreFiltered() throws IOException, InterruptedException {
        customers(5);
        assertThat(json("GET", "/v1/customers?numbers=2&numbers=4", "")).hasSize(2);
        assertThat(json("GET", "/v1/users?email=API@SANDBOX.example", "")).hasSize(1);
        assertThat(json("GET", "/v1/customers?changedSince=2999-01-01T00:00:00Z", ""))
                .isEmpty();
    }

    @Test
    void anOrganisationStartsWithItsCodeLists() throws IOException, InterruptedException {
        assertThat(json("GET", "/v1/vatrates", "")).hasSize(4);
        assertThat(json("GET", "/v1/invoicestatuses", "")).hasSize(5);
        assertThat(json("GET", "/v1/marketsegments", "")).hasSize(4);
        assertThat(json("GET", "/v1/localization/languages", "")).hasSize(12);
        assertThat(json("GET", "/v1/localization/countries", "")).hasSizeGreaterThan(200);
        assertThat(json("GET", "/v1/travelexpensetypes?code=R200", "")).hasSize(1);
        assertThat(json("GET", "/v1/worktypes?active=true", "")).hasSize(2);
        assertThat(json("GET", "/v1/salesstatustypes?salesState=Won", "")).hasSize(1);
        assertThat(json("GET", "/v1/permissionprofiles", "")).hasSize(2);
    }

    @Test
    void onlyReplaceIsAPatchAndItsAnswerIsAnArray() throws IOException, InterruptedException {
        String guid = sandbox.add("customers", "{\"name\":\"A\"}");
        JsonNode patched =
                json("PATCH", "/v1/customers/" + guid, "[{\"op\":\"Replace\",\"path\":\"/name\",\"value\":\"B\"}]");
        assertThat(patched.path(0).path("name").asString()).isEqualTo("B");
        assertThat(send("PATCH", "/v1/customers/" + guid, "[{\"op\":\"remove\",\"path\":\"/name\"}]")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("PATCH", "/v1/customers/" + guid, "[{\"op\":\"Replace\",\"path\":\"/colour\",\"value\":1}]")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsWrongWithABodyIsNamed() throws IOException, InterruptedException {
        JsonNode missing = json("POST", "/v1/customers", "{\"number\":1}");
        assertThat(missing.path("error")
                        .path("details")
                        .path(0)
                        .path("location")
                        .path("name")
                        .asString())
                .isEqualTo("name");
        customers(1);
        assertThat(send("POST", "/v1/customers", "{\"name\":\"Twice\",\"number\":1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/v1/customers", "{\"name\":\"A\",\"owner\":{\"guid\":\"none\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aUserGetsAWorkContractWhoseTitleShows() throws IOException, InterruptedException {
        JsonNode user = json("POST", "/v1/users", "{\"firstName\":\"Kari\",\"lastName\":\"Berg\"}");
        String contract = user.path("workContract").path("guid").asString();
        send("PATCH", "/v1/workcontracts/" + contract, "[{\"op\":\"Replace\",\"path\":\"/title\",\"value\":\"Lead\"}]");
        assertThat(json("GET", "/v1/users/" + user.path("guid").asString(), "")
                        .path("title")
                        .asString())
                .isEqualTo("Lead");
    }

    @Test
    void whatIsDeletedIsGoneAndWhatIsNotServedIsNotFound() throws IOException, InterruptedException {
        String guid = sandbox.add("customers", "{\"name\":\"A\"}");
        assertThat(send("DELETE", "/v1/customers/" + guid, "").statusCode()).isEqualTo(204);
        assertThat(send("GET", "/v1/customers/" + guid, "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/v1/activities", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aConnectionThatClosesAfterTheWriteHasDoneIt() {
        sandbox.setFaults(
                "{\"faults\":[{\"fault\":\"close-after\",\"method\":\"POST\",\"path\":\"customers\",\"at\":[1]}]}");
        assertThatThrownBy(() -> send("POST", "/v1/customers", "{\"name\":\"Lost\"}"))
                .isInstanceOf(IOException.class);
        assertThat(sandbox.records("customers")).hasSize(1);
    }

    @Test
    void aConnectionThatClosesBeforeTheWriteHasDoneNothing() {
        sandbox.setFaults("{\"faults\":[{\"fault\":\"close-before\",\"path\":\"customers\",\"at\":[1]}]}");
        assertThatThrownBy(() -> send("POST", "/v1/customers", "{\"name\":\"Lost\"}"))
                .isInstanceOf(IOException.class);
        assertThat(sandbox.records("customers")).isEmpty();
    }

    @Test
    void moreCallsThanASecondAllowsAreRefusedInPlainText() throws IOException, InterruptedException {
        sandbox.close();
        sandbox = Sandbox.start(Sandbox.Options.defaults().withRate(3));
        token = token("customers:read");
        HttpResponse<String> last = send("GET", "/v1/customers", "");
        for (int i = 0; i < 8 && last.statusCode() == 200; i++) {
            last = send("GET", "/v1/customers", "");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).isEqualTo("API calls quota exceeded! maximum admitted 3 per 1s.");
        assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void aSeedFileIsReadAndAWrongOneIsNamed() throws IOException {
        Path seed = Files.writeString(
                folder.resolve("seed.json"), "{\"records\":{\"customers\":[{\"name\":\"Seeded\",\"number\":7}]}}");
        try (Sandbox seeded = Sandbox.start(Sandbox.Options.defaults().withSeed(seed))) {
            assertThat(seeded.records("customers")).hasSize(1);
        }
        Files.writeString(seed, "{\"records\":{\"customers\":[{\"number\":7}]}}");
        assertThatThrownBy(() ->
                        Sandbox.start(Sandbox.Options.defaults().withSeed(seed)).close())
                .hasMessageContaining("seed.json: customers: name is required");
    }

    @Test
    void aWrongFaultPlanIsNamed() {
        assertThatThrownBy(() -> sandbox.setFaults("{\"faults\":[{\"fault\":\"fire\",\"at\":[1]}]}"))
                .hasMessage("faults, rule 1: fault: there is none called \"fire\"");
    }
}
