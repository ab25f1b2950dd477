package io.severabridge.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.company.Company.Master;
import io.severabridge.company.Company.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {
    record Agreement(
            @Nullable String name,
            @IgnoreCase @Nullable String email,
            @Nullable BigDecimal amount) {}

    private static final Agreed<Agreement> AGREED = new Agreed<>(Agreement.class);

    private static Agreement named(@Nullable String name) {
        return new Agreement(name, null, null);
    }

    private static @Nullable String value(String text) {
        return text.equals("-") ? null : text;
    }

    @ParameterizedTest(name = "first link, master {0}, on conflict {1}: ERP {2}, Severa {3} -> {4}")
    @CsvSource({
        "ERP, ERP, e, s, e",
        "ERP, ERP, -, s, s",
        "ERP, ERP, e, -, e",
        "SEVERA, ERP, e, s, s",
        "SEVERA, ERP, e, -, e",
        "BOTH, ERP, e, s, e",
        "BOTH, SEVERA, e, s, s",
        "BOTH, SEVERA, e, -, e",
        "BOTH, ERP, -, s, s",
    })
    void onAFirstLinkTheMastersValueWinsAndNoEmptyOne(Master master, Side side, String erp, String severa, String to) {
        Merge<Agreement> merge =
                Merge.towardsSevera(AGREED, named(value(erp)), named(value(severa)), null, master, side);
        assertThat(merge.target().name()).isEqualTo(value(to));
        assertThat(merge.changes()).hasSize(to.equals(severa) ? 0 : 1);
    }

    @ParameterizedTest(name = "master {0}, on conflict {1}: ERP {2} -> {3}, Severa {4} -> {5}: {6}")
    @CsvSource({
        "ERP, ERP, a, b, a, a, b",
        "ERP, ERP, a, a, a, s, a",
        "ERP, ERP, a, -, a, a, -",
        "SEVERA, ERP, a, b, a, a, a",
        "BOTH, ERP, a, b, a, a, b",
        "BOTH, ERP, a, a, a, s, s",
        "BOTH, ERP, a, b, a, s, b",
        "BOTH, SEVERA, a, b, a, s, s",
        "BOTH, ERP, a, a, A, A, A",
        "ERP, ERP, a, a, A, A, A",
    })
    void laterWhatChangedDecides(
            Master master, Side side, String erpSeen, String erp, String severaSeen, String severa, String to) {
        Merge.Seen<Agreement> seen = new Merge.Seen<>(named(value(erpSeen)), named(value(severaSeen)));
        Merge<Agreement> merge =
                Merge.towardsSevera(AGREED, named(value(erp)), named(value(severa)), seen, master, side);
        assertThat(merge.target().name()).isEqualTo(value(to));
    }

    @Test
    void bothSidesChangedIsAConflictThatKeepsTheOtherValue() {
        Merge.Seen<Agreement> seen = new Merge.Seen<>(named("a"), named("a"));
        Merge<Agreement> merge = Merge.towardsSevera(AGREED, named("e"), named("s"), seen, Master.BOTH, Side.ERP);
        assertThat(merge.conflicts()).containsExactly(new Merge.Change("name", "s", "e"));
    }

    @Test
    void spellingOfEmailsAndDecimalsIsNoChange() {
        Agreement erp = new Agreement("a", "Kari@x.example", new BigDecimal("1.50"));
        Agreement severa = new Agreement("a", "kari@x.example", new BigDecimal("1.5"));
        Merge<Agreement> merge = Merge.towardsSevera(AGREED, erp, severa, null, Master.ERP, Side.ERP);
        assertThat(merge.changes()).isEmpty();
        assertThat(merge.target()).isEqualTo(severa);
    }

    @Test
    void whatIsLeftToTheOtherDirectionIsFoundThere() {
        Merge<Agreement> merge = Merge.towardsSevera(AGREED, named("e"), named("s"), null, Master.SEVERA, Side.ERP);
        Merge.Seen<Agreement> seen = merge.seenNow(AGREED, named("e"), named("s"), null);
        assertThat(seen.erp().name()).isEqualTo("e");
        assertThat(seen.severa().name())
                .as("differs from what Severa holds: a change")
                .isEqualTo("e");
    }

    @Test
    void anOwnerThatSeveraFilledInNeverBounces() {
        Merge.Seen<Agreement> seen = new Merge.Seen<>(named(null), named("API user"));
        Merge<Agreement> merge =
                Merge.towardsSevera(AGREED, named(null), named("API user"), seen, Master.ERP, Side.ERP);
        assertThat(merge.changes()).isEmpty();
    }

    @Test
    void anAgreedRecordSurvivesItsJson() {
        Agreement record = new Agreement("å", null, new BigDecimal("12.10"));
        assertThat(AGREED.same(AGREED.parse(AGREED.json(record)), record)).isTrue();
    }
}
