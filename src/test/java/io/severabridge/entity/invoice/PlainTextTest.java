package io.severabridge.entity.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text with mark-up as people read it; {@code /} is a line break. */
class PlainTextTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Takk</p><p>for alt</p>                      | Takk / for alt",
                "<div>Takk</div>for alt                         | Takk / for alt",
                "Takk<br>for<br/>alt<BR />her                   | Takk / for / alt / her",
                "<ul><li>en</li><li>to</li></ul>tre             | en / to / tre",
                "<h2>Til</h2>deg                                | Til / deg",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a  b / c",
                "<p>R&amp;D &lt;3 &#248;l &#xE5;r</p>           | R&D <3 øl år",
                "Bl&aring;b&aelig;r&nbsp;&ndash; 5&euro;        | Blåbær – 5€",
                "<p>&lt;br&gt; er et linjeskift</p>             | <br> er et linjeskift",
                "&amp;lt; stays                                 | &lt; stays",
                "&unknown; &#0; &#1114112; AT&T                 | &unknown; &#0; &#1114112; AT&T",
                "<b>fet</b>skrift                               | fetskrift",
                "<p class=\"x\">a</p><!-- <p>b</p> -->          | a",
                "<style>p { color: red }</style><p>a</p>        | a",
                "a < b and c > d                                | a < b and c > d",
                "Sk&oslash;yteb&oslash;rste&shy;r               | Skøytebørster",
            })
    void markupIsReadAsPeopleSeeIt(String markup, String text) {
        assertThat(PlainText.of(markup)).isEqualTo(text.replace(" / ", "\n"));
    }

    @Test
    void lineBreaksBelongToMarkupOrToPlainText() {
        assertThat(PlainText.of("<p>one\n two</p>\n<p>three</p>")).isEqualTo("one two\nthree");
        assertThat(PlainText.of("one\n two &amp; three")).isEqualTo("one\ntwo & three");
        assertThat(PlainText.of("<p></p>")).isEmpty();
    }
}
