package io.severabridge.entity.address;

import io.severabridge.company.Company;
import io.severabridge.entity.AddressLines;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;
import io.severabridge.sync.record.TextNormalizer;

/** Addresses that hold something; a billing address has columns of the customer, and makes no row of its own. */
final class AddressScope implements Scope<ErpAddress, SeveraAddress> {
    @Override
    public Verdict row(ErpAddress row, Company company) {
        return row.empty() ? Verdict.noRecord() : Verdict.transfer();
    }

    @Override
    public Verdict newRecord(SeveraAddress address, MappingContext context) {
        boolean empty = AddressLines.normal(address.addressline()) == null
                && TextNormalizer.orNull(address.postalCode()) == null
                && TextNormalizer.orNull(address.city()) == null;
        return empty || Boolean.TRUE.equals(address.isBillingAddress()) ? Verdict.skip(Skip.EMPTY) : Verdict.transfer();
    }
}
