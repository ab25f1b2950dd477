package io.severabridge.failure;

/** A system could not be reached, or not for long enough: the run ends, and the same run can be started again later. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
        super(message);
    }

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
