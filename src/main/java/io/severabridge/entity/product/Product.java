package io.severabridge.entity.product;

import io.severabridge.sync.record.ErpKey;
import io.severabridge.sync.record.NothingIs;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What both systems mean by a product.
 *
 * @param category GUID
 * @param unitPrice in the company's own currency, as is {@code unitCost}; 0 where there is no generic price
 */
record Product(
        @ErpKey String code,
        String name,
        @Nullable String unit,
        @Nullable String category,
        @NothingIs("0") BigDecimal unitPrice,
        @NothingIs("0") BigDecimal unitCost) {}
