package io.severabridge.entity.customer;

import io.severabridge.company.Company;
import io.severabridge.entity.Groups;
import io.severabridge.entity.Resources;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;
import java.util.Objects;

/** Customers that are not excluded by their group; to the ERP go those that are active, with a won project if so configured. */
final class CustomerScope implements Scope<ErpCustomer, SeveraCustomer> {
    @Override
    public Verdict row(ErpCustomer row, Company company) {
        Company.Customers settings = company.customers();
        if (Groups.in(settings.exclude(), row.excludeGroup())) {
            return Groups.excluded(settings.exclude(), settings.inactive());
        }
        return Groups.in(settings.inactive(), row.inactiveGroup())
                ? Verdict.skipUnlessThere(Skip.INACTIVE)
                : Verdict.transfer();
    }

    @Override
    public Verdict newRecord(SeveraCustomer customer, MappingContext context) {
        if (Boolean.FALSE.equals(customer.isActive())) {
            return Verdict.skip(Skip.INACTIVE);
        }
        boolean won = context.eligible(Resources.PROJECTS, Objects.requireNonNull(customer.guid()));
        return context.company().customers().onlyWithWonProject() && !won
                ? Verdict.skip(Skip.NO_WON_PROJECT)
                : Verdict.transfer();
    }
}
