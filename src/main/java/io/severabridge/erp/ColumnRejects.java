package io.severabridge.erp;

import io.severabridge.failure.Reason;
import java.util.List;

/** What a column of the ERP cannot hold. */
public final class ColumnRejects {
    public static final Reason NUMBER_DOES_NOT_FIT =
            new Reason("number-does-not-fit", "give the record a number that the ERP's column holds");
    public static final Reason OUTSIDE_CODE_PAGE =
            new Reason("outside-code-page", "replace the character by one that the ERP's code page has");
    public static final Reason TOO_LONG = new Reason("too-long", "shorten the text");

    /** All of them, for the catalogue. */
    public static final List<Reason> ALL = List.of(NUMBER_DOES_NOT_FIT, OUTSIDE_CODE_PAGE, TOO_LONG);

    private ColumnRejects() {}
}
