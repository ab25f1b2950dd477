package io.severabridge.transfer;

/** Finds what a record refers to. */
public interface References {
    /** By the ERP's key of the record, such as an associate number. */
    Reference byKey(String entity, String erpKey);

    /** By the number that people use: employee, customer, unit, category number. */
    Reference byNumber(String entity, String number);

    /** GUID of the business unit that all others are below. */
    String rootUnit();
}
