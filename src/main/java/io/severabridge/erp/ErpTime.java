package io.severabridge.erp;

import java.time.Instant;
import java.util.Map;

/**
 * How an ERP tells when a row changed, and how a change is stamped. Marks are numbers that grow with time, in the form of the
 * column {@code changedAt} of the statements that read rows; one below 10,000 says that the time is not known.
 */
public interface ErpTime {
    /** Parameters that each statement which reads rows may use, such as the day of today. */
    Map<String, Object> reading();

    /** Now, as a mark to go on from. */
    long mark();

    long mark(Instant instant);

    /** From where on rows are read again when all were read up to a mark: clocks differ, and what is written is seen late. */
    long since(long mark);

    /** Time and user of a change, by the parameters that statements have for them. */
    Map<String, Object> change();
}
