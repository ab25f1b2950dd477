/**
 * Work hours: entries of Severa that were approved, as rows of a table of free information. They go one way, and are known by
 * their GUID. What lost its approval, or was deleted, stays in the ERP and is handed back to people.
 */
@NullMarked
package io.severabridge.entity.workhour;

import org.jspecify.annotations.NullMarked;
