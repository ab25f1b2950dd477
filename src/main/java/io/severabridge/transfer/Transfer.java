package io.severabridge.transfer;

import java.util.List;

/**
 * One entity on its way in one direction: a few pieces, in this order, a step each. Both directions of a register have the
 * same parts.
 *
 * @param name entity and direction, such as {@code customer-to-severa}
 * @param purpose one sentence for people
 */
public record Transfer(String name, String purpose, List<Piece> pieces) {
    private static final String TO_ERP = "-to-erp";

    public Transfer(String name, String purpose, Piece... pieces) {
        this(name, purpose, List.of(pieces));
    }

    /** Whether it writes to the ERP; else it writes to Severa. */
    public boolean towardsErp() {
        return name.endsWith(TO_ERP);
    }

    /** The name of a piece's step: that of the transfer for the first, with the entity behind it for the others. */
    public String stepName(Piece piece) {
        return piece == pieces.get(0) ? name : name + "/" + piece.entity();
    }
}
