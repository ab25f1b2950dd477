/**
 * Departments of the ERP (rows of an organisational unit), business units in Severa. Identified by their number or code.
 * Rejected: one below itself, a parent that is not there.
 */
@NullMarked
package io.severabridge.entity.businessunit;

import org.jspecify.annotations.NullMarked;
