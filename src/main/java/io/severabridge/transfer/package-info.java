/** The engine: turns the declaration of a transfer into Spring Batch steps. It alone knows links, change detection, intents and rejection. */
@NullMarked
package io.severabridge.transfer;

import org.jspecify.annotations.NullMarked;
