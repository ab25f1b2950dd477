/** What a run has read of both systems, staged for matching and deciding. */
@NullMarked
package io.severabridge.store.staging;

import org.jspecify.annotations.NullMarked;
