package io.severabridge.sync.plan;

import io.severabridge.sync.mapping.MappingContext;

/** A row with what is to be done with it. */
public record DecidedRow<E extends Record, S extends Record, A extends Record>(
        E row, String key, String label, MappingContext context, Decision<S, A> decision) {}
