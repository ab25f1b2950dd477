package io.severabridge.severa;

import io.severabridge.failure.WrongSetUp;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What an answer of Severa means (API document, ExceptionModel). */
final class Answers {
    /** Refusals that speak of the organisation or the credentials, not of the record that was sent. */
    private static final Set<String> OF_THE_SET_UP = Set.of(
            "InsufficientApiScope",
            "AddonMissing",
            "AddonMissingTermsOfServiceApproval",
            "TermsOfServiceNotApproved",
            "OrganizationNotActive",
            "TrialExpired",
            "NotAvailableInTrial",
            "HttpsRequired");

    private Answers() {}

    /** The answer, if it is a success that can be read. */
    static Http.Answer checked(Http.Answer answer, String method, boolean repeatable) throws Http.Lost {
        if (!answer.ok()) {
            throw refusal(answer);
        }
        if (repeatable && !method.equals("DELETE")) {
            readable(answer);
        }
        return answer;
    }

    /** A connection that broke in the middle can leave half an answer behind a good status. */
    private static void readable(Http.Answer answer) throws Http.Lost {
        try {
            SeveraClient.JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new Http.Lost(false, "an answer was cut short", e);
        }
    }

    private static RuntimeException refusal(Http.Answer answer) {
        JsonNode error = error(answer.body());
        String type = error.path("type").asString("");
        JsonNode detail = error.path("details").path(0);
        String message = detail.path("message").asString("HTTP " + answer.status());
        if (answer.status() == 401 || OF_THE_SET_UP.contains(type)) {
            return new WrongSetUp("Severa: " + (type.isEmpty() ? "HTTP " + answer.status() : type) + ": " + message);
        }
        if (answer.status() == 429) {
            return new io.severabridge.failure.Unavailable("Severa keeps refusing calls as too many");
        }
        return new Refused(answer.status(), type, field(detail), message);
    }

    private static JsonNode error(String body) {
        try {
            return SeveraClient.JSON.readTree(body).path("error");
        } catch (JacksonException e) {
            return SeveraClient.JSON.createObjectNode();
        }
    }

    private static @Nullable String field(JsonNode detail) {
        String name = detail.path("location").path("name").asString("");
        return name.isEmpty() ? null : name;
    }
}
