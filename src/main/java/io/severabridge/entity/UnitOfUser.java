package io.severabridge.entity;

import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.MappingContext;
import org.jspecify.annotations.Nullable;

/** The business unit of a user as Severa was last read to have it (UserOutputModel of the API document). */
public record UnitOfUser(@Nullable GuidRef businessUnit) {
    /** The GUID of the unit; null where it is not known. */
    public static @Nullable String of(@Nullable String user, MappingContext context) {
        UnitOfUser known = context.staged(Resources.USERS, user, UnitOfUser.class);
        return known == null ? null : GuidRef.guidOf(known.businessUnit());
    }
}
