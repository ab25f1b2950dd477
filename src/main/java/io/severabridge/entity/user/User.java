package io.severabridge.entity.user;

import io.severabridge.transfer.ErpKey;
import io.severabridge.transfer.IgnoreCase;
import org.jspecify.annotations.Nullable;

/**
 * What both systems mean by a user; title and superior are facets of their own.
 *
 * @param country ISO alpha-2 code
 * @param language as the ERP numbers it
 * @param businessUnit GUID
 */
record User(
        @ErpKey String code,
        String firstName,
        String lastName,
        boolean active,
        @IgnoreCase @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String language,
        @Nullable String businessUnit) {}
