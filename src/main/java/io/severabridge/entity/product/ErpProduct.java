package io.severabridge.entity.product;

import io.severabridge.erp.AsStored;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code product/rows.sql}, with the generic price row chosen there.
 *
 * @param category number in the field that the company file names; 0 for none
 * @param priceLine key of the generic price row; 0 for none that is valid today and in the company's own currency
 * @param purchaseCurrency of the generic price row's purchase price; 0 for the company's own
 * @param genericPrices how many generic price rows the product has
 * @param validPrices how many of them are valid today
 * @param otherCurrency highest number of their currencies; 0 for the company's own
 */
record ErpProduct(
        @AsStored String number,
        String name,
        int unit,
        int category,
        long priceLine,
        BigDecimal unitPrice,
        BigDecimal unitCost,
        int purchaseCurrency,
        int genericPrices,
        int validPrices,
        int otherCurrency,
        String guid,
        int excludeGroup) {
    /** The generic price row, which has a table of its own; null for none. */
    @Nullable
    String priceKey() {
        return priceLine == 0 ? null : String.valueOf(priceLine);
    }
}
