package io.severabridge.entity.user;

import io.severabridge.company.Company;
import io.severabridge.entity.Groups;
import io.severabridge.entity.NormalForms;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;

/** Employees with an e-mail address that are not excluded by their group; to the ERP go active users but the one of the API. */
final class UserScope implements Scope<ErpUser, SeveraUser> {
    @Override
    public Verdict row(ErpUser row, Company company) {
        Company.Users settings = company.users();
        if (Groups.in(settings.exclude(), row.excludeGroup())) {
            return Groups.excluded(settings.exclude(), settings.inactive());
        }
        if (Groups.in(settings.inactive(), row.inactiveGroup())) {
            return Verdict.skipUnlessThere(Skip.INACTIVE);
        }
        return row.email().isEmpty() ? Verdict.skipUnlessThere(Skip.NO_EMAIL) : Verdict.transfer();
    }

    @Override
    public Verdict newRecord(SeveraUser user, MappingContext context) {
        String api = context.company().users().apiUser();
        String name = user.firstName() + " " + user.lastName();
        if (api.equalsIgnoreCase(user.email()) || api.equalsIgnoreCase(name)) {
            return Verdict.skip(Skip.API_USER);
        }
        if (Boolean.FALSE.equals(user.isActive())) {
            return Verdict.skip(Skip.INACTIVE);
        }
        NormalForms.refuseBlank(user.code());
        return Verdict.transfer();
    }
}
