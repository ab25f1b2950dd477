/** A second ERP, which shows that the engine knows none. */
@NullMarked
package io.severabridge.erp.tiny;

import org.jspecify.annotations.NullMarked;
