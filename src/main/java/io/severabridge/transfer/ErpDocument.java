package io.severabridge.transfer;

import java.math.BigDecimal;
import java.util.List;

/**
 * A document of the ERP that is not there yet: a head, its lines in their order, and rows of another table that get its number.
 *
 * @param total what the lines come to
 * @param marked each with {@code key} of the row
 */
public record ErpDocument(ErpValues head, List<ErpValues> lines, List<ErpValues> marked, BigDecimal total) {
    public ErpDocument {
        lines = List.copyOf(lines);
        marked = List.copyOf(marked);
    }
}
