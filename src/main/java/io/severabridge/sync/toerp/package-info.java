/** Carries out in the ERP what was decided. */
@NullMarked
package io.severabridge.sync.toerp;

import org.jspecify.annotations.NullMarked;
