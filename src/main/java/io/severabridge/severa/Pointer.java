package io.severabridge.severa;

import org.jspecify.annotations.Nullable;

/** A reference to another record, as the API nests them: {@code {"guid": "..."}}. */
public record Pointer(@Nullable String guid) {
    /** No pointer where there is no GUID. */
    public static @Nullable Pointer to(@Nullable String guid) {
        return guid == null ? null : new Pointer(guid);
    }

    /** The GUID pointed to, if there is one. */
    public static @Nullable String guidOf(@Nullable Pointer pointer) {
        return pointer == null ? null : pointer.guid();
    }
}
