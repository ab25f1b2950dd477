package io.severabridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The validator catches what it is there for. */
class OpenApiTest {
    private static final OpenApi API = new OpenApi(JsonMapper.builder().build().readTree("""
            {"paths": {"/v1/things/{guid}": {"get": {"responses": {"200": {"content": {"application/json":
            {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}}, "/v1/things": {"post": {"requestBody": {"content":
            {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}, "responses": {"201": {}}}}},
            "components": {"schemas": {"Thing": {"type": "object", "required": ["name"], "properties": {
            "guid": {"type": "string", "readOnly": true}, "name": {"type": "string", "maxLength": 5},
            "size": {"type": "integer", "nullable": true}, "kind": {"type": "string", "enum": ["A", "B"]},
            "made": {"type": "string", "format": "date"}}}}}}
            """));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"guid\":\"1\"} | name is required",
                "{\"name\":1} | expected text",
                "{\"name\":\"abcdef\"} | at most 5 characters",
                "{\"name\":\"a\",\"size\":\"x\"} | expected an integer",
                "{\"name\":\"a\",\"kind\":\"C\"} | is none of",
                "{\"name\":\"a\",\"made\":\"yesterday\"} | expected a date",
                "{\"name\":\"a\",\"colour\":\"red\"} | is not in the document",
                "{\"name\":null} | is null",
            })
    void anAnswerThatDoesNotFitIsNamed(String body, String problem) {
        List<String> problems = API.problems(new Sandbox.Exchange("GET", "/v1/things/1", Map.of(), "", 200, body));
        assertThat(problems).singleElement().asString().contains(problem);
    }

    @Test
    void aRequestWithAReadOnlyFieldOrAnUnknownParameterIsNamed() {
        assertThat(API.problems(new Sandbox.Exchange(
                        "POST", "/v1/things", Map.of("x", List.of("1")), "{\"name\":\"a\",\"guid\":\"1\"}", 201, null)))
                .hasSize(2);
    }

    @Test
    void whatFitsHasNoProblem() {
        assertThat(API.problems(new Sandbox.Exchange(
                        "GET", "/v1/things/1", Map.of(), "", 200, "{\"name\":\"a\",\"size\":null,\"kind\":\"A\"}")))
                .isEmpty();
        assertThat(API.problems(new Sandbox.Exchange("GET", "/v1/none", Map.of(), "", 404, null)))
                .isEmpty();
    }
}
