package io.severabridge.sync.mapping;

import io.severabridge.company.Company;

/** Which rows of the ERP and records of Severa are transferred. What is not overridden is. */
public interface Scope<E extends Record, S extends Record> {
    /** Decides on a row by itself, before the match: a row that is not transferred takes no record of Severa. */
    default Verdict row(E row, Company company) {
        return Verdict.transfer();
    }

    /** Decides on a row by what it belongs to, after the match: transferred or skipped. */
    default Verdict belonging(E row, MappingContext context) {
        return Verdict.transfer();
    }

    /** Decides on a record of Severa that the ERP does not have: transferred, skipped or held back. */
    default Verdict newRecord(S record, MappingContext context) {
        return Verdict.transfer();
    }

    /** Decides on a record of Severa whose row the ERP has: transferred, or held back, which leaves the row as it is. */
    default Verdict knownRecord(S record, MappingContext context) {
        return Verdict.transfer();
    }
}
