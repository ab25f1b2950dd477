package io.severabridge.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.severa.GuidRef;
import io.severabridge.severa.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatchTest {
    record Shape(
            @Nullable String name,
            @Nullable GuidRef owner,
            @Nullable Money price) {}

    @Test
    void onlyChangedFieldsAreReplaced() {
        assertThat(Patch.replace(new Shape("a", null, null), new Shape("b", null, null)))
                .extracting(op -> op.op() + " " + op.path() + " " + op.value())
                .containsExactly("Replace /name \"b\"");
    }

    @Test
    void aReferenceIsReplacedByItsGuidAndEmptiedByNull() {
        Shape without = new Shape("a", null, null);
        Shape with = new Shape("a", new GuidRef("g"), null);
        assertThat(Patch.replace(without, with))
                .extracting(op -> op.path() + " " + op.value())
                .containsExactly("/owner/guid g");
        assertThat(Patch.replace(with, without))
                .extracting(op -> op.path() + " " + op.value())
                .containsExactly("/owner/guid null");
    }

    @Test
    void moneyIsReplacedWhole() {
        Shape one = new Shape("a", null, new Money(BigDecimal.ONE, "NOK"));
        Shape ten = new Shape("a", null, new Money(BigDecimal.TEN, "NOK"));
        assertThat(Patch.replace(one, ten))
                .extracting(op -> op.path() + " " + op.value())
                .containsExactly("/price {\"amount\":10,\"currencyCode\":\"NOK\"}");
    }

    @Test
    void aCreateLeavesOutWhatIsEmpty() {
        assertThat(Patch.create(new Shape("a", null, null)).toString()).isEqualTo("{\"name\":\"a\"}");
    }
}
