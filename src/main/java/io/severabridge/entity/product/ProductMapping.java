package io.severabridge.entity.product;

import io.severabridge.entity.Codes;
import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Money;
import io.severabridge.severa.Pointer;
import io.severabridge.transfer.ErpValues;
import io.severabridge.transfer.Facts;
import io.severabridge.transfer.Skip;
import io.severabridge.transfer.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mapping page, Product. */
final class ProductMapping {
    private ProductMapping() {}

    static Product fromErp(ErpProduct row, Facts facts) {
        if (row.name().isEmpty()) {
            throw new Rejected(Reason.NAME_MISSING, "Descr", row.name(), "the name is empty");
        }
        String currency = Codes.currency(row.priceCurrency(), facts);
        if (row.genericPrices() > 0 && !currency.equals(facts.company().erp().homeCurrency())) {
            throw new Rejected(
                    Reason.PRICE_IN_FOREIGN_CURRENCY, "PrDcMat.Cur", currency, "the generic price is in " + currency);
        }
        if (row.genericPrices() > 1) {
            facts.warn(
                    "several-prices",
                    "has " + row.genericPrices() + " generic price rows; the first valid one is sent");
        }
        return new Product(
                row.number(),
                row.name(),
                row.unit() == 0
                        ? null
                        : Codes.known(facts.codes().erp().units(), row.unit(), Reason.UNKNOWN_UNIT, "StSaleUn", "unit"),
                category(row, facts),
                row.unitPrice(),
                row.unitCost());
    }

    private static @Nullable String category(ErpProduct row, Facts facts) {
        if (!facts.company().productCategories().enabled() || row.category() == 0) {
            return null;
        }
        String number = String.valueOf(row.category());
        return facts.optional(
                facts.byNumber("product-category", number),
                facts.company().productCategories().field(),
                number,
                Reason.UNKNOWN_CATEGORY);
    }

    static Product fromSevera(SeveraProduct product, Facts facts) {
        return new Product(
                Objects.requireNonNullElse(product.code(), ""),
                Objects.requireNonNullElse(product.name(), ""),
                Texts.orNull(product.measurementUnit()),
                facts.company().productCategories().enabled() ? Pointer.guidOf(product.productCategory()) : null,
                amount(product.unitPrice()),
                amount(product.unitCost()));
    }

    private static BigDecimal amount(@Nullable Money money) {
        return money == null || money.amount() == null ? BigDecimal.ZERO : money.amount();
    }

    static SeveraProduct toSevera(Product product, String parent, Facts facts) {
        String currency = facts.company().erp().homeCurrency();
        return new SeveraProduct(
                null,
                product.code(),
                product.name(),
                product.unit(),
                Pointer.to(product.category()),
                new Money(product.unitPrice(), currency),
                new Money(product.unitCost(), currency),
                null,
                null);
    }

    /** Work types and travel expense types with the product's number as code: the product stands for them. */
    static List<String> types(ErpProduct row, Facts facts) {
        return facts.codes().severa().typeCodes().getOrDefault(row.number(), List.of());
    }

    static ErpValues toErp(Product product, @Nullable ErpProduct now, Facts facts) {
        ErpValues values = new ErpValues()
                .with("name", product.name())
                .with("unit", unit(product, now, facts))
                .with("category", category(product, now, facts))
                .with("unitPrice", product.unitPrice())
                .with("unitCost", product.unitCost());
        // A price row of its own is added for a product that has none.
        return values.with("number", now == null ? code(product) : now.number());
    }

    private static String code(Product product) {
        if (product.code().isEmpty()) {
            throw new Rejected(Reason.CODE_MISSING, "code", "", "the product has no code in Severa");
        }
        return product.code();
    }

    /** A unit must be in the ERP's table; one that is not leaves what stands there. */
    private static int unit(Product product, @Nullable ErpProduct now, Facts facts) {
        int stays = now == null ? 0 : now.unit();
        if (product.unit() == null) {
            return 0;
        }
        var units = facts.codes().erp().units();
        if (product.unit().equals(units.get(stays))) {
            return stays;
        }
        if (!units.containsValue(product.unit())) {
            facts.warn("unit-not-in-erp", "keeps its unit in the ERP: it has no unit " + product.unit());
            return stays;
        }
        return Codes.numberOf(units, product.unit(), Reason.UNKNOWN_UNIT, "unit");
    }

    private static long category(Product product, @Nullable ErpProduct now, Facts facts) {
        if (!facts.company().productCategories().enabled()) {
            return now == null ? 0 : now.category();
        }
        return Long.parseLong(facts.erpReference(
                "category",
                product.category(),
                facts.erpNumber("product-category", product.category()),
                now == null ? null : String.valueOf(now.category()),
                "0"));
    }

    static @Nullable Skip notInErp(SeveraProduct product, Facts facts) {
        return Boolean.FALSE.equals(product.isActive()) ? Skip.INACTIVE : null;
    }
}
