package io.severabridge.entity.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.entity.invoice.InvoiceDetails.Entry;
import io.severabridge.entity.invoice.InvoiceDetails.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main user of a row: most quantity, then the earliest entry, then the first by GUID. Written as user, quantity, day. */
class MainEntryTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a 1 2, b 2 3                 | b",
                "a 1 2, b 2 3, a 1.5 4        | a",
                "a 2 3, b 2 2                 | b",
                "a 1 3, a 1 9, b 2 4          | a",
                "b 2 3, a 2 3                 | a",
                "a -5 3, b 2 3                | a",
                "- 9 3, b 2 3                 | b",
                "- 9 3                        | ",
            })
    void theMainUserHasMost(String entries, @Nullable String main) {
        List<Entry> all = Arrays.stream(entries.split(", ", -1))
                .map(entry -> entry.split(" ", -1))
                .map(words -> entry(words[0].equals("-") ? null : words[0], words[1], words[2]))
                .toList();
        assertThat(MainEntry.user(all)).isEqualTo(main);
    }

    private static Entry entry(@Nullable String user, String quantity, String day) {
        BigDecimal number = new BigDecimal(quantity);
        LocalDate date = LocalDate.of(2026, 11, Integer.parseInt(day));
        return new Entry(Kind.HOUR, "guid", user, null, null, number, number, BigDecimal.ONE, null, date, false);
    }
}
