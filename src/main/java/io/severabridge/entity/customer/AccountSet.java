package io.severabridge.entity.customer;

/** The account set of a customer, by the name that both systems give it. */
record AccountSet(String name) {}
