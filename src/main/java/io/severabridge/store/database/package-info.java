/** The bridge database itself: connection, login, migrations, compaction, the lock of a company. */
@NullMarked
package io.severabridge.store.database;

import org.jspecify.annotations.NullMarked;
