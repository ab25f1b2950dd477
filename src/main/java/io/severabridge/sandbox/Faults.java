package io.severabridge.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong, and when: rules of a fault plan, {@code {"faults": [{"fault": "close-after", "method": "POST",
 * "path": "/v1/customers", "at": [3]}]}}.
 */
final class Faults {
    /** What may happen to a call. */
    enum Fault {
        /** Refused as too many. */
        TOO_MANY("429"),
        ERROR_500("500"),
        ERROR_503("503"),
        /** Answered after {@code millis}. */
        SLOW("slow"),
        /** The connection is closed, nothing was done. */
        CLOSE_BEFORE("close-before"),
        /** The connection is closed after the write took effect. */
        CLOSE_AFTER("close-after"),
        /** The connection is closed at once, and the write takes effect {@code millis} later. */
        LATE("late"),
        /** Half the answer comes. */
        TRUNCATE("truncate"),
        /** All tokens end. */
        EXPIRE_TOKEN("expire-token"),
        /**
         * {@code body} is answered, with {@code status} and {@code type}. Where the status is a good one the call takes effect, and
         * what it would have been refused with comes.
         */
        ANSWER("answer"),
        /** No more than {@code rows} rows of a page come, whatever was asked for. */
        SHORT_PAGE("short-page"),
        /**
         * The first record of a list that is being paged by offset is deleted before this page, and is there again when the list
         * is read from its beginning.
         */
        SHIFT("shift");

        private final String word;

        Fault(String word) {
            this.word = word;
        }

        static Fault of(String word) {
            for (Fault fault : values()) {
                if (fault.word.equals(word)) {
                    return fault;
                }
            }
            throw new IllegalArgumentException("fault: there is none called \"" + word + "\"");
        }
    }

    /** A fault that strikes. */
    record Strike(Fault fault, long millis, int rows, Reply instead) {}

    private static final class Rule {
        private final Fault fault;
        private final long millis;
        private final int rows;
        private final Reply instead;
        private final @Nullable String method;
        private final Pattern path;
        private final Set<Integer> at = new HashSet<>();
        private final double probability;
        private final Random random;
        private int calls;

        Rule(JsonNode rule) {
            fault = Fault.of(rule.path("fault").asString(""));
            millis = rule.path("millis").asLong(1_000);
            rows = Math.max(1, rule.path("rows").asInt(3));
            instead = instead(rule);
            method = rule.has("method") ? rule.path("method").asString() : null;
            path = pattern(rule.path("path").asString(".*"));
            int burst = Math.max(1, rule.path("burst").asInt(1));
            rule.path("at").forEach(number -> {
                for (int next = 0; next < burst; next++) {
                    at.add(number.asInt() + next);
                }
            });
            probability = rule.path("probability").asDouble(0);
            random = new Random(rule.path("seed").asLong(1));
            if (at.isEmpty() && probability <= 0) {
                throw new IllegalArgumentException("at or probability: one of them is needed");
            }
        }

        private static Reply instead(JsonNode rule) {
            String body = rule.path("body").asString("");
            return new Reply(
                    rule.path("status").asInt(200),
                    rule.path("type").asString("application/json"),
                    body.isEmpty() ? null : body,
                    new LinkedHashMap<>());
        }

        private static Pattern pattern(String path) {
            try {
                return Pattern.compile(path);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("path: \"" + path + "\" is no regular expression", e);
            }
        }

        boolean strikes(Call call) {
            if ((method != null && !method.equals(call.method()))
                    || !path.matcher(call.path()).find()) {
                return false;
            }
            calls++;
            return at.contains(calls) || (probability > 0 && random.nextDouble() < probability);
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    /** Lists that have lost their first record since their first page was answered. */
    private final Set<String> shifted = new HashSet<>();

    /** Replaces the plan. */
    synchronized void set(String json) {
        JsonNode plan;
        try {
            plan = Store.JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("is not JSON", e);
        }
        List<Rule> read = new ArrayList<>();
        int number = 0;
        for (JsonNode rule : plan.path("faults")) {
            number++;
            try {
                read.add(new Rule(rule));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("faults, rule " + number + ": " + e.getMessage(), e);
            }
        }
        if (!plan.path("faults").isArray()) {
            throw new IllegalArgumentException("expected {\"faults\": [...]}");
        }
        rules.clear();
        shifted.clear();
        rules.addAll(read);
    }

    @Nullable
    synchronized Strike next(Call call) {
        Strike strike = null;
        for (Rule rule : rules) {
            if (rule.strikes(call) && strike == null) {
                strike = new Strike(rule.fault, rule.millis, rule.rows, rule.instead);
            }
        }
        return strike;
    }

    /** The call that finds in the list as it is what this call would find in it as it pretends to be. */
    synchronized Call pretended(Call call, @Nullable Strike strike) {
        String first = call.parameter("firstRow");
        if (first == null || first.equals("0")) {
            shifted.remove(call.path());
        } else if (strike != null && strike.fault() == Fault.SHIFT) {
            shifted.add(call.path());
        }
        Call pretended = call;
        if (shifted.contains(call.path()) && first != null && first.matches("\\d{1,8}")) {
            pretended = pretended.with("firstRow", String.valueOf(Integer.parseInt(first) + 1));
        }
        if (strike != null && strike.fault() == Fault.SHORT_PAGE && call.parameter("rowCount") != null) {
            pretended = pretended.with("rowCount", String.valueOf(strike.rows()));
        }
        return pretended;
    }
}
