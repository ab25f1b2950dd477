package io.severabridge.sync.plan;

import io.severabridge.failure.Rejected;
import java.util.Map;

/** What the columns hold that a definition writes. */
public interface ErpColumns {
    /** Characters of the text columns, by parameter. */
    Map<String, Integer> lengths();

    /**
     * Refuses what a column cannot hold.
     *
     * @throws Rejected naming column and value
     */
    void check(Map<String, Object> values);
}
