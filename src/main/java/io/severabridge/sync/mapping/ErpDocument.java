package io.severabridge.sync.mapping;

import java.math.BigDecimal;
import java.util.List;

/**
 * A document of the ERP that is not there yet: a head, its lines in their order, and rows of another table that get its number.
 *
 * @param total what the lines come to
 * @param marked each with {@code key} of the row
 * @param kept what rows that are still to come will need
 */
public record ErpDocument(
        ErpValues head, List<ErpValues> lines, List<ErpValues> marked, List<Kept> kept, BigDecimal total) {
    /** What a mapping finds later with {@link MappingContext#staged}: under which name, of which record. */
    public record Kept(String resource, String guid, Record body) {}

    public ErpDocument {
        lines = List.copyOf(lines);
        marked = List.copyOf(marked);
        kept = List.copyOf(kept);
    }
}
