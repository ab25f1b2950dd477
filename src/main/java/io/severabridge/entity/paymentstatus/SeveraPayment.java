package io.severabridge.entity.paymentstatus;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** InvoiceOutputModel of the API document, as far as it is about payment. */
record SeveraPayment(
        @Nullable String guid,
        @Nullable Status status,
        @Nullable LocalDate paymentDate,
        @Nullable OffsetDateTime createdDateTime) {
    /** InvoiceStatusSubModel. */
    record Status(@Nullable String guid, @Nullable Boolean isPaid) {}
}
