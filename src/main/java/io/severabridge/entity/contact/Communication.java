package io.severabridge.entity.contact;

/** An e-mail address or number of a contact. {@code kind} is as Severa calls it. */
record Communication(String kind, String value) {}
