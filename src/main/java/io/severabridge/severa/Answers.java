package io.severabridge.severa;

import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What an answer of Severa means (API document, ExceptionModel): one record is refused, the set-up is wrong, or Severa is away.
 */
final class Answers {
    private static final int LONGEST = 300;
    private static final String ADMINISTRATOR =
            "let Severa's administrator switch on what it names, or run without the transfers that need it";
    private static final String TERMS = "let Severa's administrator approve the terms of service";
    private static final String SUBSCRIPTION = "ask Visma about the organisation's subscription";

    /** Refusals that speak of the organisation or the credentials, not of the record that was sent, and what to do. */
    private static final Map<String, String> OF_THE_SET_UP = Map.ofEntries(
            Map.entry("InsufficientApiScope", "give the client id of this company the scope in Severa"),
            Map.entry("AuthenticationRequired", "check severa.client-id and severa.client-secret"),
            Map.entry("AddonMissing", ADMINISTRATOR),
            Map.entry("FeatureIsNotEnabled", ADMINISTRATOR),
            Map.entry("AddonMissingTermsOfServiceApproval", TERMS),
            Map.entry("TermsOfServiceNotApproved", TERMS),
            Map.entry("OrganizationNotActive", SUBSCRIPTION),
            Map.entry("TrialExpired", SUBSCRIPTION),
            Map.entry("NotAvailableInTrial", SUBSCRIPTION),
            Map.entry("ExcludedFromTrial", SUBSCRIPTION),
            Map.entry("InvalidApiVersion", "check severa.base-url"),
            Map.entry("HttpsRequired", "severa.base-url needs https://"));

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
            throw refusal(answer, call);
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
            return Json.MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            return Json.MAPPER.missingNode();
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

    private static RuntimeException refusal(Http.Answer answer, String call) throws Http.Lost {
        int status = answer.status();
        JsonNode error = error(answer.body());
        String type = text(error.path("type"));
        String message = message(error);
        String kind = type.isEmpty() ? "HTTP " + status : type;
        String said = "Severa refuses " + call + ": " + kind + (message.isEmpty() ? "" : ": " + message) + "; ";
        if (status == 408 || status == 425 || type.equals("InternalSystemError")) {
            throw new Http.Lost(false, call + " was answered " + kind, new Unavailable(answer.body()));
        }
        if (status == 429) {
            return new Unavailable("Severa keeps refusing calls as too many, at last " + call);
        }
        WrongSetUp address = ofTheAddress(answer, call);
        if (address != null) {
            return address;
        }
        String remedy = OF_THE_SET_UP.get(type);
        if (remedy != null) {
            return new WrongSetUp(said + remedy);
        }
        if (status == 401) {
            return new WrongSetUp(said + OF_THE_SET_UP.get("AuthenticationRequired"));
        }
        if (status == 403 && type.isEmpty()) {
            return new WrongSetUp(said + "an add-on or a permission is missing: " + ADMINISTRATOR);
        }
        return new Refused(status, type, field(error), message.isEmpty() ? "HTTP " + status : message, call);
    }

    /** What no Severa answers to what is asked of it: something else stands at the address, or before it. */
    static @Nullable WrongSetUp ofTheAddress(Http.Answer answer, String call) {
        int status = answer.status();
        if (status == 407) {
            return new WrongSetUp("the proxy, not Severa, refuses " + call
                    + ": HTTP 407; check severa.proxy and its user and password, or HTTPS_PROXY");
        }
        if (status >= 300 && status < 400) {
            return new WrongSetUp("Severa's address answers " + call + " with HTTP " + status + pointing(answer)
                    + "; check severa.base-url, and whether a gateway or a login page stands before Severa");
        }
        return status == 405 || status == 406
                ? new WrongSetUp(
                        "Severa's address does not know " + call + ": HTTP " + status + "; check severa.base-url")
                : null;
    }

    /** Without path and parameters, which may hold a key. */
    private static String pointing(Http.Answer answer) {
        String location = answer.headers().getFirst(HttpHeaders.LOCATION);
        String host = location == null ? "" : location.replaceFirst("(?s)^(https?://[^/?#\\s]{1,200}).*", "$1");
        return host.startsWith("http") && !host.contains("@") ? ", pointing to " + host : "";
    }

    private static JsonNode error(String body) {
        try {
            return Json.MAPPER.readTree(body).path("error");
        } catch (JacksonException e) {
            return Json.MAPPER.createObjectNode();
        }
    }

    /** What all details say, on one line. */
    private static String message(JsonNode error) {
        String all = StreamSupport.stream(error.path("details").spliterator(), false)
                .map(detail -> text(detail.path("message")).strip())
                .filter(message -> !message.isEmpty())
                .distinct()
                .reduce((first, next) -> first + "; " + next)
                .orElse("")
                .replaceAll("[\\p{Cntrl}\\s]+", " ");
        return all.length() > LONGEST ? all.substring(0, LONGEST) + "..." : all;
    }

    private static @Nullable String field(JsonNode error) {
        for (JsonNode detail : error.path("details")) {
            String name = text(detail.path("location").path("name"));
            if (!name.isEmpty()) {
                return name;
            }
        }
        return null;
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : "";
    }
}
