/** The command line. */
@NullMarked
package io.severabridge.cli;

import org.jspecify.annotations.NullMarked;
