/** Makes Spring Batch steps of definitions. */
@NullMarked
package io.severabridge.sync.step;

import org.jspecify.annotations.NullMarked;
