package io.severabridge.entity.product;

import java.math.BigDecimal;

/**
 * A row of {@code product/rows.sql}, with the generic price row chosen there.
 *
 * @param category number in the field that the company file names; 0 for none
 * @param genericPrices how many generic price rows the product has
 * @param priceCurrency number; 0 for the company's own
 */
record ErpProduct(
        String number,
        String name,
        int unit,
        int category,
        BigDecimal unitPrice,
        BigDecimal unitCost,
        int priceCurrency,
        int genericPrices,
        String guid,
        int excludeGroup) {}
