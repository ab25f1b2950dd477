package io.severabridge.failure;

/**
 * Something that people should know before a run.
 *
 * @param code stable, such as {@code customer-series-overlap}
 * @param where what it was found in
 * @param fix what to do about it
 */
public record Finding(Severity severity, String code, String where, String what, String fix) {
    /** Whether a run goes on: it stops at an error. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Finding error(String code, String where, String what, String fix) {
        return new Finding(Severity.ERROR, code, where, what, fix);
    }

    public static Finding warning(String code, String where, String what, String fix) {
        return new Finding(Severity.WARNING, code, where, what, fix);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
