/** Speaks HTTP with Severa: token, pace, pages, patches, errors. Knows no entity and no ERP. */
@NullMarked
package io.severabridge.severa;

import org.jspecify.annotations.NullMarked;
