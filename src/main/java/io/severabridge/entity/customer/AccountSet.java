package io.severabridge.entity.customer;

import org.jspecify.annotations.Nullable;

/** The account set of a customer, by the name that both systems give it; null for none. */
record AccountSet(@Nullable String name) {}
