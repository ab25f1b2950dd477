package io.severabridge.entity.contact;

import io.severabridge.severa.Pointer;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** ContactModel of the API document, as far as it is used. */
record SeveraContact(
        @Nullable String guid,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String jobTitle,
        @Nullable Pointer language,
        @Nullable Boolean isActive,
        @Nullable Boolean isDeleted,
        @Nullable Pointer customer,
        @Nullable OffsetDateTime createdDateTime) {}
