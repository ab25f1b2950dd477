/** What is known before a run, and proved after it. */
@NullMarked
package io.severabridge.check;

import org.jspecify.annotations.NullMarked;
