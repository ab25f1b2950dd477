package io.severabridge.entity.product;

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
import io.severabridge.sync.record.TextNormalizer;
import java.util.List;

/** Products with their generic price. */
public final class ProductTransfers {
    private static final String PATH = "/v1/products";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.TOKEN);

    private static final MatchKeys<ErpProduct, SeveraProduct> KEYS = MatchKeys.code(
                    ErpProduct::number, SeveraProduct::code)
            .and(MatchKeys.name(ErpProduct::name, SeveraProduct::name));

    private static final SeveraResource<SeveraProduct> PRODUCTS = SeveraResource.of(
                    "products", SeveraProduct.class, LIST, SeveraProduct::guid, SeveraProduct::createdDateTime)
            .matchedBy(KEYS)
            .build();

    private ProductTransfers() {}

    public static Transfer toSevera() {
        return new Transfer(
                Entities.PRODUCT,
                Direction.TO_SEVERA,
                "Products with their generic price; those that are work or travel expense types are linked to them.",
                product());
    }

    public static Transfer toErp() {
        return new Transfer(
                Entities.PRODUCT, Direction.TO_ERP, "Products of Severa with their price as generic price.", product());
    }

    private static EntityDefinition<ErpProduct, SeveraProduct, Product> product() {
        return EntityDefinition.of(Entities.PRODUCT, erp(), severa(), mapping())
                .master(company -> company.masters().products())
                .match(rules -> rules.by(KEYS)
                        .identifiedBy(product -> List.of(product.name()))
                        .elsewhere("code of a work or travel type", ProductMapping::types))
                .scope(new ProductScope())
                .undo(rules -> rules.usedIn("orders", "product/used-in-orders")
                        .usedIn("prices", "product/used-in-prices")
                        .usedInSevera(ListRequest.of("/v1/projectfees", Paging.TOKEN), "product"))
                .build();
    }

    private static ErpSource<ErpProduct> erp() {
        return ErpSource.of(
                        "product/rows",
                        ErpProduct.class,
                        ErpProduct::number,
                        row -> "product " + TextNormalizer.line(row.number()) + " " + TextNormalizer.line(row.name()))
                .textKey(company -> true)
                .guidIn(ErpProduct::guid, "product/guid")
                .writtenTo(ErpTable.of("product/update", "product/insert", ErpProduct::number))
                .writtenTo(ErpTable.of("product/price-update", "product/price-insert", ErpProduct::priceKey)
                        .numbered("priceLine", "product/next-price"))
                .build();
    }

    private static SeveraSide<SeveraProduct> severa() {
        return SeveraSide.of(PRODUCTS)
                .createdAt(PATH)
                .updatedAt(product -> PATH + "/" + product.guid())
                .deletedWith("settings:delete")
                .called(product -> "product " + NormalForms.text(product.code()) + " " + product.name())
                .build();
    }

    private static RecordMapping<ErpProduct, SeveraProduct, Product> mapping() {
        return RecordMapping.bothWays(
                        Product.class,
                        ProductMapping::fromErp,
                        ProductMapping::fromSevera,
                        ProductMapping::toSevera,
                        ProductMapping::toErp)
                .lookedUpIn((product, parent) -> LIST.with("code", product.code()))
                .build();
    }
}
