package io.severabridge.entity.product;

import io.severabridge.company.Company;
import io.severabridge.entity.Groups;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Skip;
import io.severabridge.sync.mapping.Verdict;

/** Products that are not excluded by their group; to the ERP go active ones. */
final class ProductScope implements Scope<ErpProduct, SeveraProduct> {
    @Override
    public Verdict row(ErpProduct row, Company company) {
        return Groups.in(company.products().exclude(), row.excludeGroup())
                ? Verdict.skip(Skip.EXCLUDED)
                : Verdict.transfer();
    }

    @Override
    public Verdict newRecord(SeveraProduct product, MappingContext context) {
        return Boolean.FALSE.equals(product.isActive()) ? Verdict.skip(Skip.INACTIVE) : Verdict.transfer();
    }
}
