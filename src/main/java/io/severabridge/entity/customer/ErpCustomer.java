package io.severabridge.entity.customer;

import java.math.BigDecimal;

/**
 * A row of {@code customer/rows.sql}.
 *
 * @param responsible employee number; 0 for none
 * @param turnover in the company's own currency
 * @param interest percent; 0 for not known
 */
record ErpCustomer(
        long id,
        long number,
        String name,
        String companyNo,
        int responsible,
        int currency,
        int language,
        int paymentTerms,
        BigDecimal turnover,
        String email,
        int employees,
        String website,
        int operator,
        String eInvoiceAddress,
        BigDecimal interest,
        int accountSet,
        String guid,
        int inactiveGroup,
        int excludeGroup) {
    String key() {
        return String.valueOf(id);
    }

    String label() {
        return "customer " + number + " " + name;
    }
}
