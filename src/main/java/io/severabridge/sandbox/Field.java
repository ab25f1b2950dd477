package io.severabridge.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A field of an input model, as the API document has it.
 *
 * @param target for references: the resource that the GUID must be of
 * @param shown for references: the fields of the target that an answer repeats
 * @param required on create, and never empty
 * @param whole for references: the document requires a GUID within, so that only the reference as a whole can be null
 * @param maxLength 0 for none
 * @param choices for texts: what they may be; empty for any
 * @param fallback what it is when a create does not say; as JSON text
 */
record Field(
        String name,
        Type type,
        @Nullable String target,
        java.util.List<String> shown,
        boolean required,
        boolean whole,
        int maxLength,
        java.util.List<String> choices,
        @Nullable String fallback) {
    enum Type {
        TEXT,
        /** 32 bits. */
        WHOLE,
        /** 64 bits. */
        LARGE,
        DECIMAL,
        TRUTH,
        DATE,
        MONEY,
        /** Nested: {@code {"guid": "..."}}. */
        REFERENCE,
        /** A GUID as plain text. */
        GUID,
        /** An object that is kept as it is. */
        OBJECT,
        /** A list that is kept as it is. */
        LIST
    }

    static Field text(String name) {
        return new Field(name, Type.TEXT, null, java.util.List.of(), false, false, 0, java.util.List.of(), null);
    }

    static Field whole(String name) {
        return new Field(name, Type.WHOLE, null, java.util.List.of(), false, false, 0, java.util.List.of(), null);
    }

    static Field large(String name) {
        return new Field(name, Type.LARGE, null, java.util.List.of(), false, false, 0, java.util.List.of(), null);
    }

    static Field choice(String name, String... choices) {
        return new Field(name, Type.TEXT, null, java.util.List.of(), false, false, 0, java.util.List.of(choices), null);
    }

    static Field decimal(String name) {
        return new Field(name, Type.DECIMAL, null, java.util.List.of(), false, false, 0, java.util.List.of(), null);
    }

    static Field truth(String name, boolean fallback) {
        return new Field(
                name,
                Type.TRUTH,
                null,
                java.util.List.of(),
                false,
                false,
                0,
                java.util.List.of(),
                String.valueOf(fallback));
    }

    static Field date(String name) {
        return new Field(name, Type.DATE, null, java.util.List.of(), false, false, 0, java.util.List.of(), null);
    }

    static Field money(String name) {
        return new Field(name, Type.MONEY, null, java.util.List.of(), false, false, 0, java.util.List.of(), null);
    }

    static Field object(String name) {
        return new Field(name, Type.OBJECT, null, java.util.List.of(), false, false, 0, java.util.List.of(), null);
    }

    static Field list(String name) {
        return new Field(name, Type.LIST, null, java.util.List.of(), false, false, 0, java.util.List.of(), null);
    }

    /** The GUID, the name and more of the target are repeated in answers. */
    static Field reference(String name, String target, String... shown) {
        return new Field(
                name, Type.REFERENCE, target, java.util.List.of(shown), false, false, 0, java.util.List.of(), null);
    }

    static Field guid(String name, String target) {
        return new Field(name, Type.GUID, target, java.util.List.of(), false, false, 0, java.util.List.of(), null);
    }

    /** Emptied only as a whole, never by its GUID. */
    Field emptiedWhole() {
        return new Field(name, type, target, shown, required, true, maxLength, choices, fallback);
    }

    Field needed() {
        return new Field(name, type, target, shown, true, whole, maxLength, choices, fallback);
    }

    Field most(int characters) {
        return new Field(name, type, target, shown, required, whole, characters, choices, fallback);
    }
}
