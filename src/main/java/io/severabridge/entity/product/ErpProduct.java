package io.severabridge.entity.product;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code product/rows.sql}, with the generic price row chosen there.
 *
 * @param category number in the field that the company file names; 0 for none
 * @param priceLine key of the generic price row; 0 for none
 * @param genericPrices how many generic price rows the product has
 * @param priceCurrency number; 0 for the company's own
 */
record ErpProduct(
        String number,
        String name,
        int unit,
        int category,
        long priceLine,
        BigDecimal unitPrice,
        BigDecimal unitCost,
        int priceCurrency,
        int genericPrices,
        String guid,
        int excludeGroup) {
    /** The generic price row, which has a table of its own; null for none. */
    @Nullable
    String priceKey() {
        return priceLine == 0 ? null : String.valueOf(priceLine);
    }
}
