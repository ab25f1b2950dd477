package io.severabridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.failure.Reason;
import io.severabridge.transfer.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void everyCodeThatPeopleCanMeetIsExplained() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(Stream.concat(
                        Arrays.stream(Reason.values()).map(Reason::code),
                        Arrays.stream(Skip.values()).map(Skip::code)))
                .allSatisfy(code -> assertThat(readme).contains("`" + code + "`"));
    }
}
