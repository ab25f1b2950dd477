package io.severabridge.entity.productcategory;

/** A row of {@code product-category/rows.sql}. */
record ErpProductCategory(int number, String name) {
    String key() {
        return String.valueOf(number);
    }
}
