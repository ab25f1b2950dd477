package io.severabridge.entity.user;

import io.severabridge.entity.PersonName;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.record.RecordBuilder;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** UserInputModel and UserOutputModel of the API document, as far as they are used. */
record SeveraUser(
        @Nullable String guid,
        @Nullable String code,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Boolean isActive,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable GuidRef country,
        @Nullable GuidRef language,
        @Nullable GuidRef businessUnit,
        @Nullable GuidRef superiorUser,
        @Nullable String title,
        @Nullable Contract workContract,
        @Nullable OffsetDateTime createdDateTime) {
    /** The work contract in force (UserWorkContractSubModel), as far as it is used. */
    record Contract(@Nullable String guid, @Nullable String title) {}

    /** First and last name as one. */
    @Nullable
    String name() {
        return PersonName.of(firstName, lastName).joined();
    }

    /** The body that sets the superior alone. */
    static SeveraUser below(@Nullable GuidRef superior) {
        return RecordBuilder.of(SeveraUser.class).with("superiorUser", superior).build();
    }
}
