package io.severabridge.sync.staging;

/**
 * What a step has read that comes before the records of a transfer.
 *
 * @param read records that a system has answered, or that were looked at
 * @param kept those of them that are kept, or that were matched
 */
public record ReadCounts(long read, long kept) {}
