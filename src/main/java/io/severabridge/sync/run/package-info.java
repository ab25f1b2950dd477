/** What the steps of one run share: both systems, the bridge's books, counts and limits. */
@NullMarked
package io.severabridge.sync.run;

import org.jspecify.annotations.NullMarked;
