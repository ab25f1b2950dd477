package io.severabridge.entity.project;

import io.severabridge.entity.ProjectInSevera;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.GuidRef;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** ProjectInputModelBase and ProjectOutputModel of the API document, as far as they are used. */
record SeveraProject(
        @Nullable String guid,
        @Nullable Long number,
        @Nullable String name,
        @Nullable String internalName,
        @Nullable GuidRef customer,
        @Nullable GuidRef businessUnit,
        @Nullable GuidRef projectOwner,
        @Nullable GuidRef customerContact,
        @Nullable GuidRef currency,
        @Nullable Boolean isInternal,
        @Nullable Boolean isClosed,
        ProjectInSevera.@Nullable Status salesStatus,
        @Nullable OffsetDateTime createdDateTime) {
    /** Whether it is won or internal: only such projects go to the ERP, and make their customer go there. */
    boolean goesToErp(CodeTables codes) {
        return ProjectInSevera.goesToErp(salesStatus, isInternal, codes);
    }
}
