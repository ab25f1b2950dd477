/** Records taken apart into fields and put together again; values and texts in normal form. */
@NullMarked
package io.severabridge.sync.record;

import org.jspecify.annotations.NullMarked;
