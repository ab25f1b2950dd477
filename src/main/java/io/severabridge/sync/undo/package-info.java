/** Takes back what an execution has done. */
@NullMarked
package io.severabridge.sync.undo;

import org.jspecify.annotations.NullMarked;
