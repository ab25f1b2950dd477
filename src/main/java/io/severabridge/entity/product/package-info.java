/**
 * Products with their generic price, identified by product number or code, exactly. A product whose number is the code of a
 * work type or travel expense type stands for that and is not created.
 */
@NullMarked
package io.severabridge.entity.product;

import org.jspecify.annotations.NullMarked;
