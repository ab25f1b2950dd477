package io.severabridge.entity.contact;

import org.jspecify.annotations.Nullable;

/** An e-mail address or number of a contact. {@code kind} is as Severa calls it; {@code value} is null for none. */
record Communication(String kind, @Nullable String value) {}
