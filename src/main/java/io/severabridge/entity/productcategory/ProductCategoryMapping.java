package io.severabridge.entity.productcategory;

import io.severabridge.entity.NormalForms;
import io.severabridge.entity.SharedRejects;
import io.severabridge.erp.ColumnRejects;
import io.severabridge.failure.Rejected;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Mapping page, Product category. */
final class ProductCategoryMapping {
    private ProductCategoryMapping() {}

    static ProductCategory fromErp(ErpProductCategory row, MappingContext context) {
        String name = TextNormalizer.line(row.name());
        if (name.isEmpty()) {
            throw new Rejected(
                    SharedRejects.NAME_MISSING,
                    context.column("product-category/rows", "name"),
                    row.name(),
                    "the name is empty");
        }
        return new ProductCategory(String.valueOf(row.number()), name);
    }

    static ProductCategory fromSevera(SeveraProductCategory category, MappingContext context) {
        return new ProductCategory(TextNormalizer.line(category.code()), TextNormalizer.line(category.name()));
    }

    static SeveraProductCategory toSevera(ProductCategory category, String parent, MappingContext context) {
        return new SeveraProductCategory(null, category.code(), category.name(), null);
    }

    static ErpValues toErp(ProductCategory category, @Nullable ErpProductCategory now, MappingContext context) {
        ErpValues values = new ErpValues().with("name", NormalForms.name(category.name()));
        if (now != null || category.code().isEmpty()) {
            return values;
        }
        if (!category.code().matches("[1-9]\\d{0,8}")) {
            throw new Rejected(
                    ColumnRejects.NUMBER_DOES_NOT_FIT,
                    "code",
                    category.code(),
                    "the ERP's categories have whole numbers of at most 9 digits");
        }
        return values.with("number", Long.parseLong(category.code()));
    }
}
