/** What an entity and a document are, declared once for both directions, immutable and checked when it is built. */
@NullMarked
package io.severabridge.sync.definition;

import org.jspecify.annotations.NullMarked;
