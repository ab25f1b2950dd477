/** Our own database: batch tables, links, intents, rejects, notices, journal, staged records. Knows no entity. */
@NullMarked
package io.severabridge.bridge;

import org.jspecify.annotations.NullMarked;
