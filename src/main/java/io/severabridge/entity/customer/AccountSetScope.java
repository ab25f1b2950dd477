package io.severabridge.entity.customer;

import io.severabridge.company.Company;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Verdict;

/** A customer may have no account set. */
final class AccountSetScope implements Scope<ErpCustomer, SeveraMembership> {
    @Override
    public Verdict row(ErpCustomer row, Company company) {
        return row.accountSet() == 0 ? Verdict.noRecord() : Verdict.transfer();
    }
}
