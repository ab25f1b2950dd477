/** Code tables of both systems, read whole when a job starts and kept in memory: countries, currencies, languages, units, terms, types. */
@NullMarked
package io.severabridge.reference;

import org.jspecify.annotations.NullMarked;
