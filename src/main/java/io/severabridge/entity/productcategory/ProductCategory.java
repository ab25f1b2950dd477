package io.severabridge.entity.productcategory;

import io.severabridge.sync.record.ErpKey;

/** What both systems mean by a product category. */
record ProductCategory(@ErpKey String code, String name) {}
