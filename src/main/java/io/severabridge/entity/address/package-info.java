/**
 * Billing addresses (columns of the customer) and other addresses (associates of their own). Identified by kind and content
 * below their customer.
 */
@NullMarked
package io.severabridge.entity.address;

import org.jspecify.annotations.NullMarked;
