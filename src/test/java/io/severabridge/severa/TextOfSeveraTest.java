package io.severabridge.severa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class TextOfSeveraTest {
    private record Answer(@Nullable String text, @Nullable GuidRef reference) {}

    private static @Nullable String text(String json) {
        return Json.MAPPER.readValue("{\"text\":" + json + "}", Answer.class).text();
    }

    @Test
    void textsAreTrimmedAtBothEnds() {
        assertThat(text("\" \\tA  b \\r\\n\"")).isEqualTo("A  b");
        assertThat(text("\"\"")).isEmpty();
        assertThat(text("null")).isNull();
        assertThat(text("\" \\n \"")).as("consists of blanks").isEqualTo(" ");
        assertThat(Json.MAPPER.readValue("[\" a \"]", new TypeReference<List<String>>() {}))
                .containsExactly("a");
    }

    @Test
    void guidsAreInSmallLetters() {
        String guid = "0A1B2C3D-0000-4000-8000-00000000000F";
        Answer answer = Json.MAPPER.readValue("{\"reference\":{\"guid\":\"" + guid + "\"}}", Answer.class);
        assertThat(GuidRef.guidOf(answer.reference())).isEqualTo("0a1b2c3d-0000-4000-8000-00000000000f");
        assertThat(text("\"ABC\"")).isEqualTo("ABC");
    }
}
