package io.severabridge.sync.definition;

import io.severabridge.sync.mapping.Direction;
import java.util.List;

/**
 * One entity on its way in one direction: a few parts, in this order, a step each. Both directions of a register have the
 * same definitions.
 *
 * @param entity what people call it by
 * @param purpose one sentence for people
 */
public record Transfer(String entity, Direction direction, String purpose, List<StepDefinition> parts) {
    public Transfer {
        for (StepDefinition part : parts) {
            if (part instanceof EntityDefinition<?, ?, ?> definition
                    && !definition.mapping().goes(direction)) {
                throw new IllegalArgumentException(
                        definition.entity() + ": its mapping does not go " + direction.word());
            }
        }
    }

    public Transfer(String entity, Direction direction, String purpose, StepDefinition... parts) {
        this(entity, direction, purpose, List.of(parts));
    }

    /** Entity and direction, such as {@code customer-to-severa}. */
    public String name() {
        return name(entity, direction);
    }

    /** How the transfer of an entity in one direction is called. */
    public static String name(String entity, Direction direction) {
        return entity + "-" + direction.word();
    }

    /** Whether it writes to the ERP; else it writes to Severa. */
    public boolean towardsErp() {
        return direction == Direction.TO_ERP;
    }

    /** The name of a part's step. */
    public String stepName(StepDefinition part) {
        return StepName.of(this, part);
    }
}
