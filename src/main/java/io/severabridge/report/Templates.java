package io.severabridge.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The pages' templates; each value is escaped by default. */
final class Templates {
    private Templates() {}

    static Template named(String name) {
        try (Reader text = resource(name)) {
            return Mustache.compiler()
                    .withLoader(Templates::resource)
                    .emptyStringIsFalse(true)
                    .zeroIsFalse(true)
                    .compile(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader resource(String name) {
        InputStream in = Templates.class.getResourceAsStream("/report/" + name + ".mustache");
        return new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8);
    }
}
