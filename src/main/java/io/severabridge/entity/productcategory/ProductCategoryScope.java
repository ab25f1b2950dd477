package io.severabridge.entity.productcategory;

import io.severabridge.entity.NormalForms;
import io.severabridge.transfer.MappingContext;
import io.severabridge.transfer.Scope;
import io.severabridge.transfer.Verdict;

/** Product categories of Severa whose code is none of blanks only. */
final class ProductCategoryScope implements Scope<ErpProductCategory, SeveraProductCategory> {
    @Override
    public Verdict newRecord(SeveraProductCategory category, MappingContext context) {
        NormalForms.refuseBlank(category.code());
        return Verdict.transfer();
    }
}
