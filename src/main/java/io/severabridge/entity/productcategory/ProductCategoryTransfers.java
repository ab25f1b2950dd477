package io.severabridge.entity.productcategory;

import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.SharedRejects;
import io.severabridge.erp.ColumnRejects;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.store.staging.Keys;
import io.severabridge.transfer.Direction;
import io.severabridge.transfer.ErpTable;
import io.severabridge.transfer.ErpValues;
import io.severabridge.transfer.Facts;
import io.severabridge.transfer.Mapping;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Resource;
import io.severabridge.transfer.Source;
import io.severabridge.transfer.Texts;
import io.severabridge.transfer.Transfer;
import org.jspecify.annotations.Nullable;

/** Product categories: number and name (mapping page, Product category). */
public final class ProductCategoryTransfers {
    private static final String PATH = "/v1/productcategories";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.OFFSET);

    private static final Resource<SeveraProductCategory> CATEGORIES = new Resource<>(
            "productcategories",
            SeveraProductCategory.class,
            LIST,
            SeveraProductCategory::guid,
            category -> new Keys(Texts.orNull(category.code()), null, Texts.folded(category.name())),
            SeveraProductCategory::createdDateTime);

    private ProductCategoryTransfers() {}

    public static Transfer toSevera() {
        return new Transfer(
                Entities.PRODUCT_CATEGORY,
                Direction.TO_SEVERA,
                "Product categories, where they are switched on.",
                category());
    }

    public static Transfer toErp() {
        return new Transfer(
                Entities.PRODUCT_CATEGORY,
                Direction.TO_ERP,
                "Product categories of Severa, where they are switched on.",
                category());
    }

    private static Part<ErpProductCategory, SeveraProductCategory, ProductCategory> category() {
        return new Part<>(
                        Entities.PRODUCT_CATEGORY,
                        CATEGORIES,
                        Source.of(
                                "product-category/rows",
                                ErpProductCategory.class,
                                ErpProductCategory::key,
                                row -> "product category " + row.number() + " " + row.name()),
                        new Mapping<>(
                                ProductCategory.class,
                                ProductCategoryTransfers::fromErp,
                                ProductCategoryTransfers::fromSevera,
                                (category, parent, facts) ->
                                        new SeveraProductCategory(null, category.code(), category.name(), null),
                                ProductCategoryTransfers::toErp))
                .enabled(company -> company.productCategories().enabled())
                .master(company -> company.masters().productCategories())
                .matchedBy((row, facts) -> new Keys(String.valueOf(row.number()), null, Texts.folded(row.name())))
                .createdAt(PATH)
                .deletedWith("settings:delete")
                .alsoCalled("category")
                .updatedAt(category -> PATH + "/" + category.guid())
                .lookedUpIn((category, parent) -> LIST)
                .writtenTo(ErpTable.of("product-category/update", "product-category/insert", ErpProductCategory::key)
                        .numbered("number", "product-category/next-id"))
                .numberedByErp("code")
                .usedInSevera(ListRequest.of("/v1/products", Paging.TOKEN), "productCategory")
                .notInErp((category, facts) -> {
                    NormalForms.refuseBlank(category.code());
                    return null;
                })
                .calledInSevera(
                        category -> "product category " + NormalForms.text(category.code()) + " " + category.name());
    }

    static ProductCategory fromErp(ErpProductCategory row, Facts facts) {
        String name = Texts.line(row.name());
        if (name.isEmpty()) {
            throw new Rejected(
                    SharedRejects.NAME_MISSING,
                    facts.column("product-category/rows", "name"),
                    row.name(),
                    "the name is empty");
        }
        return new ProductCategory(String.valueOf(row.number()), name);
    }

    static ProductCategory fromSevera(SeveraProductCategory category, Facts facts) {
        return new ProductCategory(Texts.line(category.code()), Texts.line(category.name()));
    }

    static ErpValues toErp(ProductCategory category, @Nullable ErpProductCategory now, Facts facts) {
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
