package io.severabridge.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.Rejected;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
    @ParameterizedTest(name = "\"{0}\" is {1} and {2}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Nancy Davolio|Nancy|Davolio|Nancy Davolio",
                "Guy R Gilbert|Guy R|Gilbert|Guy R Gilbert",
                " Isabel de Castro |Isabel de|Castro|Isabel de Castro",
                "Wolski  Zajazd|Wolski|Zajazd|Wolski Zajazd",
                "Cher|?|Cher|Cher",
            })
    void theLastSpaceSeparates(String name, String first, String last, String joined) {
        PersonName split = PersonName.split(name, "Nm");
        assertThat(split).isEqualTo(new PersonName(first, last));
        assertThat(split.joined()).isEqualTo(joined);
    }

    @Test
    void anEmptyNameIsRejected() {
        assertThatThrownBy(() -> PersonName.split("  ", "Nm")).isInstanceOf(Rejected.class);
    }

    @Property
    void whatIsSplitIsJoinedAgain(
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String first,
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String last) {
        assertThat(PersonName.split(first + " " + last, "Nm").joined()).isEqualTo(first + " " + last);
    }
}
