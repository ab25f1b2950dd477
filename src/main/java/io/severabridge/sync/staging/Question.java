package io.severabridge.sync.staging;

/**
 * What is asked of other records.
 *
 * @param of entity, or resource of Severa
 * @param about key, number or GUID; empty where the question is about all
 */
record Question(Ask ask, String of, String about) {
    /** What is to be known. */
    enum Ask {
        /** The reference to a record by its key in the ERP. */
        BY_KEY,
        /** The same by the number that people use. */
        BY_NUMBER,
        /** The ERP's key of a record of Severa. */
        ERP_KEY,
        /** The ERP's number of a record of Severa. */
        ERP_NUMBER,
        /** Whether a record of Severa was handed back to people. */
        REJECTED,
        /** The body of a record of Severa. */
        BODY,
        /** Whether a record of Severa has another below it that makes it go to the ERP. */
        ELIGIBLE,
        /** The GUIDs of the records that are below no other. */
        WITHOUT_PARENT,
        /** What the ERP calls a record of Severa. */
        LABEL
    }
}
