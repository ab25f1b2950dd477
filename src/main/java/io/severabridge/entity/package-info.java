/** What the entities' mappings share: names, address lines, code tables. */
@NullMarked
package io.severabridge.entity;

import org.jspecify.annotations.NullMarked;
