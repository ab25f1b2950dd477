package io.severabridge.transfer;

import java.util.List;

/**
 * One entity on its way in one direction: a few parts, in this order, a step each. Both directions of an entity have the
 * same parts.
 *
 * @param name entity and direction, such as {@code customer-to-severa}
 * @param purpose one sentence for people
 */
public record Transfer(String name, String purpose, List<Part<?, ?, ?>> parts) {
    private static final String TO_ERP = "-to-erp";

    public Transfer(String name, String purpose, Part<?, ?, ?>... parts) {
        this(name, purpose, List.of(parts));
    }

    /** Whether it writes to the ERP; else it writes to Severa. */
    public boolean towardsErp() {
        return name.endsWith(TO_ERP);
    }

    /** The name of a part's step: that of the transfer for the first, with the entity behind it for the others. */
    public String stepName(Part<?, ?, ?> part) {
        return part == parts.get(0) ? name : name + "/" + part.entity();
    }
}
