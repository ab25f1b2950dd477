package io.severabridge.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What a record is matched by, in normal form; null where it has none.
 *
 * @param number number or code
 * @param email in small letters
 * @param name in small letters, or the content for records without a name
 * @param parent GUID of the record that names are unique within; null: of none
 */
public record Keys(
        @Nullable String number,
        @Nullable String email,
        @Nullable String name,
        @Nullable String parent) {
    /** A record that matches nothing. */
    public static final Keys NONE = new Keys(null, null, null, null);
}
