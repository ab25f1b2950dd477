/** A rehearsal of the ERP: what would be written is kept beside it, and read as if it were there. */
@org.jspecify.annotations.NullMarked
package io.severabridge.erp.rehearsal;
