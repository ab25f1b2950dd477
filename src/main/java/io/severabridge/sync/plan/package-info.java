/** Deciding: from a candidate to a decision, without clock, database or call. */
@NullMarked
package io.severabridge.sync.plan;

import org.jspecify.annotations.NullMarked;
