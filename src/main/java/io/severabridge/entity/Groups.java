package io.severabridge.entity;

import io.severabridge.company.Company;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;
import org.jspecify.annotations.Nullable;

/** Whether a record is active or meant, by the value of a group in the ERP. */
public final class Groups {
    private Groups() {}

    /** Whether a row carries a group that the company file names. */
    public static boolean in(Company.@Nullable GroupValue group, int value) {
        return group != null && group.value() == value;
    }

    /**
     * What becomes of a row that its group excludes: where the same group means that a record is inactive, a linked one becomes
     * inactive instead.
     */
    public static Verdict excluded(Company.@Nullable GroupValue exclude, Company.@Nullable GroupValue inactive) {
        return exclude != null && exclude.equals(inactive)
                ? Verdict.skipUnlessLinked(Skip.EXCLUDED)
                : Verdict.skip(Skip.EXCLUDED);
    }

    /** Whether a row is active; null where the company file names no group for it: activity is not mapped then. */
    public static @Nullable Boolean active(Company.@Nullable GroupValue inactive, int value) {
        return inactive == null ? null : (Boolean) (inactive.value() != value);
    }

    /** The same of a record of Severa. */
    public static @Nullable Boolean active(Company.@Nullable GroupValue inactive, @Nullable Boolean isActive) {
        return inactive == null ? null : (Boolean) !Boolean.FALSE.equals(isActive);
    }

    /** The value of the group field that says whether a record is active: 0, or the configured value. */
    public static int groupOf(@Nullable Boolean active, Company.@Nullable GroupValue inactive) {
        return !Boolean.FALSE.equals(active) || inactive == null ? 0 : inactive.value();
    }
}
