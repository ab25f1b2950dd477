package io.severabridge.entity.businessunit;

import io.severabridge.company.Company;
import io.severabridge.entity.Groups;
import io.severabridge.entity.NormalForms;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;
import io.severabridge.sync.record.TextNormalizer;

/** Departments that are not excluded by their group; to the ERP go active units with a code, but the root unit. */
final class BusinessUnitScope implements Scope<ErpBusinessUnit, SeveraBusinessUnit> {
    @Override
    public Verdict row(ErpBusinessUnit row, Company company) {
        return Groups.in(company.businessUnits().exclude(), row.excludeGroup())
                ? Verdict.skip(Skip.EXCLUDED)
                : Verdict.transfer();
    }

    @Override
    public Verdict newRecord(SeveraBusinessUnit unit, MappingContext context) {
        if (unit.parentGuid() == null) {
            return Verdict.skip(Skip.ROOT_UNIT);
        }
        NormalForms.refuseBlank(unit.code());
        if (TextNormalizer.orNull(unit.code()) == null) {
            return Verdict.skip(Skip.NO_CODE);
        }
        return Boolean.FALSE.equals(unit.isActive()) ? Verdict.skip(Skip.INACTIVE) : Verdict.transfer();
    }
}
