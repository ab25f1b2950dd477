package io.severabridge.entity.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.entity.Known;
import io.severabridge.failure.Rejected;
import io.severabridge.sync.mapping.MappingContext;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductMappingTest {
    private static ErpProduct row(String number, int unit, int category, int priceCurrency, int prices) {
        return new ErpProduct(
                number,
                "Audit",
                unit,
                category,
                priceCurrency == 0 || priceCurrency == 47 ? prices : 0,
                new BigDecimal("1200.5"),
                BigDecimal.TEN,
                0,
                prices,
                prices,
                priceCurrency,
                "",
                0);
    }

    @Test
    void aProductHasUnitCategoryAndPricesInTheHomeCurrency() {
        MappingContext context = Known.context();
        Product product = ProductMapping.fromErp(row("0038", 1, 2, 47, 1), context);
        assertThat(product)
                .isEqualTo(new Product(
                        "0038", "Audit", "stk", "product-category-2", new BigDecimal("1200.5"), BigDecimal.TEN));
        assertThat(ProductMapping.toSevera(product, "", context).unitPrice())
                .extracting("currencyCode")
                .isEqualTo("NOK");
        assertThat(ProductMapping.fromSevera(ProductMapping.toSevera(product, "", context), context))
                .isEqualTo(product);
    }

    @ParameterizedTest(name = "unit {0}, category {1}, currency {2} is rejected as {3}")
    @CsvSource({
        "7, 0, 0, unknown-unit",
        "0, 404, 0, unknown-category",
        "0, 0, 978, price-in-foreign-currency",
        "0, 0, 5, unknown-currency",
    })
    void whatCannotBeMappedIsRejected(int unit, int category, int currency, String code) {
        assertThatThrownBy(() -> ProductMapping.fromErp(row("1", unit, category, currency, 1), Known.context()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason().code()).isEqualTo(code));
    }

    @Test
    void severalGenericPricesAreAWarning() {
        MappingContext context = Known.context();
        ProductMapping.fromErp(row("1", 0, 0, 0, 2), context);
        assertThat(context.warnings()).extracting(MappingContext.Warning::code).containsExactly("several-prices");
    }

    private static ErpProduct priced(int line, int purchaseCurrency, int generic, int valid, int currency) {
        return new ErpProduct(
                "1",
                "Audit",
                0,
                0,
                line,
                line == 0 ? BigDecimal.ZERO : BigDecimal.TEN,
                line == 0 ? BigDecimal.ZERO : BigDecimal.ONE,
                purchaseCurrency,
                generic,
                valid,
                currency,
                "",
                0);
    }

    @ParameterizedTest(name = "{0} generic price rows, none valid today")
    @ValueSource(ints = {1, 2})
    void withoutAValidPriceItGoesForNothingAndARemarkSaysSo(int generic) {
        MappingContext context = Known.context();
        Product product = ProductMapping.fromErp(priced(0, 0, generic, 0, 0), context);
        assertThat(product.unitPrice()).isZero();
        assertThat(product.unitCost()).isZero();
        assertThat(context.warnings()).extracting(MappingContext.Warning::code).containsExactly("no-valid-price");
    }

    @ParameterizedTest(name = "{0} valid generic price rows, all in a foreign currency")
    @ValueSource(ints = {1, 2})
    void foreignPricesAloneAreRejected(int rows) {
        assertThatThrownBy(() -> ProductMapping.fromErp(priced(0, 0, rows, rows, 978), Known.context()))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.reason().code()).isEqualTo("price-in-foreign-currency");
                    assertThat(rejected.value()).isEqualTo("EUR");
                });
    }

    @Test
    void aForeignPurchasePriceIsRejectedOnlyWhereItIsTheCost() {
        ErpProduct row = priced(1, 978, 1, 1, 0);
        assertThatThrownBy(() -> ProductMapping.fromErp(row, Known.context()))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.field()).isEqualTo("PrDcMat.PurcCur"));
        MappingContext context =
                Known.context("products: { guid-field: Inf7 }", "products: { guid-field: Inf7, unit-cost: CstPr }");
        assertThat(ProductMapping.fromErp(row, context).unitCost()).isEqualByComparingTo("1");
    }

    @Test
    void aProductStandsForAllTypesOfItsNumber() {
        assertThat(ProductMapping.types(row("T100", 0, 0, 0, 0), Known.context()))
                .containsExactly("t1", "t2");
        assertThat(ProductMapping.types(row("t100", 0, 0, 0, 0), Known.context()))
                .isEmpty();
    }

    @Test
    void theCategoryIsNotMappedWhenCategoriesAreOff() {
        MappingContext context =
                Known.context("product-categories: { enabled: true }", "product-categories: { enabled: false }");
        assertThat(ProductMapping.fromErp(row("1", 0, 404, 0, 0), context).category())
                .isNull();
    }

    private static Product product(String unit) {
        return new Product("A1", "Audit", unit, "product-category-2", new BigDecimal("12.5"), BigDecimal.ONE);
    }

    @Test
    void aProductIsWrittenWithTheNumberOfItsUnitAndCategory() {
        assertThat(ProductMapping.toErp(product("stk"), null, Known.context()).all())
                .containsEntry("number", "A1")
                .containsEntry("unit", 1L)
                .containsEntry("category", 2L)
                .containsEntry("unitPrice", new BigDecimal("12.5"));
    }

    @Test
    void aUnitThatTheErpDoesNotHaveLeavesItsOwnWithAWarning() {
        MappingContext context = Known.context();
        assertThat(ProductMapping.toErp(product("litre"), row("A1", 1, 2, 0, 1), context)
                        .all())
                .containsEntry("unit", 1L);
        assertThat(context.warnings())
                .singleElement()
                .extracting(MappingContext.Warning::code)
                .isEqualTo("unit-not-in-erp");
    }

    @Test
    void aProductWithoutACodeIsRejected() {
        Product nameless = new Product("", "Audit", null, null, BigDecimal.ZERO, BigDecimal.ZERO);
        assertThatThrownBy(() -> ProductMapping.toErp(nameless, null, Known.context()))
                .isInstanceOf(Rejected.class);
    }
}
