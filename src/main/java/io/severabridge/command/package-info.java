/** The command line. */
@NullMarked
package io.severabridge.command;

import org.jspecify.annotations.NullMarked;
