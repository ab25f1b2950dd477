package io.severabridge.entity.contact;

import io.severabridge.severa.GuidRef;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** ContactModel of the API document, as far as it is used. */
record SeveraContact(
        @Nullable String guid,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String jobTitle,
        @Nullable GuidRef language,
        @Nullable Boolean isActive,
        @Nullable Boolean isDeleted,
        @Nullable GuidRef customer,
        @Nullable OffsetDateTime createdDateTime) {}
