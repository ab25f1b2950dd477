/**
 * Product categories, identified by their number or code. Only where the company file switches them on.
 */
@NullMarked
package io.severabridge.entity.productcategory;

import org.jspecify.annotations.NullMarked;
