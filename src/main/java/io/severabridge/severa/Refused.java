package io.severabridge.severa;

import org.jspecify.annotations.Nullable;

/**
 * Severa refused one request for what it says, or answered what cannot be read: no repetition of the same request helps. A
 * reject where it concerns one record; else the set-up is wrong.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final @Nullable String field;
    private final String call;

    Refused(int status, String type, @Nullable String field, String message, String call) {
        super(message);
        this.status = status;
        this.type = type;
        this.field = field;
        this.call = call;
    }

    /** HTTP status, 400 to 499; 200 where the answer cannot be read. */
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

    /** What Severa has said of a record, a clause. */
    public String words() {
        return status == 200
                ? String.valueOf(getMessage())
                : "Severa answered " + status + (type.isEmpty() ? "" : " " + type) + ": " + getMessage();
    }

    /** Where no record is concerned: the call, what was said of it, and what to do. */
    public String sentence() {
        if (status == 200) {
            return String.valueOf(getMessage());
        }
        return "Severa refuses " + call + ": " + status + (type.isEmpty() ? "" : " " + type) + ": " + getMessage()
                + (field == null ? "" : " (" + field + ")") + "; " + remedy();
    }

    private String remedy() {
        if (type.equals("PermissionDenied") || type.equals("UserLicenseType")) {
            return "give the user of this client id the permission in Severa";
        }
        return notFound()
                ? "check severa.base-url"
                : "the settings of this company do not suit Severa: change what it names, or ask its administrator";
    }
}
