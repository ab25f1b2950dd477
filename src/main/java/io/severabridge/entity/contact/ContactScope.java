package io.severabridge.entity.contact;

import io.severabridge.company.Company;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;

/** Active contacts. */
final class ContactScope implements Scope<ErpContact, SeveraContact> {
    @Override
    public Verdict row(ErpContact row, Company company) {
        return row.inactive() == 0 ? Verdict.transfer() : Verdict.skipUnlessThere(Skip.INACTIVE);
    }

    @Override
    public Verdict newRecord(SeveraContact contact, MappingContext context) {
        return Boolean.FALSE.equals(contact.isActive()) ? Verdict.skip(Skip.INACTIVE) : Verdict.transfer();
    }
}
