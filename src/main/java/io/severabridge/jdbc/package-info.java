/** What both databases need of their addresses. */
@NullMarked
package io.severabridge.jdbc;

import org.jspecify.annotations.NullMarked;
