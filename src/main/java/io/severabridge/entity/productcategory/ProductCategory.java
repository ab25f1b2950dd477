package io.severabridge.entity.productcategory;

/** What both systems mean by a product category. */
record ProductCategory(String code, String name) {}
