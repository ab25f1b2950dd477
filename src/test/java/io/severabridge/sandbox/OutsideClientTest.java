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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What clients other than ours ask of Severa. */
class OutsideClientTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LOGIN =
            "{\"client_id\":\"sandbox\",\"client_secret\":\"sandbox-secret\",\"scope\":\"SCOPE\"}";
    private static final String SCOPES = "customers:read,customers:write,customers:delete,settings:read,settings:write,"
            + "settings:delete,users:read,users:write,users:delete,projects:read,projects:write,organization:read";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final Sandbox sandbox =
            Sandbox.start(Sandbox.Options.defaults().withRate(0).withLatency(java.time.Duration.ZERO));
    private String token = "";

    @BeforeEach
    void signIn() throws IOException, InterruptedException {
        OpenApi.load()
                .ifPresent(api -> sandbox.observe(exchange -> {
                    // The document has the same path for GUID, codes and name, with different answers.
                    boolean countryByGuid = exchange.path().matches(".*/countries/.{36}");
                    if (exchange.status() < 300 && !countryByGuid) {
                        problems.addAll(api.problems(exchange));
                    }
                }));
        token = JSON.readTree(send("POST", "/v1/token", LOGIN.replace("SCOPE", SCOPES))
                        .body())
                .path("access_token")
                .asString();
    }

    @AfterEach
    void close() {
        sandbox.close();
        assertThat(problems).isEmpty();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Client_Id", "sandbox")
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private void refused(String method, String path, String body, String words)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/error/details/0/message").asString())
                .contains(words);
    }

    private static String replace(String path, String value) {
        return "[{\"op\":\"Replace\",\"path\":\"" + path + "\",\"value\":" + value + "}]";
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.path(field).asString()));
        return texts;
    }

    @Test
    void aRefreshTokenGivesNewTokensUntilItIsSignedOut() throws IOException, InterruptedException {
        JsonNode first = json("POST", "/v1/token", LOGIN.replace("SCOPE", "settings:read"));
        assertThat(first.path("refresh_token_expires_in").asLong()).isPositive();
        assertThat(first.path("refresh_token_expires_utc").asString()).contains("T");
        String refresh = first.path("refresh_token").toString();
        JsonNode second = json("POST", "/v1/refreshtoken", refresh);
        assertThat(second.path("access_token")).isNotEqualTo(first.path("access_token"));
        token = second.path("access_token").asString();
        assertThat(json("GET", "/v1/localization/languages", "")).isNotEmpty();
        assertThat(send("GET", "/v1/customers", "").statusCode()).isEqualTo(403);
        assertThat(send("POST", "/v1/signout", refresh).statusCode()).isBetween(200, 204);
        assertThat(send("POST", "/v1/refreshtoken", refresh).statusCode()).isEqualTo(401);
        refused("POST", "/v1/refreshtoken", "{}", "a JSON text");
    }

    @Test
    void aScopeThatThereIsNotIsRefused() throws IOException, InterruptedException {
        assertThat(send("POST", "/v1/token", LOGIN.replace("SCOPE", "SeveraAll"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void itsHealthCanBeAsked() throws IOException, InterruptedException {
        assertThat(send("GET", "/heartbeat/authorized", "").statusCode()).isEqualTo(204);
        assertThat(send("GET", "/heartbeat/database", "").body()).isEqualTo("Database is alive.");
        token = "none";
        assertThat(send("GET", "/heartbeat/authorized", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/heartbeat/server", "").statusCode()).isEqualTo(200);
    }

    @Test
    void theOrganisationHasDetails() throws IOException, InterruptedException {
        JsonNode details = json("GET", "/v1/organizationdetails", "");
        assertThat(details.path("name").asString()).isEqualTo("Sandbox");
        assertThat(details.path("guid").asString()).isNotEmpty();
    }

    @Test
    void aCountryIsAnsweredByGuidAndAListByCodeOrName() throws IOException, InterruptedException {
        JsonNode byCode = json("GET", "/v1/localization/countries/NO", "");
        assertThat(byCode).hasSize(1);
        JsonNode norway = byCode.get(0);
        assertThat(norway.path("englishName").asString()).isEqualTo("Norway");
        for (String word : List.of("no", "NOR", "Norway")) {
            assertThat(json("GET", "/v1/localization/countries/" + word, "")).isEqualTo(byCode);
        }
        assertThat(json(
                        "GET",
                        "/v1/localization/countries/" + norway.path("guid").asString(),
                        ""))
                .isEqualTo(norway);
        assertThat(send("GET", "/v1/localization/countries/XX", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void listsInAQueryMayHaveBrackets() throws IOException, InterruptedException {
        for (int number = 1; number <= 4; number++) {
            sandbox.add("customers", "{\"name\":\"Customer " + number + "\",\"number\":" + number + "}");
        }
        assertThat(texts(
                        json("GET", "/v1/customers?numbers%5B%5D=2&numbers[]=3".replace("[]", "%5B%5D"), ""), "number"))
                .containsExactly("2", "3");
    }

    @Test
    void aRecordThatIsPatchedBetweenTwoPagesOfASubListIsNotLost() throws IOException, InterruptedException {
        String customer = sandbox.add("customers", "{\"name\":\"Fjord\"}");
        List<String> guids = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            guids.add(json(
                            "POST",
                            "/v1/customers/" + customer + "/addresses",
                            "{\"city\":\"" + number + "\",\"addressline\":\"Way\"}")
                    .path("guid")
                    .asString());
        }
        String path = "/v1/customers/" + customer + "/addresses?rowCount=3&firstRow=";
        List<String> seen = texts(json("GET", path + 0, ""), "guid");
        json("PATCH", "/v1/addresses/" + guids.get(1), replace("/city", "\"moved\""));
        seen.addAll(texts(json("GET", path + 3, ""), "guid"));
        assertThat(seen).isEqualTo(guids);
    }

    @Test
    void listsAreSortedAsAsked() throws IOException, InterruptedException {
        for (String name : List.of("b", "A", "c")) {
            sandbox.add("worktypes", "{\"name\":\"" + name + "\",\"code\":\"sorted\"}");
        }
        String sorting = "/v1/worktypes?code=sorted&sortings%5B0%5D.key=name&sortings%5B0%5D.value=";
        assertThat(texts(json("GET", sorting + "Asc", ""), "name")).containsExactly("A", "b", "c");
        assertThat(texts(json("GET", sorting + "Desc", ""), "name")).containsExactly("c", "b", "A");
        refused("GET", sorting + "Sideways", "", "cannot be sorted by name");
        refused("GET", "/v1/worktypes?sortings%5B0%5D.key=colour", "", "no field colour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/projects?isBillable=true",
                "/v1/projects?minimumBillableAmount=1",
                "/v1/users?purpose=x",
                "/v1/customers?numbrs=1",
                "/v1/customers?sortings%5B0%5D.key=name"
            })
    void aParameterThatWouldBeIgnoredIsRefused(String path) throws IOException, InterruptedException {
        refused("GET", path, "", "has no parameter");
    }

    @Test
    void aPatchOfOneFieldKeepsTheOthersOfItsObject() throws IOException, InterruptedException {
        String product =
                sandbox.add("products", "{\"name\":\"Oil\",\"unitPrice\":{\"amount\":10.5,\"currencyCode\":\"NOK\"}}");
        json("PATCH", "/v1/products/" + product, replace("/unitPrice/amount", "12"));
        JsonNode price = sandbox.records("products").get(0).path("unitPrice");
        assertThat(price.path("amount").decimalValue()).isEqualByComparingTo("12");
        assertThat(price.path("currencyCode").asString()).isEqualTo("NOK");
        String user = sandbox.add(
                "users",
                "{\"firstName\":\"Kari\",\"lastName\":\"Li\",\"notificationSettings\":{\"sendNewActivityEmail\":true,\"sendTodaysAgendaEmail\":true}}");
        json("PATCH", "/v1/users/" + user, replace("/notificationSettings/sendNewActivityEmail", "false"));
        assertThat(sandbox.records("users"))
                .anySatisfy(each -> assertThat(each.path("notificationSettings"))
                        .isEqualTo(JSON.readTree("{\"sendNewActivityEmail\":false,\"sendTodaysAgendaEmail\":true}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customers | {\"name\":\"A\",\"paymentTerm\":3000000000} | paymentTerm must be a whole number of 32 bits",
                "customers | {\"name\":\"A\",\"number\":9223372036854775808} | number must be a whole number of 64 bits",
                "customers | {\"name\":\"A\",\"isActive\":null} | isActive must be true or false",
                "customers | {\"name\":\"A\",\"owner\":{\"guid\":\"none\"}} | There is no record none for owner",
                "products | {\"name\":\"A\",\"type\":\"Thing\"} | type must be one of FixedFees",
                "users | {\"firstName\":\"A\",\"lastName\":\"B\",\"userType\":\"Boss\"} | userType must be one of"
            })
    void aValueThatTheDocumentDoesNotAllowIsRefused(String resource, String body, String words)
            throws IOException, InterruptedException {
        refused("POST", "/v1/" + resource, body, words);
    }

    @Test
    void whatTheDocumentAllowsIsTaken() throws IOException, InterruptedException {
        String customer = json("POST", "/v1/customers", "{\"name\":\"A\",\"annualRevenue\":3000000000}")
                .path("guid")
                .asString();
        refused("PATCH", "/v1/customers/" + customer, replace("/isActive", "null"), "isActive must be true or false");
        assertThat(json("POST", "/v1/products", "{\"name\":\"A\",\"type\":\"Materials\"}")
                        .path("type")
                        .asString())
                .isEqualTo("Materials");
    }

    /** What is required at a create is refused in any form; these may be null, but only as a whole. */
    @ParameterizedTest
    @CsvSource({"users, superiorUser", "users, businessUnit", "projects, businessUnit", "projects, currency"})
    void aReferenceWhoseGuidIsRequiredIsEmptiedAsAWhole(String resource, String field)
            throws IOException, InterruptedException {
        String target = field.equals("superiorUser")
                ? sandbox.add("users", "{\"firstName\":\"Ola\",\"lastName\":\"Li\"}")
                : field.equals("currency")
                        ? sandbox.records("currencies").get(0).path("guid").asString()
                        : sandbox.add("businessunits", "{\"name\":\"Oslo\"}");
        String owner = sandbox.add("users", "{\"firstName\":\"Kari\",\"lastName\":\"Li\"}");
        String customer = sandbox.add("customers", "{\"name\":\"Fjord\"}");
        String own = resource.equals("users")
                ? "\"firstName\":\"Liv\",\"lastName\":\"Dahl\""
                : "\"name\":\"P\",\"customer\":{\"guid\":\"" + customer + "\"},\"projectOwner\":{\"guid\":\"" + owner
                        + "\"}";
        String guid = sandbox.add(resource, "{" + own + ",\"" + field + "\":{\"guid\":\"" + target + "\"}}");
        String path = "/v1/" + resource + "/" + guid;
        String needed = field + " needs a GUID";
        refused("PATCH", path, replace("/" + field + "/guid", "null"), needed);
        refused("PATCH", path, replace("/" + field, "{\"guid\":null}"), needed);
        refused("POST", "/v1/" + resource, "{" + own + ",\"" + field + "\":{\"guid\":null}}", needed);
        assertThat(json("GET", path, "").path(field).path("guid").asString()).isEqualTo(target);
        json("PATCH", path, replace("/" + field, "null"));
        assertThat(json("GET", path, "").path(field).path("guid").asString("")).isEmpty();
    }

    @Test
    void whatIsInUseIsNotDeletedAndWhatBelongsToARecordGoesWithIt() throws IOException, InterruptedException {
        String owner = sandbox.add("users", "{\"firstName\":\"Kari\",\"lastName\":\"Li\"}");
        String customer = sandbox.add("customers", "{\"name\":\"Fjord\"}");
        sandbox.add(
                "contactpersons",
                "{\"firstName\":\"Ola\",\"lastName\":\"Li\",\"customer\":{\"guid\":\"" + customer + "\"}}");
        String project = sandbox.add(
                "projects",
                "{\"name\":\"Quay\",\"customer\":{\"guid\":\"" + customer + "\"},\"projectOwner\":{\"guid\":\"" + owner
                        + "\"}}");
        refused("DELETE", "/v1/users/" + owner, "", "projectOwner of a record of projects");
        refused("DELETE", "/v1/customers/" + customer, "", "customer of a record of projects");
        sandbox.remove("projects", project);
        assertThat(sandbox.records("contactpersons")).hasSize(1);
    }

    @Test
    void theHeaderWithTheClientIsOptionalOnlyWhereSomebodySaysSo() throws IOException, InterruptedException {
        Sandbox.Options options = Sandbox.Options.defaults();
        for (boolean required : List.of(true, false)) {
            try (Sandbox other = Sandbox.start(new Sandbox.Options(
                    0, 0, options.clientId(), options.clientSecret(), null, null, options.latency(), null, required))) {
                HttpRequest.Builder login = HttpRequest.newBuilder(URI.create(other.baseUrl() + "/v1/token"))
                        .POST(HttpRequest.BodyPublishers.ofString(LOGIN.replace("SCOPE", "customers:read")));
                String bearer = JSON.readTree(http.send(login.build(), HttpResponse.BodyHandlers.ofString())
                                .body())
                        .path("access_token")
                        .asString();
                HttpRequest call = HttpRequest.newBuilder(URI.create(other.baseUrl() + "/v1/customers"))
                        .header("Authorization", "Bearer " + bearer)
                        .build();
                assertThat(http.send(call, HttpResponse.BodyHandlers.ofString()).statusCode())
                        .isEqualTo(required ? 401 : 200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | names no records",
                "{\"customers\": []} | names no records",
                "{\"records\": []} | names no records",
                "{\"records\": {}, \"replaced\": true} | has replaced",
                "{\"records\": {\"customers\": {}}} | customers: expected a list of records",
                "{\"records\": {\"customers\": [1]}} | customers: expected a list of records"
            })
    void aSeedThatWouldFillNothingIsNamed(String seed, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("seed.json"), seed);
        assertThatThrownBy(() -> Sandbox.start(Sandbox.Options.defaults().withSeed(file)))
                .isInstanceOf(Sandbox.WrongFile.class)
                .hasMessageContaining(file + ": " + words);
    }
}
