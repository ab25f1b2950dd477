package io.severabridge.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.Company;
import io.severabridge.company.Secret;
import io.severabridge.failure.WrongSetUp;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"empty", "text", "zeros", "third", "parts"})
    void aFileThatCannotBeOpenedIsAMatterOfTheSetUpAndIsNotReplaced(String damage) throws IOException {
        Company.BridgeDatabase settings =
                new Company.BridgeDatabase("jdbc:h2:file:" + folder.resolve("bridge"), "sa", new Secret(""));
        BridgeDatabase.open(settings).close();
        Path file = folder.resolve("bridge.mv.db");
        damage(file, damage);
        byte[] damaged = Files.readAllBytes(file);
        Stream.<Callable<AutoCloseable>>of(() -> BridgeDatabase.open(settings), () -> BridgeLogin.ifPresent(settings))
                .forEach(opening -> assertThatThrownBy(opening::call)
                        .isInstanceOf(WrongSetUp.class)
                        .hasMessageStartingWith("the bridge database's file " + file + " is ")
                        .hasMessageContaining("put back a copy of it that is whole"));
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    private static void damage(Path file, String damage) throws IOException {
        long size = Files.size(file);
        switch (damage) {
            case "empty" -> Files.write(file, new byte[0]);
            case "text" -> Files.writeString(file, "a page of a proxy\n".repeat(2_000));
            case "zeros" -> Files.write(file, new byte[(int) size]);
            case "third" -> {
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    open.setLength(size / 3);
                }
            }
            default -> {
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    open.write(new byte[8 * 1024]);
                    open.seek(size / 2);
                    open.write(new byte[(int) (size - size / 2)]);
                }
            }
        }
    }
}
