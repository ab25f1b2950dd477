package io.severabridge.entity.productcategory;

import io.severabridge.bridge.Keys;
import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.transfer.Facts;
import io.severabridge.transfer.Mapping;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Resource;
import io.severabridge.transfer.Source;
import io.severabridge.transfer.Texts;
import io.severabridge.transfer.Transfer;
import java.util.Objects;

/** Product categories: number and name (mapping page, Product category). */
public final class ProductCategoryTransfers {
    private static final String PATH = "/v1/productcategories";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.OFFSET);

    private static final Resource<SeveraProductCategory> CATEGORIES = Resource.of(
            "productcategories",
            SeveraProductCategory.class,
            LIST,
            SeveraProductCategory::guid,
            category -> new Keys(Texts.orNull(category.code()), null, Texts.folded(category.name())),
            SeveraProductCategory::createdDateTime);

    private ProductCategoryTransfers() {}

    public static Transfer toSevera() {
        return new Transfer(
                "product-category-to-severa",
                "Product categories, where they are switched on.",
                new Part<>(
                                "product-category",
                                CATEGORIES,
                                Source.of(
                                        "product-category/rows",
                                        ErpProductCategory.class,
                                        row -> String.valueOf(row.number()),
                                        row -> "product category " + row.number() + " " + row.name()),
                                new Mapping<>(
                                        ProductCategory.class,
                                        ProductCategoryTransfers::fromErp,
                                        ProductCategoryTransfers::fromSevera,
                                        (category, parent, facts) -> new SeveraProductCategory(
                                                null, category.code(), category.name(), null)))
                        .enabled(company -> company.productCategories().enabled())
                        .master(company -> company.masters().productCategories())
                        .matchedBy(
                                (row, facts) -> new Keys(String.valueOf(row.number()), null, Texts.folded(row.name())))
                        .createdAt(PATH)
                        .updatedAt(category -> PATH + "/" + category.guid())
                        .lookedUpIn((category, parent) -> LIST));
    }

    static ProductCategory fromErp(ErpProductCategory row, Facts facts) {
        if (row.name().isEmpty()) {
            throw new Rejected(Reason.NAME_MISSING, "Descr", row.name(), "the name is empty");
        }
        return new ProductCategory(String.valueOf(row.number()), row.name());
    }

    static ProductCategory fromSevera(SeveraProductCategory category, Facts facts) {
        return new ProductCategory(
                Objects.requireNonNullElse(category.code(), ""), Objects.requireNonNullElse(category.name(), ""));
    }
}
