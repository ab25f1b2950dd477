package io.severabridge.failure;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One record is handed back to people; the others go on. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A record by its entity, and by the key that its own reject has. */
    public record Awaited(String entity, String key) implements Serializable {}

    private final Reason reason;
    private final String field;
    private final @Nullable String value;
    private final @Nullable Awaited awaited;

    /**
     * @param field the field as the ERP's users know it, such as {@code Ctry}
     * @param value what stands in it; null where the record as a whole is meant
     * @param message a sentence without the fix
     */
    public Rejected(Reason reason, String field, @Nullable String value, String message) {
        this(reason, field, value, message, null);
    }

    private Rejected(Reason reason, String field, @Nullable String value, String message, @Nullable Awaited awaited) {
        super(message, null, false, false);
        this.reason = reason;
        this.field = field;
        this.value = value;
        this.awaited = awaited;
    }

    /** The same, with more behind the message. */
    public Rejected adding(String more) {
        return new Rejected(reason, field, value, getMessage() + more, awaited);
    }

    /** The same, which waits for another record that was rejected. */
    public Rejected awaiting(String entity, String key) {
        return new Rejected(reason, field, value, getMessage(), new Awaited(entity, key));
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

    /** The record that it waits for; null where it waits for none. */
    public @Nullable Awaited awaited() {
        return awaited;
    }

    /** Never null: the constructor asks for it. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
