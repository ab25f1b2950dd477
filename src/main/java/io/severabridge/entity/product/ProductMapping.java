package io.severabridge.entity.product;

import io.severabridge.entity.Codes;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.SharedRejects;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.severa.Money;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.record.TextNormalizer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mapping page, Product. */
final class ProductMapping {
    private static final String ROWS = "product/rows";

    private ProductMapping() {}

    static Product fromErp(ErpProduct row, MappingContext context) {
        String number = TextNormalizer.line(row.number());
        if (number.isEmpty()) {
            throw new Rejected(
                    SharedRejects.CODE_MISSING,
                    context.column(ROWS, "number"),
                    row.number(),
                    "the product number is empty");
        }
        String name = TextNormalizer.line(row.name());
        if (name.isEmpty()) {
            throw new Rejected(
                    SharedRejects.NAME_MISSING, context.column(ROWS, "name"), row.name(), "the name is empty");
        }
        lookAtPrices(row, context);
        return new Product(
                number,
                name,
                row.unit() == 0
                        ? null
                        : Codes.known(
                                context.codes().erp().units(),
                                row.unit(),
                                ProductRejects.UNKNOWN_UNIT,
                                context.column(ROWS, "unit"),
                                "unit"),
                category(row, context),
                row.unitPrice(),
                row.unitCost());
    }

    /** One row or several, the answer is the same: prices of 0 where none is valid today. */
    private static void lookAtPrices(ErpProduct row, MappingContext context) {
        if (row.genericPrices() > 0 && row.validPrices() == 0) {
            context.warn(
                    "no-valid-price",
                    "goes without a price: none of its " + row.genericPrices() + " generic price rows is valid today");
            return;
        }
        if (row.validPrices() > 0 && row.priceLine() == 0) {
            String currency = Codes.currency(row.otherCurrency(), context.column(ROWS, "currency"), context);
            throw new Rejected(
                    ProductRejects.PRICE_IN_FOREIGN_CURRENCY,
                    context.column(ROWS, "otherCurrency"),
                    currency,
                    "the generic price that is valid today is in " + currency);
        }
        boolean purchase = context.company().products().unitCostIsPurchasePrice();
        String costs = Codes.currency(purchase ? row.purchaseCurrency() : 0, context.column(ROWS, "currency"), context);
        if (row.unitCost().signum() != 0
                && !costs.equals(context.company().erp().homeCurrency())) {
            throw new Rejected(
                    ProductRejects.PRICE_IN_FOREIGN_CURRENCY,
                    context.column(ROWS, "purchaseCurrency"),
                    costs,
                    "the purchase price is in " + costs);
        }
        if (row.genericPrices() > 1) {
            context.warn(
                    "several-prices",
                    "has " + row.genericPrices() + " generic price rows; the first valid one is sent");
        }
    }

    private static @Nullable String category(ErpProduct row, MappingContext context) {
        if (!context.company().productCategories().enabled() || row.category() == 0) {
            return null;
        }
        String number = String.valueOf(row.category());
        return context.optional(
                "category",
                context.byNumber(Entities.PRODUCT_CATEGORY, number),
                context.company().productCategories().field(),
                number,
                ProductRejects.UNKNOWN_CATEGORY);
    }

    static Product fromSevera(SeveraProduct product, MappingContext context) {
        return new Product(
                TextNormalizer.line(product.code()),
                TextNormalizer.line(product.name()),
                TextNormalizer.orNull(product.measurementUnit()),
                context.company().productCategories().enabled() ? GuidRef.guidOf(product.productCategory()) : null,
                amount(product.unitPrice()),
                amount(product.unitCost()));
    }

    private static BigDecimal amount(@Nullable Money money) {
        return money == null || money.amount() == null ? BigDecimal.ZERO : money.amount();
    }

    static SeveraProduct toSevera(Product product, String parent, MappingContext context) {
        String currency = context.company().erp().homeCurrency();
        return new SeveraProduct(
                null,
                product.code(),
                product.name(),
                product.unit(),
                GuidRef.to(product.category()),
                new Money(product.unitPrice(), currency),
                new Money(product.unitCost(), currency),
                null,
                null);
    }

    /** Work types and travel expense types with the product's number as code: the product stands for them. */
    static List<String> types(ErpProduct row, MappingContext context) {
        return context.codes().severa().typeCodes().getOrDefault(TextNormalizer.line(row.number()), List.of());
    }

    static ErpValues toErp(Product product, @Nullable ErpProduct now, MappingContext context) {
        ErpValues values = new ErpValues()
                .with("name", NormalForms.name(product.name()))
                .with("unit", unit(product, now, context))
                .with("category", category(product, now, context))
                .with("unitPrice", product.unitPrice())
                .with("unitCost", product.unitCost());
        // A price row of its own is added for a product that has none.
        return values.with("number", now == null ? code(product) : now.number());
    }

    private static String code(Product product) {
        if (product.code().isEmpty()) {
            throw new Rejected(SharedRejects.CODE_MISSING, "code", "", "the product has no code in Severa");
        }
        return product.code();
    }

    /** A unit must be in the ERP's table; one that is not leaves what stands there. */
    private static int unit(Product product, @Nullable ErpProduct now, MappingContext context) {
        int stays = now == null ? 0 : now.unit();
        if (product.unit() == null) {
            return 0;
        }
        var units = context.codes().erp().units();
        if (product.unit().equals(units.get(stays))) {
            return stays;
        }
        if (!units.containsValue(product.unit())) {
            context.warn("unit-not-in-erp", "keeps its unit in the ERP: it has no unit " + product.unit());
            return stays;
        }
        return Codes.numberOf(units, product.unit(), ProductRejects.UNKNOWN_UNIT, "unit");
    }

    private static long category(Product product, @Nullable ErpProduct now, MappingContext context) {
        if (!context.company().productCategories().enabled()) {
            return now == null ? 0 : now.category();
        }
        return Long.parseLong(context.erpReference(
                "category",
                product.category(),
                context.erpNumber(Entities.PRODUCT_CATEGORY, product.category()),
                now == null ? null : String.valueOf(now.category()),
                "0"));
    }
}
