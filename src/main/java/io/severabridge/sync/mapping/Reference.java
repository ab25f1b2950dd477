package io.severabridge.sync.mapping;

/** What is known in Severa of a record that another one refers to. */
public sealed interface Reference {
    /** It is there. */
    record Linked(String guid) implements Reference {}

    /** It was handed back to people. */
    record Refused(String label, String entity, String erpKey) implements Reference {}

    /** It is not transferred by rule; {@code why} is the code of the skip. */
    record NotTransferred(String label, String why) implements Reference {}

    /** The ERP has no such record. */
    record Unknown() implements Reference {}

    /** The ERP has several: their labels. */
    record Several(String labels) implements Reference {}
}
