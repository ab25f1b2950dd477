package io.severabridge.entity.project;

import io.severabridge.company.Company;
import io.severabridge.entity.Entities;
import io.severabridge.entity.Groups;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Reference;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;

/** Projects of customers that are transferred; to the ERP go won and internal ones that have a number. */
final class ProjectScope implements Scope<ErpProject, SeveraProject> {
    @Override
    public Verdict row(ErpProject row, Company company) {
        return Groups.in(company.projects().exclude(), row.excludeGroup())
                ? Verdict.skip(Skip.EXCLUDED)
                : Verdict.transfer();
    }

    @Override
    public Verdict belonging(ErpProject row, MappingContext context) {
        boolean without = row.customer() != 0
                && context.byNumber(Entities.CUSTOMER, String.valueOf(row.customer()))
                        instanceof Reference.NotTransferred;
        return without ? Verdict.skip(Skip.PARENT_NOT_TRANSFERRED) : Verdict.transfer();
    }

    @Override
    public Verdict newRecord(SeveraProject project, MappingContext context) {
        if (!project.goesToErp(context.codes())) {
            return Verdict.skip(Skip.NOT_WON);
        }
        return project.number() == null ? Verdict.skip(Skip.NO_CODE) : Verdict.transfer();
    }
}
