package io.severabridge.sync.run;

/** What happened to one record. */
public enum Outcome {
    CREATED,
    UPDATED,
    LINKED,
    UNCHANGED,
    SKIPPED,
    REJECTED,
    /** No record: an ERP row that stands for nothing, such as an empty fax number. */
    ABSENT,
    /** A matter of the other direction, which gives an account of it. */
    PASSED
}
