package io.severabridge.entity.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.entity.Known;
import io.severabridge.entity.invoice.InvoiceDetails.Entry;
import io.severabridge.entity.invoice.InvoiceDetails.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Mapping page, Order line: the product number. What a row is made of is written as kind, type and quantity; type 404 is not in
 * the ERP, a fee without type has no product. Configured are D900, R200 for travel, T100 for hours.
 */
class ProductOfRowTest {
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one product             | FEE product-A1 1                             | A1",
                "one product             | FEE product-A1 1, FEE product-A1 2           | A1",
                "one product             | FEE product-404 1                            | D900",
                "one product             | FEE product-A1 1, HOUR type-T7 5             | A1",
                "one travel expense      | TRAVEL type-R1 1                             | R1",
                "one travel expense      | TRAVEL type-R1 1, TRAVEL type-R1 1           | R1",
                "one travel expense      | TRAVEL type-404 1                            | R200",
                "several travel expenses | TRAVEL type-R1 1, TRAVEL type-R2 1           | R200",
                "one item                | FEE - 1                                      | D900",
                "at least one hour       | HOUR type-T7 1                               | T7",
                "at least one hour       | HOUR type-404 1                              | T100",
                "at least one hour       | HOUR type-T7 1, HOUR type-T8 2               | T8",
                "at least one hour       | HOUR type-T7 1, HOUR type-T8 2, HOUR type-T7 1 | T7",
                "all other cases         | FEE product-A1 1, FEE product-B2 1           | D900",
                "all other cases         | FEE - 1, FEE - 1                             | D900",
                "all other cases         |                                              | D900",
            })
    void theFirstLineThatFitsDecides(String line, @Nullable String made, String product) {
        List<Entry> entries = entries(made);
        assertThat(ProductOfRow.number(entries, Known.context())).isEqualTo(product);
        ProductOfRow.Content content = ProductOfRow.Content.of(entries);
        assertThat(ProductOfRow.TABLE.stream()
                        .filter(each -> each.fits().test(content))
                        .findFirst()
                        .orElseThrow()
                        .name())
                .isEqualTo(line);
    }

    @Test
    void theTableHasTheLinesOfTheMappingPage() {
        assertThat(ProductOfRow.TABLE.stream().map(ProductOfRow.Line::name))
                .containsExactly(
                        "one product",
                        "one travel expense",
                        "several travel expenses",
                        "one item",
                        "at least one hour",
                        "all other cases");
    }

    private static List<Entry> entries(@Nullable String made) {
        List<Entry> entries = new ArrayList<>();
        if (made != null) {
            for (String entry : made.split(", ", -1)) {
                String[] words = entry.split(" ", -1);
                entries.add(entry(Kind.valueOf(words[0]), words[1].equals("-") ? null : words[1], words[2]));
            }
        }
        return entries;
    }

    private static Entry entry(Kind kind, @Nullable String type, String quantity) {
        BigDecimal number = new BigDecimal(quantity);
        return new Entry(kind, "guid", null, null, type, number, number, BigDecimal.ONE, null, null, false);
    }
}
