package io.severabridge.failure;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Why a record is not carried over, and how people fix it: one wording for log, report, console and table. Whoever rejects
 * declares its reasons as constants, in a class whose name ends in {@code Rejects}.
 *
 * @param code as shown to people and used by filters: {@code unknown-country}
 * @param fix what to do about it, a clause without a full stop
 * @param bySetting whether a setting fixes it, and not a change of the record: the next records are rejected as well
 */
public record Reason(String code, String fix, boolean bySetting) implements Serializable {
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** A reason is named after its code where it is wrong: people who add one find it by that. */
    public Reason {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("reject code " + code + ": small letters and single hyphens only");
        }
        if (fix.isBlank() || fix.endsWith(".")) {
            throw new IllegalArgumentException(
                    "reject code " + code + ": fix \"" + fix + "\" must be a clause without a full stop");
        }
    }

    /** A reason that people fix in the record. */
    public Reason(String code, String fix) {
        this(code, fix, false);
    }

    /** A reason that people fix in the company file. */
    public static Reason bySetting(String code, String fix) {
        return new Reason(code, fix, true);
    }
}
