package io.severabridge.entity.product;

import io.severabridge.entity.Entities;
import io.severabridge.entity.Groups;
import io.severabridge.entity.NormalForms;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.store.staging.Keys;
import io.severabridge.transfer.Direction;
import io.severabridge.transfer.ErpTable;
import io.severabridge.transfer.Mapping;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Resource;
import io.severabridge.transfer.Source;
import io.severabridge.transfer.Texts;
import io.severabridge.transfer.Transfer;
import java.util.List;

/** Products with their generic price. */
public final class ProductTransfers {
    private static final String PATH = "/v1/products";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.TOKEN);

    private static final Resource<SeveraProduct> PRODUCTS = new Resource<>(
            "products",
            SeveraProduct.class,
            LIST,
            SeveraProduct::guid,
            product -> new Keys(Texts.orNull(product.code()), null, Texts.folded(product.name())),
            SeveraProduct::createdDateTime);

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

    private static Part<ErpProduct, SeveraProduct, Product> product() {
        return new Part<>(
                        Entities.PRODUCT,
                        PRODUCTS,
                        Source.of(
                                "product/rows",
                                ErpProduct.class,
                                ErpProduct::number,
                                row -> "product " + Texts.line(row.number()) + " " + Texts.line(row.name())),
                        new Mapping<>(
                                Product.class,
                                ProductMapping::fromErp,
                                ProductMapping::fromSevera,
                                ProductMapping::toSevera,
                                ProductMapping::toErp))
                .textKey(company -> true)
                .master(company -> company.masters().products())
                .matchedBy((row, facts) -> new Keys(Texts.orNull(row.number()), null, Texts.folded(row.name())))
                .guidIn(ErpProduct::guid, "product/guid")
                .identifiedBy(product -> List.of(product.name()))
                .excluded((row, company) -> Groups.in(company.products().exclude(), row.excludeGroup()))
                .elsewhere("code of a work or travel type", ProductMapping::types)
                .createdAt(PATH)
                .deletedWith("settings:delete")
                .updatedAt(product -> PATH + "/" + product.guid())
                .lookedUpIn((product, parent) -> LIST.with("code", product.code()))
                .writtenTo(ErpTable.of("product/update", "product/insert", ErpProduct::number))
                .writtenTo(ErpTable.of("product/price-update", "product/price-insert", ErpProduct::priceKey)
                        .numbered("priceLine", "product/next-price"))
                .usedIn("orders", "product/used-in-orders")
                .usedIn("prices", "product/used-in-prices")
                .usedInSevera(ListRequest.of("/v1/projectfees", Paging.TOKEN), "product")
                .notInErp(ProductMapping::notInErp)
                .calledInSevera(product -> "product " + NormalForms.text(product.code()) + " " + product.name());
    }
}
