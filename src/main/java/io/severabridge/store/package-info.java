/** Our own database, copied and compared as a whole. Knows no entity. */
@NullMarked
package io.severabridge.store;

import org.jspecify.annotations.NullMarked;
