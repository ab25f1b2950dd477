/** What a run leaves behind for people and machines: pure functions of its figures, and the folder that they go to. */
@NullMarked
package io.severabridge.report;

import org.jspecify.annotations.NullMarked;
