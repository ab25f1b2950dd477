package io.severabridge.failure;

/** Something that people have set up is wrong or missing: no repetition helps until it is fixed. */
public final class WrongSetUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongSetUp(String message) {
        super(message);
    }

    public WrongSetUp(String message, Throwable cause) {
        super(message, cause);
    }
}
