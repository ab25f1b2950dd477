package io.severabridge.severa;

import io.severabridge.failure.WrongSetUp;
import java.time.Instant;
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

    /** An answer that is what was due; {@code at} is its time. */
    record Whole(Http.Answer answer, JsonNode body, Instant at) {}

    /** What an answer has to be where its status is a good one. */
    interface Due {
        /** What it is instead; null where it is as it should be. */
        @Nullable
        String instead(Http.Answer answer, JsonNode body);

        /** Likewise, and as {@code more} demands. */
        default Due and(java.util.function.Function<Http.Answer, @Nullable String> more) {
            return (answer, body) -> {
                String found = instead(answer, body);
                return found == null ? more.apply(answer) : found;
            };
        }
    }

    /** A list of records: anything else, an empty body above all, is an answer cut short and no empty list. */
    static final Due LIST = (answer, body) -> !body.isArray() ? kind(answer, body) : hasOther(body);

    /** One record or object. */
    static final Due OBJECT = (answer, body) -> body.isObject() ? null : kind(answer, body);

    /** One record; the API answers most patches, and some creates, with an array of one (API document). */
    static final Due RECORD = (answer, body) ->
            body.isObject() || (body.isArray() && body.path(0).isObject()) ? null : kind(answer, body);

    /** Likewise, with the GUID that it got. */
    static final Due CREATED = (answer, body) -> {
        String instead = RECORD.instead(answer, body);
        return instead != null || single(body).path("guid").isString() ? instead : "a record without a GUID";
    };

    static final Due ANYTHING = (answer, body) -> null;

    private Answers() {}

    /** The answer, if it is a success that is what was due. */
    static Whole checked(Http.Answer answer, Due due, Instant at, String call) throws Http.Lost {
        if (!answer.ok()) {
            throw refusal(answer);
        }
        JsonNode body = body(answer);
        String instead = due.instead(answer, body);
        if (instead != null) {
            throw new Http.Lost(false, call + " answered " + instead, null);
        }
        return new Whole(answer, body, at);
    }

    static JsonNode single(JsonNode record) {
        return record.isArray() ? record.get(0) : record;
    }

    /** Missing where it cannot be read. */
    static JsonNode body(Http.Answer answer) {
        try {
            return SeveraClient.JSON.readTree(answer.body());
        } catch (JacksonException e) {
            return SeveraClient.JSON.missingNode();
        }
    }

    private static @Nullable String hasOther(JsonNode list) {
        for (JsonNode row : list) {
            if (!row.isObject()) {
                return "a list of what are no records";
            }
        }
        return null;
    }

    /** What people would call it. */
    private static String kind(Http.Answer answer, JsonNode body) {
        String text = answer.body().strip();
        if (text.isEmpty()) {
            return "nothing (HTTP " + answer.status() + " with an empty body)";
        }
        if (text.startsWith("<")) {
            return "a page for people (HTML or XML) instead of data: look at severa.base-url, and at gateways and proxies on"
                    + " the way";
        }
        return switch (body.getNodeType()) {
            case NULL -> "null instead of data";
            case OBJECT -> "an object where a list is due";
            case ARRAY -> body.isEmpty() ? "an empty list where a record is due" : "a list where a record is due";
            case MISSING -> "what is not whole: an answer was cut short, or is no JSON";
            default -> "a single value instead of data";
        };
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
