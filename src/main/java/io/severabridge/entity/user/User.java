package io.severabridge.entity.user;

import io.severabridge.sync.record.ErpKey;
import io.severabridge.sync.record.IgnoreCase;
import io.severabridge.sync.record.KeptWhenEmpty;
import io.severabridge.sync.record.NothingIs;
import org.jspecify.annotations.Nullable;

/**
 * What both systems mean by a user; title and superior are facets of their own.
 *
 * @param active null where no group says so: then it is not mapped
 * @param country ISO alpha-2 code
 * @param language as the ERP numbers it
 * @param businessUnit GUID
 */
record User(
        @ErpKey String code,
        @NothingIs("?") String firstName,
        String lastName,
        @Nullable Boolean active,
        @IgnoreCase @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String language,
        @KeptWhenEmpty @Nullable String businessUnit) {}
