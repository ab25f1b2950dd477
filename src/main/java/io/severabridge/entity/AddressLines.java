package io.severabridge.entity;

import io.severabridge.failure.Rejected;
import io.severabridge.sync.mapping.ErpValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /**
     * The text as lines of the ERP; fields without a line are empty.
     *
     * @throws Rejected if it has more lines than there are fields
     */
    public static List<String> split(@Nullable String text, int fields) {
        List<String> lines = new ArrayList<>(text == null ? List.of() : List.of(text.split("\n", -1)));
        if (lines.size() > fields) {
            throw new Rejected(
                    SharedRejects.TOO_MANY_LINES,
                    "addressline",
                    text,
                    "it has " + lines.size() + " lines, the ERP has " + fields + " fields");
        }
        while (lines.size() < fields) {
            lines.add("");
        }
        return lines;
    }

    /** The lines as values of {@code line1}, {@code line2} and so on. */
    public static ErpValues into(ErpValues values, @Nullable String text, int fields) {
        List<String> lines = split(text, fields);
        for (int line = 0; line < fields; line++) {
            values.with("line" + (line + 1), lines.get(line));
        }
        return values;
    }
}
