/**
 * The bench that would find us out: the program as a process of its own, killed, stopped and lied to at random moments, and both
 * systems afterwards compared with those of a run that nobody disturbed.
 */
@NullMarked
package io.severabridge.exactlyonce;

import org.jspecify.annotations.NullMarked;
