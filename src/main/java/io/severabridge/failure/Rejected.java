package io.severabridge.failure;

import org.jspecify.annotations.Nullable;

/** One record is handed back to people; the others go on. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String field;
    private final @Nullable String value;

    /**
     * @param field the field as the ERP's users know it, such as {@code Ctry}
     * @param value what stands in it; null where the record as a whole is meant
     * @param message a sentence without the fix
     */
    public Rejected(Reason reason, String field, @Nullable String value, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.field = field;
        this.value = value;
    }

    /** The same, with more behind the message. */
    public Rejected adding(String more) {
        return new Rejected(reason, field, value, getMessage() + more);
    }

    public Reason reason() {
        return reason;
    }

    public String field() {
        return field;
    }

    public @Nullable String value() {
        return value;
    }

    /** Never null: the constructor asks for it. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
