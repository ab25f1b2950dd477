package io.severabridge.store.staging;

import org.jspecify.annotations.Nullable;

/**
 * What a record is matched by, in normal form; null where it has none.
 *
 * @param number number or code
 * @param email in small letters
 * @param name in small letters, or the content for records without a name
 */
public record MatchValues(
        @Nullable String number,
        @Nullable String email,
        @Nullable String name) {
    /** A record that matches nothing. */
    public static final MatchValues NONE = new MatchValues(null, null, null);

    /** The same keys as they count below one parent only; none where there is no parent. */
    public MatchValues below(@Nullable String parentGuid) {
        return parentGuid == null
                ? NONE
                : new MatchValues(scoped(parentGuid, number), scoped(parentGuid, email), scoped(parentGuid, name));
    }

    private static @Nullable String scoped(String parentGuid, @Nullable String key) {
        return key == null ? null : parentGuid + " " + key;
    }
}
