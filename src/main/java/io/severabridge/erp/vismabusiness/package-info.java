/** Visma Business: all that is true of this ERP only, beside its statements. */
@NullMarked
package io.severabridge.erp.vismabusiness;

import org.jspecify.annotations.NullMarked;
