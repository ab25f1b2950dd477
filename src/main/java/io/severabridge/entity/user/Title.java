package io.severabridge.entity.user;

import org.jspecify.annotations.Nullable;

/** The title of an employee; Severa keeps it in the work contract. */
record Title(@Nullable String title) {}
