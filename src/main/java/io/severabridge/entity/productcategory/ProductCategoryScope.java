package io.severabridge.entity.productcategory;

import io.severabridge.entity.NormalForms;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Scope;
import io.severabridge.sync.mapping.Verdict;

/** Product categories of Severa whose code is none of blanks only. */
final class ProductCategoryScope implements Scope<ErpProductCategory, SeveraProductCategory> {
    @Override
    public Verdict newRecord(SeveraProductCategory category, MappingContext context) {
        NormalForms.refuseBlank(category.code());
        return Verdict.transfer();
    }
}
