package io.severabridge.job;

import io.severabridge.sandbox.Sandbox;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people do in Severa's projects: hours, fees, travel, invoices. What a call does not say has a plain value. */
final class Work {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sandbox sandbox;

    Work(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** An hour of the first employee in the first phase, on 20 November 2026. */
    String hour(String more) {
        return sandbox.add("workhours", with("""
                {"eventDate": "2026-11-20", "user": {"guid": "%s"}, "phase": {"guid": "%s"},
                 "workType": {"guid": "%s"}, %s}
                """.formatted(employee(), phase(first("projects")), type("T100"), more)));
    }

    /** JSON in which a later value of a field replaces an earlier one. */
    private static String with(String json) {
        return ((ObjectNode) JSON.readTree(json)).toString();
    }

    String project(String name, int number, String status) {
        return sandbox.add("projects", """
                {"name": "%s", "number": %d, "customer": {"guid": "%s"}, "projectOwner": {"guid": "%s"},
                 "salesStatus": {"salesStatusTypeGuid": "%s"}}
                """.formatted(name, number, first("customers"), employee(), status(status)));
    }

    String employee() {
        return Objects.requireNonNull(sandbox.records("users").get(1))
                .path("guid")
                .asString();
    }

    String first(String resource) {
        return Objects.requireNonNull(sandbox.records(resource).get(0))
                .path("guid")
                .asString();
    }

    String phase(String project) {
        return named("projects", "guid", project).path("rootPhase").path("guid").asString();
    }

    String type(String code) {
        return named("worktypes", "code", code).path("guid").asString();
    }

    String status(String name) {
        return named("salesstatustypes", "name", name).path("guid").asString();
    }

    JsonNode named(String resource, String field, String value) {
        for (JsonNode record : sandbox.records(resource)) {
            if (record.path(field).asString("").equals(value)) {
                return record;
            }
        }
        throw new IllegalStateException("the sandbox has no " + resource + " with " + field + " " + value);
    }
}
