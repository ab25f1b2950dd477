package io.severabridge.severa;

import org.jspecify.annotations.Nullable;

/** A reference to another record, as the API nests them: {@code {"guid": "..."}}. */
public record GuidRef(@Nullable String guid) {
    /** No pointer where there is no GUID. */
    public static @Nullable GuidRef to(@Nullable String guid) {
        return guid == null ? null : new GuidRef(guid);
    }

    /** The GUID pointed to, if there is one. */
    public static @Nullable String guidOf(@Nullable GuidRef pointer) {
        return pointer == null ? null : pointer.guid();
    }
}
