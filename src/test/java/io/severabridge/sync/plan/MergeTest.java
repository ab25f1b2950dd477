package io.severabridge.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.company.Company.Master;
import io.severabridge.company.Company.Side;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.record.ErpKey;
import io.severabridge.sync.record.IgnoreCase;
import io.severabridge.sync.record.KeptWhenEmpty;
import io.severabridge.sync.record.RecordFields;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {
    record Agreement(
            @Nullable String name,
            @IgnoreCase @Nullable String email,
            @Nullable BigDecimal amount) {}

    private static final RecordFields<Agreement> AGREED = new RecordFields<>(Agreement.class);

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
        Merge<Agreement> merge = Merge.of(AGREED, named(value(erp)), named(value(severa)), null, master, side);
        assertThat(merge.forSevera().name()).isEqualTo(value(to));
        assertThat(merge.severaChanges()).hasSize(to.equals(severa) ? 0 : 1);
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
        Merge.Seen<Agreement> seen = new Merge.Seen<>(named(value(erpSeen)), named(value(severaSeen)), Set.of());
        Merge<Agreement> merge = Merge.of(AGREED, named(value(erp)), named(value(severa)), seen, master, side);
        assertThat(merge.forSevera().name()).isEqualTo(value(to));
    }

    @Test
    void bothSidesChangedIsAConflictThatKeepsTheOtherValue() {
        Merge.Seen<Agreement> seen = new Merge.Seen<>(named("a"), named("a"), Set.of());
        Merge<Agreement> merge = Merge.of(AGREED, named("e"), named("s"), seen, Master.BOTH, Side.ERP);
        assertThat(merge.conflicts()).containsExactly(new Merge.Change("name", "s", "e"));
    }

    @Test
    void spellingOfEmailsAndDecimalsIsNoChange() {
        Agreement erp = new Agreement("a", "Kari@x.example", new BigDecimal("1.50"));
        Agreement severa = new Agreement("a", "kari@x.example", new BigDecimal("1.5"));
        Merge<Agreement> merge = Merge.of(AGREED, erp, severa, null, Master.ERP, Side.ERP);
        assertThat(merge.severaChanges()).isEmpty();
        assertThat(merge.forSevera()).isEqualTo(severa);
    }

    @Test
    void whatAFirstLinkLeavesToTheOtherDirectionStaysOpenUntilThatHasDoneIt() {
        Merge<Agreement> first = Merge.of(AGREED, named("e"), named("s"), null, Master.SEVERA, Side.ERP);
        Merge.Seen<Agreement> seen = first.seenNow(AGREED, Direction.TO_SEVERA, named("e"), named("s"), null, Set.of());
        assertThat(seen.open()).containsExactly("name");
        Merge<Agreement> then = Merge.of(AGREED, named("e"), named("s"), seen, Master.SEVERA, Side.ERP);
        assertThat(then.erpChanges()).containsExactly(new Merge.Change("name", "e", "s"));
        assertThat(then.seenNow(AGREED, Direction.TO_ERP, named("s"), named("s"), seen, Set.of())
                        .open())
                .isEmpty();
    }

    @Test
    void anOpenFieldDoesNotLetAnEmptyValueOverwriteLater() {
        Merge<Agreement> first = Merge.of(AGREED, named(null), named("s"), null, Master.ERP, Side.ERP);
        Merge.Seen<Agreement> seen =
                first.seenNow(AGREED, Direction.TO_SEVERA, named(null), named("s"), null, Set.of());
        Merge<Agreement> then = Merge.of(AGREED, named(null), named("s"), seen, Master.ERP, Side.ERP);
        assertThat(then.severaChanges()).isEmpty();
        assertThat(then.erpChanges()).containsExactly(new Merge.Change("name", null, "s"));
    }

    @Test
    void whatIsLeftToTheOtherDirectionLaterIsFoundThere() {
        Merge.Seen<Agreement> seen = new Merge.Seen<>(named("a"), named("a"), Set.of());
        Merge<Agreement> merge = Merge.of(AGREED, named("a"), named("s"), seen, Master.BOTH, Side.ERP);
        Merge.Seen<Agreement> now = merge.seenNow(AGREED, Direction.TO_SEVERA, named("a"), named("s"), seen, Set.of());
        assertThat(Merge.of(AGREED, named("a"), named("s"), now, Master.BOTH, Side.ERP)
                        .erpChanges())
                .containsExactly(new Merge.Change("name", "a", "s"));
    }

    record Numbered(
            @ErpKey @Nullable Long number,
            @KeptWhenEmpty @Nullable String owner) {}

    private static final RecordFields<Numbered> NUMBERED = new RecordFields<>(Numbered.class);

    @Test
    void aNumberIsNeverChangedInTheErp() {
        Numbered erp = new Numbered(1L, null);
        Numbered severa = new Numbered(2L, null);
        Merge.Seen<Numbered> seen = new Merge.Seen<>(erp, erp, Set.of());
        Merge<Numbered> merge = Merge.of(NUMBERED, erp, severa, seen, Master.SEVERA, Side.ERP);
        assertThat(merge.erpChanges()).isEmpty();
        assertThat(merge.keyChange()).isEqualTo(new Merge.Change("number", 1L, 2L));
        assertThat(Merge.of(NUMBERED, erp, severa, null, Master.SEVERA, Side.SEVERA)
                        .severaChanges())
                .as("on a first link it is the ERP's")
                .containsExactly(new Merge.Change("number", 2L, 1L));
    }

    @Test
    void anOwnerIsNeverTakenAway() {
        Merge.Seen<Numbered> seen = new Merge.Seen<>(new Numbered(1L, "o"), new Numbered(1L, "o"), Set.of());
        Merge<Numbered> merge =
                Merge.of(NUMBERED, new Numbered(1L, null), new Numbered(1L, "o"), seen, Master.ERP, Side.ERP);
        assertThat(merge.severaChanges()).isEmpty();
    }

    @Test
    void anOwnerThatSeveraFilledInNeverBounces() {
        Merge.Seen<Agreement> seen = new Merge.Seen<>(named(null), named("API user"), Set.of());
        Merge<Agreement> merge = Merge.of(AGREED, named(null), named("API user"), seen, Master.ERP, Side.ERP);
        assertThat(merge.severaChanges()).isEmpty();
    }

    @Test
    void anAgreedRecordSurvivesItsJson() {
        Agreement record = new Agreement("å", null, new BigDecimal("12.10"));
        assertThat(AGREED.same(AGREED.parse(AGREED.json(record)), record)).isTrue();
    }
}
