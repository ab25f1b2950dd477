/**
 * Invoices: those with the status that asks for it become orders of the ERP, each once, with its lines, in one transaction.
 * Known by the GUID in the order. Afterwards their status says whether it was done.
 */
@NullMarked
package io.severabridge.entity.invoice;

import org.jspecify.annotations.NullMarked;
