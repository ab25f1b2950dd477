/** What a mapping and a scope are written with: pure functions between the shapes of both systems and the agreed record. */
@NullMarked
package io.severabridge.sync.mapping;

import org.jspecify.annotations.NullMarked;
