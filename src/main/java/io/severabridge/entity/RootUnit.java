package io.severabridge.entity;

import io.severabridge.failure.WrongSetUp;
import io.severabridge.sync.mapping.MappingContext;
import java.util.List;

/** The business unit of Severa that is above all others. */
public final class RootUnit {
    private RootUnit() {}

    /**
     * Its GUID.
     *
     * @throws WrongSetUp if Severa has none, or several
     */
    public static String of(MappingContext context) {
        List<String> roots = context.withoutParent(Resources.BUSINESS_UNITS);
        if (roots.size() != 1) {
            throw new WrongSetUp("Severa should have one business unit without a parent, it has " + roots.size());
        }
        return roots.get(0);
    }
}
