/** Carries out in Severa what was decided. */
@NullMarked
package io.severabridge.sync.tosevera;

import org.jspecify.annotations.NullMarked;
