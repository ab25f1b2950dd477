package io.severabridge.entity.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.severabridge.severa.GuidRef;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ContactCommunicationModel of the API document, as far as it is used. */
record SeveraCommunication(
        @Nullable String guid,
        @Nullable String value,
        @Nullable GuidRef contact,
        @Nullable Type communicationType,
        @Nullable OffsetDateTime createdDateTime) {
    /** CommunicationTypeSubModel: the kind is {@code type}, there may be several types of a kind. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Type(@Nullable String guid, @Nullable String type) {}

    /** Whether it is of the type that is used, where one is named for its kind. */
    boolean isOf(Map<String, String> types) {
        String named = types.get(kind());
        return named == null || (communicationType != null && named.equals(communicationType.guid()));
    }

    String kind() {
        return communicationType == null || communicationType.type() == null ? "" : communicationType.type();
    }
}
