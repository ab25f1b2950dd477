package io.severabridge.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
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
        EXPIRE_TOKEN("expire-token");

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
    record Strike(Fault fault, long millis) {}

    private static final class Rule {
        private final Fault fault;
        private final long millis;
        private final @Nullable String method;
        private final Pattern path;
        private final Set<Integer> at = new HashSet<>();
        private final double probability;
        private final Random random;
        private int calls;

        Rule(JsonNode rule) {
            fault = Fault.of(rule.path("fault").asString(""));
            millis = rule.path("millis").asLong(1_000);
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
        rules.addAll(read);
    }

    @Nullable
    synchronized Strike next(Call call) {
        Strike strike = null;
        for (Rule rule : rules) {
            if (rule.strikes(call) && strike == null) {
                strike = new Strike(rule.fault, rule.millis);
            }
        }
        return strike;
    }
}
