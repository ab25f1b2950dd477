/** Reading of both systems, matching, and the candidates of a step. */
@NullMarked
package io.severabridge.sync.staging;

import org.jspecify.annotations.NullMarked;
