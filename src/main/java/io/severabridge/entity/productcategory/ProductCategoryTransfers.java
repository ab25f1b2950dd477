package io.severabridge.entity.productcategory;

import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpSource;
import io.severabridge.sync.definition.ErpTable;
import io.severabridge.sync.definition.MatchKeys;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.SeveraSide;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.RecordMapping;

/** Product categories: number and name (mapping page, Product category). */
public final class ProductCategoryTransfers {
    private static final String PATH = "/v1/productcategories";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.OFFSET);

    private static final MatchKeys<ErpProductCategory, SeveraProductCategory> KEYS = MatchKeys.code(
                    ErpProductCategory::number, SeveraProductCategory::code)
            .and(MatchKeys.name(ErpProductCategory::name, SeveraProductCategory::name));

    private static final SeveraResource<SeveraProductCategory> CATEGORIES = SeveraResource.of(
                    "productcategories",
                    SeveraProductCategory.class,
                    LIST,
                    SeveraProductCategory::guid,
                    SeveraProductCategory::createdDateTime)
            .matchedBy(KEYS)
            .build();

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

    private static EntityDefinition<ErpProductCategory, SeveraProductCategory, ProductCategory> category() {
        return EntityDefinition.of(Entities.PRODUCT_CATEGORY, erp(), severa(), mapping())
                .enabled(company -> company.productCategories().enabled())
                .master(company -> company.masters().productCategories())
                .alsoCalled("category")
                .match(rules -> rules.by(KEYS))
                .scope(new ProductCategoryScope())
                .undo(rules -> rules.usedInSevera(ListRequest.of("/v1/products", Paging.TOKEN), "productCategory"))
                .build();
    }

    private static ErpSource<ErpProductCategory> erp() {
        return ErpSource.of(
                        "product-category/rows",
                        ErpProductCategory.class,
                        ErpProductCategory::key,
                        row -> "product category " + row.number() + " " + row.name())
                .writtenTo(ErpTable.of("product-category/update", "product-category/insert", ErpProductCategory::key)
                        .numbered("number", "product-category/next-id"))
                .numberedByErp("code")
                .build();
    }

    private static SeveraSide<SeveraProductCategory> severa() {
        return SeveraSide.of(CATEGORIES)
                .createdAt(PATH)
                .updatedAt(category -> PATH + "/" + category.guid())
                .deletedWith("settings:delete")
                .called(category -> "product category " + NormalForms.text(category.code()) + " " + category.name())
                .build();
    }

    private static RecordMapping<ErpProductCategory, SeveraProductCategory, ProductCategory> mapping() {
        return RecordMapping.bothWays(
                        ProductCategory.class,
                        ProductCategoryMapping::fromErp,
                        ProductCategoryMapping::fromSevera,
                        ProductCategoryMapping::toSevera,
                        ProductCategoryMapping::toErp)
                .lookedUpIn((category, parent) -> LIST)
                .build();
    }
}
