package io.severabridge.entity.contact;

import io.severabridge.sync.record.IgnoreCase;
import org.jspecify.annotations.Nullable;

/** An e-mail address or number of a contact. {@code kind} is as Severa calls it; {@code value} is null for none; case makes no difference. */
record Communication(String kind, @IgnoreCase @Nullable String value) {}
