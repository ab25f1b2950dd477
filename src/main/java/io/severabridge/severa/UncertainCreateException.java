package io.severabridge.severa;

/** A create was sent and its answer was lost: the record may or may not exist now. Look it up before it is sent again. */
public final class UncertainCreateException extends Exception {
    private static final long serialVersionUID = 1L;

    UncertainCreateException(String message, Throwable cause) {
        super(message, cause);
    }
}
