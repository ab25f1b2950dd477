package io.severabridge.failure;

/**
 * Something that people should know before a run.
 *
 * @param code stable, such as {@code customer-series-overlap}
 * @param where what it was found in
 * @param mend what to do about it
 */
public record Finding(Severity severity, String code, String where, String what, String mend) {
    /** Whether a run goes on: it stops at an error. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Finding error(String code, String where, String what, String mend) {
        return new Finding(Severity.ERROR, code, where, what, mend);
    }

    public static Finding warning(String code, String where, String what, String mend) {
        return new Finding(Severity.WARNING, code, where, what, mend);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
