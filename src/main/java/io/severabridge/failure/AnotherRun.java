package io.severabridge.failure;

/** Another run is under way, and this one has not begun: nothing is wrong, it can be started when the other has ended. */
public final class AnotherRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AnotherRun(String message) {
        super(message);
    }

    public AnotherRun(String message, Throwable cause) {
        super(message, cause);
    }
}
