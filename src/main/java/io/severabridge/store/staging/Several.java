package io.severabridge.store.staging;

/** What becomes of several records in Severa that fit one in the ERP. */
public enum Several {
    REJECT,
    OLDEST,
    /** Two of one name are an error, whatever they are linked to: a record may have one only. */
    ONLY_ONE
}
