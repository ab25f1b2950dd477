package io.severabridge.entity;

import io.severabridge.failure.Rejected;
import io.severabridge.reference.CodeTables;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.MappingContext;
import org.jspecify.annotations.Nullable;

/** A project as Severa was last read to have it, for what refers to it (ProjectOutputModel of the API document). */
public record ProjectInSevera(
        String guid,
        @Nullable Long number,
        @Nullable String name,
        @Nullable GuidRef customer,
        @Nullable GuidRef businessUnit,
        @Nullable GuidRef projectOwner,
        @Nullable GuidRef currency,
        @Nullable Boolean isInternal,
        @Nullable Boolean isClosed,
        @Nullable Status salesStatus) {
    /** Where the sale stands. */
    public record Status(@Nullable String salesStatusTypeGuid) {
        boolean won(CodeTables codes) {
            return codes.severa().wonStatuses().contains(salesStatusTypeGuid);
        }
    }

    /** Null where it is not known. */
    public static @Nullable ProjectInSevera of(@Nullable String guid, MappingContext context) {
        return context.staged(Resources.PROJECTS, guid, ProjectInSevera.class);
    }

    /**
     * The project that a record of Severa refers to; null where it refers to none.
     *
     * @throws Rejected if Severa does not list it: what it is worth in the ERP cannot be told
     */
    public static @Nullable ProjectInSevera referred(@Nullable String guid, MappingContext context) {
        ProjectInSevera project = of(guid, context);
        if (guid != null && project == null) {
            throw new Rejected(
                    SharedRejects.UNKNOWN_PROJECT,
                    "project",
                    guid,
                    "Severa does not list the project that it refers to");
        }
        return project;
    }

    /** Only won and internal projects go to the ERP, and make their customer go there. */
    public static boolean goesToErp(@Nullable Status sale, @Nullable Boolean internal, CodeTables codes) {
        return (sale != null && sale.won(codes)) || Boolean.TRUE.equals(internal);
    }

    /** Whether the ERP should have it. */
    public boolean belongsInErp(CodeTables codes) {
        return number != null && goesToErp(salesStatus, isInternal, codes);
    }

    /** How people call it. */
    public String label() {
        return "project " + (number == null ? "" : number + " ") + name;
    }
}
