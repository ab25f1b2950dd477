/** What ends a run, named by what happens next: try again, or mend the set-up. */
@NullMarked
package io.severabridge.failure;

import org.jspecify.annotations.NullMarked;
