package io.severabridge.entity.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.entity.Known;
import io.severabridge.failure.Rejected;
import io.severabridge.transfer.Facts;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductMappingTest {
    private static ErpProduct row(String number, int unit, int category, int priceCurrency, int prices) {
        return new ErpProduct(
                number,
                "Audit",
                unit,
                category,
                1,
                new BigDecimal("1200.5"),
                BigDecimal.TEN,
                priceCurrency,
                prices,
                "",
                0);
    }

    @Test
    void aProductHasUnitCategoryAndPricesInTheHomeCurrency() {
        Facts facts = Known.facts();
        Product product = ProductMapping.fromErp(row("0038", 1, 2, 47, 1), facts);
        assertThat(product)
                .isEqualTo(new Product(
                        "0038", "Audit", "stk", "product-category-2", new BigDecimal("1200.5"), BigDecimal.TEN));
        assertThat(ProductMapping.toSevera(product, "", facts).unitPrice())
                .extracting("currencyCode")
                .isEqualTo("NOK");
        assertThat(ProductMapping.fromSevera(ProductMapping.toSevera(product, "", facts), facts))
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
        assertThatThrownBy(() -> ProductMapping.fromErp(row("1", unit, category, currency, 1), Known.facts()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason().code()).isEqualTo(code));
    }

    @Test
    void severalGenericPricesAreAWarning() {
        Facts facts = Known.facts();
        ProductMapping.fromErp(row("1", 0, 0, 0, 2), facts);
        assertThat(facts.warnings()).extracting(Facts.Warning::code).containsExactly("several-prices");
    }

    @Test
    void aProductStandsForAllTypesOfItsNumber() {
        assertThat(ProductMapping.types(row("T100", 0, 0, 0, 0), Known.facts())).containsExactly("t1", "t2");
        assertThat(ProductMapping.types(row("t100", 0, 0, 0, 0), Known.facts())).isEmpty();
    }

    @Test
    void theCategoryIsNotMappedWhenCategoriesAreOff() {
        Facts facts = Known.facts("product-categories: { enabled: true }", "product-categories: { enabled: false }");
        assertThat(ProductMapping.fromErp(row("1", 0, 404, 0, 0), facts).category())
                .isNull();
    }

    private static Product product(String unit) {
        return new Product("A1", "Audit", unit, "product-category-2", new BigDecimal("12.5"), BigDecimal.ONE);
    }

    @Test
    void aProductIsWrittenWithTheNumberOfItsUnitAndCategory() {
        assertThat(ProductMapping.toErp(product("stk"), null, Known.facts()).all())
                .containsEntry("number", "A1")
                .containsEntry("unit", 1L)
                .containsEntry("category", 2L)
                .containsEntry("unitPrice", new BigDecimal("12.5"));
    }

    @Test
    void aUnitThatTheErpDoesNotHaveLeavesItsOwnWithAWarning() {
        Facts facts = Known.facts();
        assertThat(ProductMapping.toErp(product("litre"), row("A1", 1, 2, 0, 1), facts)
                        .all())
                .containsEntry("unit", 1L);
        assertThat(facts.warnings())
                .singleElement()
                .extracting(Facts.Warning::code)
                .isEqualTo("unit-not-in-erp");
    }

    @Test
    void aProductWithoutACodeIsRejected() {
        Product nameless = new Product("", "Audit", null, null, BigDecimal.ZERO, BigDecimal.ZERO);
        assertThatThrownBy(() -> ProductMapping.toErp(nameless, null, Known.facts()))
                .isInstanceOf(Rejected.class);
    }
}
