package io.severabridge.entity.user;

import org.jspecify.annotations.Nullable;

/**
 * The superior of an employee.
 *
 * @param user GUID
 */
record Superior(@Nullable String user) {}
