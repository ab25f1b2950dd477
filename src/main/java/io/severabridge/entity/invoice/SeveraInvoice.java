package io.severabridge.entity.invoice;

import io.severabridge.severa.GuidRef;
import io.severabridge.severa.MoneyAnswered;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** InvoiceOutputModel of the API document, as far as it is used. */
record SeveraInvoice(
        String guid,
        @Nullable Integer number,
        @Nullable LocalDate date,
        @Nullable Customer customer,
        @Nullable Customer billingCustomer,
        @Nullable List<GuidRef> projects,
        @Nullable Integer paymentTerm,
        @Nullable String ourReference,
        @Nullable String yourReference,
        @Nullable Currency currency,
        @Nullable MoneyAnswered totalExcludingTax,
        @Nullable String receiverContactGuid,
        @Nullable Address receiverAddress,
        @Nullable String senderContactName,
        @Nullable Boolean isCreditNote,
        @Nullable String orderNumber,
        @Nullable String notes,
        @Nullable FreeText freeText1,
        @Nullable FreeText freeText2,
        @Nullable GuidRef language) {
    /** Who is invoiced. */
    record Customer(
            @Nullable String guid,
            @Nullable String name,
            @Nullable Long number) {
        String label() {
            return "customer " + (number == null ? "" : number + " ") + name;
        }
    }

    record Currency(@Nullable String guid, @Nullable String code) {}

    /** Where it goes; the country is a name. */
    record Address(
            @Nullable String addressline,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {}

    /** A text that may hold mark-up. */
    record FreeText(@Nullable String plainText, @Nullable String value) {
        static @Nullable String plain(@Nullable FreeText text) {
            if (text == null) {
                return null;
            }
            boolean plain = text.plainText() != null && !text.plainText().isBlank();
            return plain || text.value() == null ? text.plainText() : PlainText.of(text.value());
        }
    }

    @Nullable
    String currencyCode() {
        return currency == null ? null : currency.code();
    }

    /** What it comes to without tax, in its own currency; null where Severa does not say it. */
    @Nullable
    BigDecimal total() {
        return totalExcludingTax == null ? null : totalExcludingTax.in(currencyCode());
    }

    boolean creditNote() {
        return Boolean.TRUE.equals(isCreditNote);
    }

    String label() {
        return (creditNote() ? "credit note " : "invoice ") + (number == null ? guid : number);
    }
}
