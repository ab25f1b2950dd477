/** Payments: an invoice that the ERP's customer ledger says is paid gets the status for it in Severa, and the day. */
@NullMarked
package io.severabridge.entity.paymentstatus;

import org.jspecify.annotations.NullMarked;
