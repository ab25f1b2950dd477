package io.severabridge.entity;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Address lines: fields of their own in the ERP, one text with line breaks in Severa (mapping page). */
public final class AddressLines {
    private AddressLines() {}

    /** The lines that hold something, in their order, joined by a line break; null where none does. */
    public static @Nullable String join(String... lines) {
        String joined = Arrays.stream(lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return joined.isEmpty() ? null : joined;
    }

    /** Severa's text in the same form: its line breaks may be of two characters. */
    public static @Nullable String normal(@Nullable String text) {
        return text == null ? null : join(text.replace("\r\n", "\n").split("\n", -1));
    }
}
