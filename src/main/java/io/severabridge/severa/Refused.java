package io.severabridge.severa;

import org.jspecify.annotations.Nullable;

/** Severa refused one request for what it says: no repetition of the same request helps. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final @Nullable String field;

    Refused(int status, String type, @Nullable String field, String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.field = field;
    }

    /** HTTP status, 400 to 499. */
    public int status() {
        return status;
    }

    /** {@code error.type} of the API's ExceptionModel, empty where the answer had none. */
    public String type() {
        return type;
    }

    /** The field or parameter that Severa names, if it names one. */
    public @Nullable String field() {
        return field;
    }

    /** Whether the record or the address asked for does not exist. */
    public boolean notFound() {
        return status == 404;
    }
}
