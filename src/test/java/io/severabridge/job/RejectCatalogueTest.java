package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.failure.Reason;
import org.junit.jupiter.api.Test;

/** What entities and engine declare, put together; {@code ArchitectureTest} finds what is declared and left out. */
class RejectCatalogueTest {
    @Test
    void eachCodeIsDeclaredOnce() {
        assertThat(RejectCatalogue.all()).extracting(Reason::code).doesNotHaveDuplicates();
        assertThat(RejectCatalogue.codes()).hasSameSizeAs(RejectCatalogue.all()).hasSizeGreaterThan(45);
    }

    @Test
    void aTaxCodeThatTheCompanyFileLacksIsFixedByASetting() {
        assertThat(RejectCatalogue.fixedBySetting()).containsExactly("reverse-charge-tax-code-missing");
    }
}
