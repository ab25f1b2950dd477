/**
 * Employees of the ERP (associates with an employee number), users in Severa. Identified by employee number or code, then by
 * e-mail address, which Severa needs as login. Rejected: an e-mail address used twice, a superior who is not there.
 */
@NullMarked
package io.severabridge.entity.user;

import org.jspecify.annotations.NullMarked;
