package io.severabridge.entity.address;

/**
 * A row of {@code address/billing.sql} or {@code address/others.sql}.
 *
 * @param customer associate number of the customer; of a billing address its own
 */
record ErpAddress(
        long id,
        long customer,
        String name,
        String line1,
        String line2,
        String line3,
        String line4,
        String postCode,
        String city,
        int country,
        String phone,
        String fax,
        String guid) {
    String key() {
        return String.valueOf(id);
    }

    String customerKey() {
        return String.valueOf(customer);
    }

    /** Neither line, post code nor city: no address. */
    boolean empty() {
        return (line1 + line2 + line3 + line4 + postCode + city).isBlank();
    }
}
