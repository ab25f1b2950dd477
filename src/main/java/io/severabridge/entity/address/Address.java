package io.severabridge.entity.address;

import org.jspecify.annotations.Nullable;

/**
 * What both systems mean by an address.
 *
 * @param lines joined by line breaks
 * @param country ISO alpha-2 code
 */
record Address(
        @Nullable String lines,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String phone,
        @Nullable String fax) {}
