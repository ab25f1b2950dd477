/** The program: where it starts. */
@NullMarked
package io.severabridge;

import org.jspecify.annotations.NullMarked;
