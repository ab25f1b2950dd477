package io.severabridge.entity.user;

import io.severabridge.sync.record.KeptWhenEmpty;
import org.jspecify.annotations.Nullable;

/** The title of an employee; Severa keeps it in the work contract. */
record Title(@KeptWhenEmpty @Nullable String title) {}
