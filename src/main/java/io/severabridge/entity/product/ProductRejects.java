package io.severabridge.entity.product;

import io.severabridge.failure.Reason;
import java.util.List;

/** Reject codes of products alone. */
public final class ProductRejects {
    static final Reason PRICE_IN_FOREIGN_CURRENCY =
            new Reason("price-in-foreign-currency", "enter a generic price in the company's own currency");
    static final Reason UNKNOWN_CATEGORY =
            new Reason("unknown-category", "enter the product category, or correct the product's category number");
    static final Reason UNKNOWN_UNIT =
            new Reason("unknown-unit", "correct the unit number, or enter the unit in the ERP");

    /** All of them, for the catalogue. */
    public static final List<Reason> ALL = List.of(PRICE_IN_FOREIGN_CURRENCY, UNKNOWN_CATEGORY, UNKNOWN_UNIT);

    private ProductRejects() {}
}
