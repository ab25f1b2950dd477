/** Errors, named by what happens next: hand the record back, try again later, fix the set-up. */
@NullMarked
package io.severabridge.failure;

import org.jspecify.annotations.NullMarked;
