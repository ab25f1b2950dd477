package io.severabridge.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run compares with the last one's must not depend on the order in which a Java process happens to keep a map. */
class MappedTest {
    @Test
    void theOrderOfMapsDoesNotMatter(@TempDir Path folder) throws IOException {
        Company company = Fjord.read(folder, Fjord.SMALLEST);
        Map<String, Integer> reversed = new LinkedHashMap<>();
        List<String> tags =
                company.languageMappings().keySet().stream().sorted().toList();
        for (int i = tags.size() - 1; i >= 0; i--) {
            reversed.put(
                    tags.get(i),
                    java.util.Objects.requireNonNull(company.languageMappings().get(tags.get(i))));
        }
        assertThat(reversed).hasSizeGreaterThan(5);
        assertThat(with(company, reversed).mapped()).isEqualTo(company.mapped());
        reversed.put("nb-NO", 1);
        assertThat(with(company, reversed).mapped()).isNotEqualTo(company.mapped());
    }

    private static Company with(Company c, Map<String, Integer> languages) {
        return new Company(
                c.name(),
                c.erp(),
                c.severa(),
                c.bridgeDatabase(),
                c.masters(),
                c.onConflict(),
                c.businessUnits(),
                c.users(),
                c.productCategories(),
                c.products(),
                c.customers(),
                c.billingAddress(),
                c.otherAddresses(),
                c.contacts(),
                c.projects(),
                c.workHours(),
                c.costs(),
                c.invoices(),
                c.paymentStatus(),
                languages,
                c.numberSeries());
    }
}
