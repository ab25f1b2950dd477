package io.severabridge.exactlyonce;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What goes wrong while a run is under way. */
enum Mishap {
    /** kill -9 at a random call. */
    KILL_AT_CALL(""),
    /** kill -9 at a random time. */
    KILL_AT_TIME(""),
    /** kill -9 twice, the second time while it recovers. */
    KILL_TWICE(""),
    /** SIGTERM at a random call. */
    STOP(""),
    /** The bridge database's disk is full. */
    DISK_FULL(""),
    /** Our clock is set back by three hours. */
    CLOCK_BACK(""),
    ERP_DEADLOCK(""),
    ERP_LOCK_TIMEOUT(""),
    ERP_CONNECTION_LOST(""),
    ERP_COMMIT_LOST(""),
    TOO_MANY("{\"fault\": \"429\", \"at\": [AT], \"burst\": 15}"),
    ERROR_500("{\"fault\": \"500\", \"probability\": 0.08, \"seed\": SEED}"),
    ERROR_503("{\"fault\": \"503\", \"probability\": 0.08, \"seed\": SEED}"),
    CLOSED_BEFORE("{\"fault\": \"close-before\", \"probability\": 0.08, \"seed\": SEED}"),
    CLOSED_AFTER("{\"fault\": \"close-after\", \"probability\": 0.08, \"seed\": SEED}"),
    LATE("{\"fault\": \"late\", \"probability\": 0.04, \"seed\": SEED, \"millis\": 200}"),
    TRUNCATED("{\"fault\": \"truncate\", \"probability\": 0.08, \"seed\": SEED}"),
    /** A good status and nothing else, where a list or a record is due; what was sent has taken effect. */
    EMPTY("{\"fault\": \"answer\", \"probability\": 0.08, \"seed\": SEED}"),
    /** A record of an earlier page is deleted while a list is paged by offset, and pages are shorter than asked for. */
    LIST_SHIFTS("{\"fault\": \"shift\", \"probability\": 0.3, \"seed\": SEED},"
            + " {\"fault\": \"short-page\", \"probability\": 0.4, \"seed\": SEED, \"rows\": 3}"),
    /** Some answers are dated a day ahead, and answers are lost. */
    DATED_AHEAD("{\"fault\": \"close-after\", \"probability\": 0.05, \"seed\": SEED}"),
    /** Behind the read time-out of 1 s, and the write with it; within the doubt delay of 2.5 s. */
    SLOW("{\"fault\": \"slow\", \"probability\": 0.03, \"seed\": SEED, \"millis\": 1500}"),
    TOKEN_EXPIRED("{\"fault\": \"expire-token\", \"probability\": 0.1, \"seed\": SEED}"),
    /** kill -9 while answers are lost. */
    KILL_AND_LOST("{\"fault\": \"close-after\", \"probability\": 0.15, \"seed\": SEED}");

    private final String rule;

    Mishap(String rule) {
        this.rule = rule;
    }

    /** What the ERP's database does; null where it is not the one to blame. */
    StrikingDriver.@Nullable Strike strike() {
        return name().startsWith("ERP_") ? StrikingDriver.Strike.valueOf(name().substring("ERP_".length())) : null;
    }

    /** Whether it takes a program with another driver or clock. */
    boolean inside() {
        return strike() != null || this == CLOCK_BACK;
    }

    /** The share of answers that are dated ahead. */
    double datedAhead() {
        return this == DATED_AHEAD ? 0.1 : 0;
    }

    /** Whether the process was killed or stopped, and nothing else went wrong. */
    boolean plain() {
        return rule.isEmpty() && (kills() > 0 || this == STOP);
    }

    /** Whether the process is killed, and how often. */
    int kills() {
        return switch (this) {
            case KILL_AT_CALL, KILL_AT_TIME, KILL_AND_LOST -> 1;
            case KILL_TWICE -> 2;
            default -> 0;
        };
    }

    /** The fault plan of the sandbox; token calls are left alone. */
    String plan(Random random, int calls) {
        if (rule.isEmpty()) {
            return "{\"faults\": []}";
        }
        String own = rule.replace("SEED", String.valueOf(random.nextInt(1_000_000)))
                .replace("AT", String.valueOf(1 + random.nextInt(Math.max(1, calls))));
        return "{\"faults\": [" + own.replace("}", ", \"path\": \"/v1/[a-su-z]\"}") + "]}";
    }
}
