package io.severabridge.entity.project;

import io.severabridge.severa.Pointer;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** ProjectInputModelBase and ProjectOutputModel of the API document, as far as they are used. */
record SeveraProject(
        @Nullable String guid,
        @Nullable Long number,
        @Nullable String name,
        @Nullable String internalName,
        @Nullable Pointer customer,
        @Nullable Pointer businessUnit,
        @Nullable Pointer projectOwner,
        @Nullable Pointer customerContact,
        @Nullable Pointer currency,
        @Nullable OffsetDateTime createdDateTime) {}
