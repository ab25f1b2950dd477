/**
 * Projects: the rows of one organisational unit. Identified by number, then by name within the customer.
 */
@NullMarked
package io.severabridge.entity.project;

import org.jspecify.annotations.NullMarked;
