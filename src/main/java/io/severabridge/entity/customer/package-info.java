/**
 * Customers of the ERP (associates with a customer number), and the account set as their market segment. Identified by number
 * without leading zeros, then by name.
 */
@NullMarked
package io.severabridge.entity.customer;

import org.jspecify.annotations.NullMarked;
