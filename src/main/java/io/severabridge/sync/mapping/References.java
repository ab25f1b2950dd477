package io.severabridge.sync.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a record refers to. */
public interface References {
    /** By the ERP's key of the record, such as an associate number. */
    Reference byKey(String entity, String erpKey);

    /** By the number that people use: employee, customer, unit, category number. */
    Reference byNumber(String entity, String number);

    /** The ERP's key of a record by its GUID in Severa; null where it is not linked. */
    @Nullable
    String erpKey(String entity, String guid);

    /** The ERP's number of a record by its GUID in Severa; null where it is not linked. */
    @Nullable
    String erpNumber(String entity, String guid);

    /** Whether a record of Severa was handed back to people on its way to the ERP. */
    boolean isRejected(String entity, String guid);

    /** A record of Severa as last read, as far as {@code type} shows it; null where it is not known. */
    <T extends Record> @Nullable T staged(String resource, String guid, Class<T> type);

    /** Whether a resource has a record below this one that makes it go to the ERP. */
    boolean eligible(String resource, String guid);

    /** GUIDs of the records of a resource that are below no other. */
    List<String> withoutParent(String resource);

    /** What the ERP calls a record of Severa, with its GUID; for messages. */
    String label(String entity, String guid);
}
