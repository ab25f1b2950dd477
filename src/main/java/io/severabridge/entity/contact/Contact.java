package io.severabridge.entity.contact;

import io.severabridge.sync.record.NothingIs;
import org.jspecify.annotations.Nullable;

/** What both systems mean by a contact. {@code language} is as the ERP numbers it. */
record Contact(
        @NothingIs("?") String firstName,
        String lastName,
        @Nullable String jobTitle,
        @Nullable String language,
        boolean active) {}
